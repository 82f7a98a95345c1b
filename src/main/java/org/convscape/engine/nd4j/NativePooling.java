package org.convscape.engine.nd4j;

import org.convscape.op.Placement;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maxima and means under a window. */
final class NativePooling {

    private static final String MAXIMUM = "maxpool2d";
    private static final String AVERAGE = "avgpool2d";
    private static final long EXCLUDE_PADDING = 0;
    private static final long INCLUDE_PADDING = 1;

    private final NativeCalls calls;

    NativePooling(NativeCalls calls) {
        this.calls = calls;
    }

    /** The largest value under the window. */
    void maximum(INDArray input, Placement window, INDArray output) {
        run(MAXIMUM, input, window, INCLUDE_PADDING, output);
    }

    /** The mean under the window, over all its positions; the window must not overhang the padding. */
    void averageOfAll(INDArray input, Placement window, INDArray output) {
        run(AVERAGE, input, window, INCLUDE_PADDING, output);
    }

    /** The mean of those positions under the window that lie on the picture. */
    void averageOfPicture(INDArray input, Placement window, INDArray output) {
        run(AVERAGE, input, window, EXCLUDE_PADDING, output);
    }

    /** The mean of each map, into {@code [N, C]}. */
    void averageMaps(INDArray input, INDArray output) {
        long[] arguments = {input.size(1), input.size(2), 1, 1, 0, 0, 1, 1, 0, INCLUDE_PADDING, 1};
        calls.run(AVERAGE, output.reshape(input.size(0), 1, 1, input.size(3)), arguments, input);
    }

    private void run(String operation, INDArray input, Placement window, long padding, INDArray output) {
        long[] arguments = {
            window.kernel().height(),
            window.kernel().width(),
            window.stride().height(),
            window.stride().width(),
            window.top(),
            window.left(),
            window.dilation().height(),
            window.dilation().width(),
            0,
            padding,
            1
        };
        if (window.dilation().is(1) && reachesThePicture(window)) {
            calls.run(operation, output, arguments, input);
        } else {
            calls.runWithoutOneDnn(operation, output, arguments, input);
        }
    }

    /** oneDNN refuses windows that may lie wholly on padding, and ND4J does not tell it of dilation. */
    private static boolean reachesThePicture(Placement window) {
        int bottom = window.bottom() + window.overhangBottom();
        int right = window.right() + window.overhangRight();
        return Math.max(window.top(), bottom) < window.kernel().height()
                && Math.max(window.left(), right) < window.kernel().width();
    }
}
