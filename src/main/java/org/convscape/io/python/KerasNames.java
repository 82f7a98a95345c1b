package org.convscape.io.python;

import org.convscape.op.Placement;

/** How Keras names layers and says where windows lie. */
final class KerasNames {
    private KerasNames() {}

    /** The name of a layer: Keras has no slashes in names. */
    static String layer(String path) {
        return path.replace('/', '.').replaceAll("[^A-Za-z0-9_.>-]", "_");
    }

    static String sizes(Placement window) {
        return Text.size(window.kernel()) + ", " + Text.size(window.stride());
    }

    /** True where the window lies as Keras' padding "same" lays it. */
    static boolean same(Placement window) {
        return same(
                        window.input().height(),
                        window.kernel().height(),
                        window.stride().height(),
                        window.dilation().height(),
                        window.top(),
                        window.bottom())
                && same(
                        window.input().width(),
                        window.kernel().width(),
                        window.stride().width(),
                        window.dilation().width(),
                        window.left(),
                        window.right());
    }

    private static boolean same(int extent, int kernel, int stride, int dilation, int before, int after) {
        int output = (extent + stride - 1) / stride;
        int total = Math.max((output - 1) * stride + (kernel - 1) * dilation + 1 - extent, 0);
        return before == total / 2 && after == total - total / 2;
    }
}
