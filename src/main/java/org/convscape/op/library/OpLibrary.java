package org.convscape.op.library;

import java.util.List;
import org.convscape.op.OpCatalogue;

/** The operations that come with the program. */
public final class OpLibrary {

    private static final OpCatalogue STANDARD = new OpCatalogue(List.of(
            Input.TYPE,
            Conv2d.TYPE,
            DepthwiseConv2d.TYPE,
            BatchNorm.TYPE,
            LocalResponseNorm.TYPE,
            Relu.TYPE,
            Relu6.TYPE,
            Softmax.TYPE,
            MaxPool.TYPE,
            AveragePool.TYPE,
            GlobalAveragePool.TYPE,
            Add.TYPE,
            Concat.TYPE,
            Scale.TYPE,
            Dense.TYPE,
            Dropout.TYPE,
            Flatten.TYPE,
            ZeroPad.TYPE));

    private OpLibrary() {}

    /** All of them, in the order in which a palette shows them. */
    public static OpCatalogue standard() {
        return STANDARD;
    }
}
