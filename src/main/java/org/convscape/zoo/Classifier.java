package org.convscape.zoo;

import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Window;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Relu;

/** The dense layers at the end of torchvision's older networks, numbered as in a sequence. */
record Classifier(Chain chain) {

    /**
     * Brings maps of {@code height × width} to {@code target × target}, as a dense layer needs it, and flattens them.
     * Windows are of one size; where they cannot be, torch's adaptive pooling lets theirs differ by a pixel. Maps that
     * are too small get a window that does not fit, so that the analysis says where the picture runs out.
     */
    static void pool(Chain chain, int height, int width, int target) {
        if (height != target || width != target) {
            Size stride = new Size(Math.max(1, height / target), Math.max(1, width / target));
            Size kernel = new Size(window(height, target, stride.height()), window(width, target, stride.width()));
            chain.add("avgpool", new AveragePool(kernel, stride, Padding.VALID, Window.Rounding.FLOOR, false));
        }
        chain.add("flatten", new Flatten());
    }

    private static int window(int extent, int target, int stride) {
        return extent < target ? target : extent - (target - 1) * stride;
    }

    /** A dense layer with bias. */
    Classifier dense(int number, int units) {
        chain.add(Integer.toString(number), Dense.of(units));
        return this;
    }

    /** An activation. */
    Classifier relu(int number) {
        chain.add(Integer.toString(number), new Relu());
        return this;
    }

    /** A dropout. */
    Classifier dropout(int number, double rate) {
        chain.add(Integer.toString(number), new Dropout(rate));
        return this;
    }
}
