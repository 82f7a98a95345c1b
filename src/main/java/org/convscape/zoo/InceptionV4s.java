package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.block.InceptionReductionA;
import org.convscape.block.InceptionV4A;
import org.convscape.block.InceptionV4B;
import org.convscape.block.InceptionV4C;
import org.convscape.block.InceptionV4ReductionB;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** Inception v4 as timm has it (Szegedy et al. 2016, figure 9): no shortcuts, unlike its Inception-ResNet siblings. */
final class InceptionV4s {
    private static final Attribute<Integer> MODULES_A = NetworkAttributes.repeats("modulesA", "A modules", 4);
    private static final Attribute<Integer> MODULES_B = NetworkAttributes.repeats("modulesB", "B modules", 7);
    private static final Attribute<Integer> MODULES_C = NetworkAttributes.repeats("modulesC", "C modules", 3);

    private InceptionV4s() {}

    static List<Network> networks() {
        return List.of(new Network(
                "inception-v4",
                "Inception v4",
                Family.INCEPTION,
                "Szegedy et al. 2016, figure 9; timm inception_v4",
                Shape.maps(299, 299, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES, MODULES_A, MODULES_B, MODULES_C),
                InceptionV4s::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain.begin(graph, input)
                .group("features", chain -> {
                    stem(chain);
                    int number = 6;
                    number = modules(chain, InceptionV4A.TEMPLATE, number, values.get(MODULES_A));
                    number = modules(chain, InceptionReductionA.TEMPLATE, number, 1);
                    number = modules(chain, InceptionV4B.TEMPLATE, number, values.get(MODULES_B));
                    number = modules(chain, InceptionV4ReductionB.TEMPLATE, number, 1);
                    modules(chain, InceptionV4C.TEMPLATE, number, values.get(MODULES_C));
                })
                .add("global_pool", GlobalAveragePool.toVector())
                .add("last_linear", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    /** Adds modules numbered from {@code first} on and returns the next number. */
    private static int modules(Chain chain, BlockTemplate template, int first, int count) {
        for (int number = first; number < first + count; number++) {
            chain.block(Integer.toString(number), template, template.schema().defaults());
        }
        return first + count;
    }

    /** Modules 0 to 5: the picture gets small by pools and strided convolutions side by side (figure 3). */
    private static void stem(Chain chain) {
        GraphBuilder graph = chain.graph();
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.INCEPTION);
        chain.then(in -> units.conv("0", 32, 3, 2, Padding.VALID, in))
                .then(in -> units.conv("1", 32, 3, 1, Padding.VALID, in))
                .then(in -> units.conv("2", 64, 3, in))
                .group(
                        "3",
                        fork -> fork.then(in -> graph.add(
                                "concat",
                                new Concat(),
                                graph.add("maxpool", MaxPool.of(3, 2, Padding.VALID), in),
                                units.conv("conv", 96, 3, 2, Padding.VALID, in))))
                .group(
                        "4",
                        fork -> fork.then(
                                in -> graph.add("concat", new Concat(), shortBranch(units, in), longBranch(units, in))))
                .group(
                        "5",
                        fork -> fork.then(in -> graph.add(
                                "concat",
                                new Concat(),
                                units.conv("conv", 192, 3, 2, Padding.VALID, in),
                                graph.add("maxpool", MaxPool.of(3, 2, Padding.VALID), in))));
    }

    private static String shortBranch(Units units, String source) {
        return units.branch("branch0", source, in -> {
            String reduced = units.conv("0", 64, 1, in);
            return units.conv("1", 96, 3, 1, Padding.VALID, reduced);
        });
    }

    private static String longBranch(Units units, String source) {
        return units.branch("branch1", source, in -> {
            String reduced = units.conv("0", 64, 1, in);
            String wide = units.conv("1", 64, new Size(1, 7), reduced);
            String tall = units.conv("2", 64, new Size(7, 1), wide);
            return units.conv("3", 96, 3, 1, Padding.VALID, tall);
        });
    }
}
