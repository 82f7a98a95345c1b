package org.convscape.io.python;

import org.convscape.op.Placement;

/** How PyTorch's poolings say where their windows lie. */
final class TorchWindows {
    private TorchWindows() {}

    /** True where a pooling can be told of the padding: the same on both sides, and at most half of the kernel. */
    static boolean plain(Placement window) {
        return window.symmetric()
                && 2 * window.top() <= window.kernel().height()
                && 2 * window.left() <= window.kernel().width();
    }

    static String padding(Placement window) {
        String size = Text.size(window.top(), window.left());
        return size.equals("0") ? "" : ", padding=" + size;
    }

    /** What is left at the edge gets a window of its own where it has one here. */
    static String ceil(Placement window) {
        return PythonMath.overhangs(window) ? ", ceil_mode=True" : "";
    }
}
