package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.InceptionV1;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Window;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.LocalResponseNorm;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.Softmax;
import org.convscape.tensor.Shape;

/**
 * GoogLeNet as its paper and Caffe have it, and as torchvision has it (Szegedy et al. 2014, table 1), without side
 * heads.
 */
final class GoogLeNets {

    /** One row of the paper's table: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, pool projection. */
    private record Module(String name, int... widths) {

        AttributeValues values() {
            return InceptionV1.TEMPLATE
                    .schema()
                    .defaults()
                    .with(InceptionV1.WIDTH_1X1, widths[0])
                    .with(InceptionV1.REDUCE_3X3, widths[1])
                    .with(InceptionV1.WIDTH_3X3, widths[2])
                    .with(InceptionV1.REDUCE_5X5, widths[3])
                    .with(InceptionV1.WIDTH_5X5, widths[4])
                    .with(InceptionV1.POOL_PROJECTION, widths[5]);
        }
    }

    private static final List<List<Module>> STAGES = List.of(
            List.of(new Module("3a", 64, 96, 128, 16, 32, 32), new Module("3b", 128, 128, 192, 32, 96, 64)),
            List.of(
                    new Module("4a", 192, 96, 208, 16, 48, 64),
                    new Module("4b", 160, 112, 224, 24, 64, 64),
                    new Module("4c", 128, 128, 256, 24, 64, 64),
                    new Module("4d", 112, 144, 288, 32, 64, 64),
                    new Module("4e", 256, 160, 320, 32, 128, 128)),
            List.of(new Module("5a", 256, 160, 320, 32, 128, 128), new Module("5b", 384, 192, 384, 48, 128, 128)));

    private GoogLeNets() {}

    static List<Network> networks() {
        return List.of(
                network(
                        "googlenet-paper",
                        "GoogLeNet (paper)",
                        "Szegedy et al. 2014, table 1; Caffe bvlc_googlenet, without auxiliary heads",
                        GoogLeNets::paper),
                network(
                        "googlenet",
                        "GoogLeNet (torchvision)",
                        "Szegedy et al. 2014; torchvision googlenet, without auxiliary heads",
                        GoogLeNets::torchvision));
    }

    private static Network network(String id, String label, String origin, Network.Definition definition) {
        return new Network(
                id,
                label,
                Family.INCEPTION,
                origin,
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                definition);
    }

    private static void paper(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.BIASED);
        Chain chain = Chain.begin(graph, input)
                .group("conv1", in -> in.then(at -> units.conv("7x7_s2", 64, 7, 2, at)))
                .group("pool1", in -> in.add("3x3_s2", pool(3)).add("norm1", localNorm()))
                .group("conv2", in -> in.then(at -> units.conv("3x3_reduce", 64, 1, at))
                        .then(at -> units.conv("3x3", 192, 3, at))
                        .add("norm2", localNorm()))
                .group("pool2", in -> in.add("3x3_s2", pool(3)));
        for (int stage = 0; stage < STAGES.size(); stage++) {
            for (Module module : STAGES.get(stage)) {
                chain.block("inception_" + module.name(), InceptionV1.TEMPLATE, module.values());
            }
            if (stage < STAGES.size() - 1) {
                chain.group("pool" + (stage + 3), in -> in.add("3x3_s2", pool(3)));
            }
        }
        chain.group("pool5", in -> in.add("7x7_s1", GlobalAveragePool.toVector())
                        .add("drop_7x7_s1", new Dropout(0.4)))
                .group("loss3", in -> in.add("classifier", Dense.of(values.get(NetworkAttributes.CLASSES))))
                .add("prob", new Softmax());
    }

    private static void torchvision(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.INCEPTION);
        Chain chain = Chain.begin(graph, input)
                .then(in -> units.conv("conv1", 64, 7, 2, in))
                .add("maxpool1", pool(3))
                .then(in -> units.conv("conv2", 64, 1, in))
                .then(in -> units.conv("conv3", 192, 3, in))
                .add("maxpool2", pool(3));
        for (int stage = 0; stage < STAGES.size(); stage++) {
            for (Module module : STAGES.get(stage)) {
                AttributeValues block = UnitStyle.INCEPTION
                        .applyTo(module.values())
                        .with(InceptionV1.LARGE_KERNEL, 3)
                        .with(InceptionV1.NAMES, InceptionV1.Names.TORCHVISION);
                chain.block("inception" + module.name(), InceptionV1.TEMPLATE, block);
            }
            if (stage < STAGES.size() - 1) {
                // The last pool is 2×2 there.
                chain.add("maxpool" + (stage + 3), pool(stage == 0 ? 3 : 2));
            }
        }
        chain.add("avgpool", GlobalAveragePool.toVector())
                .add("dropout", new Dropout(0.2))
                .add("fc", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    private static MaxPool pool(int kernel) {
        return MaxPool.of(kernel, 2, Padding.VALID, Window.Rounding.CEIL);
    }

    private static LocalResponseNorm localNorm() {
        return new LocalResponseNorm(5, 1e-4, 0.75, 1);
    }
}
