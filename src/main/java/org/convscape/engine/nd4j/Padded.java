package org.convscape.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Channels-last maps with zeros around them. */
final class Padded {
    private Padded() {}

    /** A new array from the pool with so many rows, columns and channels of zeros on each side. */
    static INDArray zeros(
            ArrayPool arrays,
            NativeCalls calls,
            INDArray input,
            int top,
            int left,
            int bottom,
            int right,
            int channelsBefore,
            int channelsAfter) {
        INDArray output = arrays.take(
                input.size(0),
                top + input.size(1) + bottom,
                left + input.size(2) + right,
                channelsBefore + input.size(3) + channelsAfter);
        try (INDArray margins = Nd4j.createFromArray(
                new int[][] {{0, 0}, {top, bottom}, {left, right}, {channelsBefore, channelsAfter}})) {
            calls.run("pad", output, new long[] {0}, new double[] {0}, input, margins);
        }
        return output;
    }
}
