package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.InceptionV2;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Window;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** BN-Inception, also called Inception v2 (Ioffe and Szegedy 2015, figure 5). */
final class InceptionV2s {

    /** 1×1, 3×3 reduce, 3×3, double 3×3 reduce, double 3×3, pool projection; without 1×1 it halves the picture. */
    private record Module(String name, int... widths) {

        AttributeValues values() {
            boolean last = name.equals("5b");
            boolean halves = widths[0] == 0;
            return InceptionV2.TEMPLATE
                    .schema()
                    .defaults()
                    .with(InceptionV2.WIDTH_1X1, widths[0])
                    .with(InceptionV2.REDUCE_3X3, widths[1])
                    .with(InceptionV2.WIDTH_3X3, widths[2])
                    .with(InceptionV2.REDUCE_DOUBLE, widths[3])
                    .with(InceptionV2.WIDTH_DOUBLE, widths[4])
                    .with(InceptionV2.POOL_PROJECTION, widths[5])
                    .with(InceptionV2.POOL, halves || last ? InceptionV2.Pool.MAX : InceptionV2.Pool.AVERAGE)
                    .with(InceptionV2.STRIDE, halves ? 2 : 1);
        }
    }

    private static final List<Module> MODULES = List.of(
            new Module("3a", 64, 64, 64, 64, 96, 32),
            new Module("3b", 64, 64, 96, 64, 96, 64),
            new Module("3c", 0, 128, 160, 64, 96, 0),
            new Module("4a", 224, 64, 96, 96, 128, 128),
            new Module("4b", 192, 96, 128, 96, 128, 128),
            new Module("4c", 160, 128, 160, 128, 160, 128),
            new Module("4d", 96, 128, 192, 160, 192, 128),
            new Module("4e", 0, 128, 192, 192, 256, 0),
            new Module("5a", 352, 192, 320, 160, 224, 128),
            new Module("5b", 352, 192, 320, 192, 224, 128));

    private InceptionV2s() {}

    static List<Network> networks() {
        return List.of(new Network(
                "inception-v2",
                "Inception v2 (BN-Inception)",
                Family.INCEPTION,
                "Ioffe and Szegedy 2015, figure 5; Cadene's PyTorch bninception",
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                InceptionV2s::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.BATCH_NORM.withBias(true));
        Chain chain = Chain.begin(graph, input)
                .group("conv1", in -> in.then(at -> units.conv("7x7_s2", 64, 7, 2, at)))
                .group("pool1", in -> in.add("3x3_s2", pool()))
                .group("conv2", in -> in.then(at -> units.conv("3x3_reduce", 64, 1, at))
                        .then(at -> units.conv("3x3", 192, 3, at)))
                .group("pool2", in -> in.add("3x3_s2", pool()));
        for (Module module : MODULES) {
            chain.block("inception_" + module.name(), InceptionV2.TEMPLATE, module.values());
        }
        chain.add("global_pool", GlobalAveragePool.toVector())
                .add("last_linear", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    private static MaxPool pool() {
        return MaxPool.of(3, 2, Padding.VALID, Window.Rounding.CEIL);
    }
}
