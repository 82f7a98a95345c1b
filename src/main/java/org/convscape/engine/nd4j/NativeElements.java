package org.convscape.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What is done value by value with a second array, and channels and pixels that are only moved. */
final class NativeElements {
    private final NativeCalls calls;

    NativeElements(NativeCalls calls) {
        this.calls = calls;
    }

    /** An operation on two arrays; where the right one has one value per picture and channel, at every position. */
    void run(String operation, INDArray left, INDArray right, INDArray output) {
        boolean sameShape = left.rank() == right.rank() && left.length() == right.length();
        INDArray spread = sameShape ? right : right.reshape(right.size(0), 1, 1, right.length() / right.size(0));
        calls.run(operation, output, new long[0], left, spread);
    }

    /**
     * Negative values times the slope of their channel. ND4J's verb keeps what is no number, and wants to know along
     * which dimensions a slope is shared.
     */
    void leakPerChannel(INDArray input, INDArray slopes, INDArray output) {
        long channels = input.size(input.rank() - 1);
        long positions = input.length() / channels / input.size(0);
        long[] shared = slopes.length() == channels ? new long[] {1, 2} : new long[] {1, 2, 3};
        calls.run(
                "prelu",
                output.reshape(input.size(0), positions, 1, channels),
                shared,
                input.reshape(input.size(0), positions, 1, channels),
                slopes.reshape(1, 1, slopes.length()));
    }

    /** The channels as a table of so many rows, read column by column. */
    void shuffleChannels(INDArray input, int groups, INDArray output) {
        long channels = input.size(input.rank() - 1);
        long rows = input.length() / channels;
        long inGroup = channels / groups;
        output.reshape(rows, inGroup, groups)
                .assign(input.reshape(rows, groups, inGroup).permute(0, 2, 1));
    }

    /** Every pixel so many rows high and so many columns wide. */
    void enlarge(INDArray input, int rows, int columns, INDArray output) {
        calls.run("upsampling2d", output, new long[] {rows, columns, 0}, input);
    }
}
