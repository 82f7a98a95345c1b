package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.ZeroPad;

/** Where a strided depthwise convolution or pool gets its margin from: origins differ by one pixel. */
public enum StrideMargin {
    /** As much as is needed, the smaller half first (TensorFlow). */
    SAME,
    /** Half the kernel on every side (PyTorch). */
    SYMMETRIC,
    /** A layer of zeros at the bottom and the right before a stride, none in the convolution (Keras' MobileNet). */
    TRAILING;

    /** Chooses the margin. */
    public static final Attribute<StrideMargin> MARGIN = Attribute.choice(
            "margin", "Margin", SAME, "Which pixels a strided window starts at: TensorFlow, PyTorch and Keras differ.");

    /** The source with the layer of zeros of that name, where this margin has one. */
    String pad(GraphBuilder graph, String name, int kernel, int stride, String source) {
        return this == TRAILING && stride > 1
                ? graph.add(name, ZeroPad.around(Padding.of(0, 0, kernel / 2, kernel / 2)), source)
                : source;
    }

    /** The depthwise convolution of that kernel and stride. */
    DepthwiseConv2d depthwise(int kernel, int stride, boolean bias) {
        return new DepthwiseConv2d(
                1, Size.square(kernel), Size.square(stride), padding(kernel, stride), Size.square(1), bias);
    }

    /** What a window of that size itself adds at its margins. */
    Padding padding(int kernel, int stride) {
        return switch (this) {
            case SAME -> Padding.SAME;
            case SYMMETRIC -> Padding.of((kernel - 1) / 2);
            case TRAILING -> stride > 1 ? Padding.VALID : Padding.SAME;
        };
    }
}
