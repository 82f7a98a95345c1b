package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;

/**
 * Dense blocks after Huang et al. 2017: every layer takes what all layers before it gave, so that connections grow with
 * the square.
 */
public final class DenseNets {
    private static final int GROWTH = 32;

    private DenseNets() {}

    /**
     * The dense part of a DenseNet for 224×224 pictures, behind its stem.
     *
     * @param layers of each block: 6, 12, 24, 16 for DenseNet-121
     */
    public static Graph of(int... layers) {
        GraphBuilder builder = new GraphBuilder();
        String at = builder.add("in", Input.of(Shape.maps(56, 56, 64)));
        int channels = 64;
        for (int block = 0; block < layers.length; block++) {
            String name = "block" + (block + 1) + "-";
            List<String> features = new ArrayList<>(List.of(at));
            for (int layer = 1; layer <= layers[block]; layer++) {
                String all = layer == 1 ? at : builder.add(name + "cat" + layer, new Concat(), features);
                String normal = builder.add(name + "norm" + layer + "a", new BatchNorm(1e-5, true), all);
                String relu = builder.add(name + "relu" + layer + "a", new Relu(), normal);
                String narrow = builder.add(name + "conv" + layer + "a", convolution(4 * GROWTH, 1), relu);
                normal = builder.add(name + "norm" + layer + "b", new BatchNorm(1e-5, true), narrow);
                relu = builder.add(name + "relu" + layer + "b", new Relu(), normal);
                features.add(builder.add(name + "conv" + layer + "b", convolution(GROWTH, 3), relu));
                channels += GROWTH;
            }
            at = builder.add(name + "cat", new Concat(), features);
            if (block + 1 < layers.length) {
                channels /= 2;
                at = builder.add(name + "half", convolution(channels, 1), at);
                at = builder.add(name + "pool", AveragePool.of(2, 2, Padding.VALID), at);
            }
        }
        return builder.build();
    }

    /** DenseNet-121: blocks of 6, 12, 24 and 16 layers. */
    public static Graph densenet121() {
        return of(6, 12, 24, 16);
    }

    /** DenseNet-201: blocks of 6, 12, 48 and 32 layers. */
    public static Graph densenet201() {
        return of(6, 12, 48, 32);
    }

    private static Conv2d convolution(int channels, int kernel) {
        return Conv2d.of(channels, kernel, 1, Padding.SAME, false);
    }
}
