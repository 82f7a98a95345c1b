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
            LeakyRelu.TYPE,
            PRelu.TYPE,
            Clip.TYPE,
            Sigmoid.TYPE,
            HardSigmoid.TYPE,
            Swish.TYPE,
            HardSwish.TYPE,
            Softmax.TYPE,
            MaxPool.TYPE,
            AveragePool.TYPE,
            GlobalAveragePool.TYPE,
            GlobalMaxPool.TYPE,
            Add.TYPE,
            Subtract.TYPE,
            Multiply.TYPE,
            Concat.TYPE,
            Scale.TYPE,
            Dense.TYPE,
            Dropout.TYPE,
            Flatten.TYPE,
            Unflatten.TYPE,
            ZeroPad.TYPE,
            Upsample.TYPE,
            ChannelShuffle.TYPE,
            Identity.TYPE));

    private OpLibrary() {}

    /** All of them, in the order in which a palette shows them. */
    public static OpCatalogue standard() {
        return STANDARD;
    }
}
