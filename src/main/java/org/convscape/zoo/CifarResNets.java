package org.convscape.zoo;

import java.util.Collections;
import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.Family;
import org.convscape.block.ResidualBasic;
import org.convscape.block.ResidualPreactivation;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.tensor.Shape;

/**
 * The deep and thin ResNets for 32×32 pictures, their plain twins, and the 1001-layer net (He et al. 2015 and 2016).
 */
final class CifarResNets {
    private static final Shape INPUT = Shape.maps(32, 32, 3);
    private static final Attribute<Integer> CLASSES = NetworkAttributes.CLASSES.withDefault(10);

    private CifarResNets() {}

    static List<Network> networks() {
        return List.of(
                basic("cifar-resnet20", "CIFAR ResNet-20", 3, ShortcutOption.A),
                basic("cifar-resnet56", "CIFAR ResNet-56", 9, ShortcutOption.A),
                basic("cifar-resnet110", "CIFAR ResNet-110", 18, ShortcutOption.A),
                basic("cifar-resnet1202", "CIFAR ResNet-1202", 200, ShortcutOption.A),
                preactivation(),
                basic("cifar-plain20", "CIFAR plain-20", 3, ShortcutOption.NONE),
                basic("cifar-plain56", "CIFAR plain-56", 9, ShortcutOption.NONE));
    }

    private static Attribute<Integer> n(int defaultValue, int layersPerBlock) {
        return Attribute.integer(
                "n",
                "Blocks per stage",
                1,
                1000,
                defaultValue,
                "The network has " + 3 * layersPerBlock + "n + 2 layers.");
    }

    private static Network basic(String id, String label, int n, ShortcutOption option) {
        boolean plain = option == ShortcutOption.NONE;
        Attribute<Integer> depth = n(n, 2);
        return new Network(
                id,
                label,
                plain ? Family.PLAIN : Family.RESIDUAL,
                "He et al. 2015, section 4.2" + (plain ? ": the plain twin" : "")
                        + "; names of akamaster's PyTorch code",
                INPUT,
                AttributeSchema.of(CLASSES, depth, ShortcutOption.SHORTCUT.withDefault(option)),
                (graph, input, values) -> {
                    Chain chain = Chain.begin(graph, input)
                            .then(picture -> units(graph).conv("1", 16, 3, picture));
                    new ResidualStages(ResidualBasic.TEMPLATE, values.get(ShortcutOption.SHORTCUT), false)
                            .addTo(chain, Collections.nCopies(3, values.get(depth)), CifarResNets::basicWidths);
                    head(chain, values);
                });
    }

    private static AttributeValues basicWidths(int stage) {
        return ResidualBasic.TEMPLATE.schema().defaults().with(ResidualBasic.CHANNELS, 16 << stage);
    }

    private static Network preactivation() {
        Attribute<Integer> depth = n(111, 3);
        return new Network(
                "cifar-preresnet1001",
                "CIFAR pre-activation ResNet-1001",
                Family.RESIDUAL,
                "He et al. 2016, section 3: bottlenecks with clean identities",
                INPUT,
                AttributeSchema.of(CLASSES, depth),
                (graph, input, values) -> {
                    Units bare = units(graph).styled(UnitStyle.BARE);
                    Chain chain = Chain.begin(graph, input).then(picture -> bare.conv("1", 16, 3, picture));
                    new ResidualStages(ResidualPreactivation.TEMPLATE, ShortcutOption.B, true)
                            .addTo(chain, Collections.nCopies(3, values.get(depth)), CifarResNets::preactivationWidths);
                    chain.then(end -> units(graph).activation("1", units(graph).norm("1", end)));
                    head(chain, values);
                });
    }

    private static AttributeValues preactivationWidths(int stage) {
        return ResidualPreactivation.TEMPLATE
                .schema()
                .defaults()
                .with(ResidualPreactivation.WIDTH, 16 << stage)
                .with(ResidualPreactivation.CHANNELS, 64 << stage);
    }

    private static Units units(GraphBuilder graph) {
        return new Units(graph, UnitNames.NUMBERED, UnitStyle.BATCH_NORM);
    }

    private static void head(Chain chain, AttributeValues values) {
        chain.add("avgpool", GlobalAveragePool.toVector()).add("linear", Dense.of(values.get(CLASSES)));
    }
}
