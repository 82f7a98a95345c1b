package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.ResidualBottleneck;
import org.convscape.block.ResidualNames;
import org.convscape.block.ResidualPreactivation;
import org.convscape.block.Shortcut;
import org.convscape.block.StridePlacement;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.ZeroPad;
import org.convscape.tensor.Shape;

/** ResNet-50 as Keras builds it: biases everywhere in v1; pre-activation and late strides in v2. */
final class KerasResNets {
    private static final UnitStyle STYLE = UnitStyle.BATCH_NORM.withBias(true).withEpsilon(1.001e-5);
    private static final List<Integer> DEPTHS = List.of(3, 4, 6, 3);

    private KerasResNets() {}

    static List<Network> networks() {
        return List.of(
                network(
                        "keras-resnet50",
                        "Keras ResNet50",
                        "He et al. 2015; Keras ResNet50 (stride in the first 1×1, biased convolutions)",
                        KerasResNets::today),
                network(
                        "keras-resnet50-2015",
                        "Keras ResNet50 of 2015",
                        "He et al. 2015; keras-applications resnet50 until 2018 (names of Caffe, batch norm epsilon 1e-3)",
                        KerasResNets::earlier),
                network(
                        "keras-resnet50v2",
                        "Keras ResNet50V2",
                        "He et al. 2016; Keras ResNet50V2 (pre-activation, stride in the last block of a stage)",
                        KerasResNets::second));
    }

    private static Network network(String id, String label, String origin, Network.Definition definition) {
        return new Network(
                id,
                label,
                Family.RESIDUAL,
                origin,
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                definition);
    }

    private static void today(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = stem(graph, input, UnitNames.keras("conv"), STYLE);
        stages(chain, STYLE, ResidualNames.KERAS, (stage, block) -> "conv" + stage + "_block" + block);
        KerasWays.addTo(chain, values);
    }

    /**
     * With margins of the first pool as the later of its sources have them, in which the published weights are used as
     * in the earlier ones, which pool without.
     */
    private static void earlier(GraphBuilder graph, Shape input, AttributeValues values) {
        UnitStyle style = STYLE.withEpsilon(1e-3);
        Chain chain = stem(graph, input, new UnitNames("", "conv*", "bn_conv*", "conv*_relu"), style);
        stages(chain, style, ResidualNames.CAFFE, (stage, block) -> "res" + stage + (char) ('a' + block - 1));
        KerasWays.addTo(chain, "fc1000", values);
    }

    /** Names a block by its stage, from 2 on, and its number in that, from 1 on. */
    private interface BlockName {
        String of(int stage, int block);
    }

    private static void stages(Chain chain, UnitStyle style, ResidualNames names, BlockName name) {
        for (int stage = 0; stage < DEPTHS.size(); stage++) {
            AttributeValues blocks = style.applyTo(
                            ResidualBottleneck.TEMPLATE.schema().defaults())
                    .with(ResidualBottleneck.WIDTH, 64 << stage)
                    .with(ResidualBottleneck.CHANNELS, 256 << stage)
                    .with(ResidualBottleneck.STRIDE_AT, StridePlacement.FIRST)
                    .with(ResidualNames.NAMES, names);
            int stride = stage == 0 ? 1 : 2;
            int depth = DEPTHS.get(stage);
            int number = stage + 2;
            chain.group("conv" + number, inner -> {
                for (int block = 1; block <= depth; block++) {
                    inner.block(
                            name.of(number, block),
                            ResidualBottleneck.TEMPLATE,
                            blocks.with(ResidualBottleneck.STRIDE, block == 1 ? stride : 1)
                                    .with(ResidualBottleneck.SHORTCUT, ShortcutOption.B.of(block == 1)));
                }
            });
        }
        chain.add("avg_pool", GlobalAveragePool.toVector());
    }

    private static void second(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = stem(graph, input, UnitNames.keras("conv"), UnitStyle.BARE.withBias(true));
        for (int stage = 0; stage < DEPTHS.size(); stage++) {
            AttributeValues blocks = STYLE.applyTo(
                            ResidualPreactivation.TEMPLATE.schema().defaults())
                    .with(ResidualPreactivation.WIDTH, 64 << stage)
                    .with(ResidualPreactivation.CHANNELS, 256 << stage)
                    .with(ResidualNames.NAMES, ResidualNames.KERAS);
            int depth = DEPTHS.get(stage);
            int lastStride = stage == DEPTHS.size() - 1 ? 1 : 2;
            chain.group("conv" + (stage + 2), inner -> {
                for (int block = 1; block <= depth; block++) {
                    int stride = block == depth ? lastStride : 1;
                    inner.block(
                            name(inner, block),
                            ResidualPreactivation.TEMPLATE,
                            blocks.with(ResidualPreactivation.STRIDE, stride)
                                    .with(ResidualPreactivation.SHORTCUT, preactivationShortcut(block, stride)));
                }
            });
        }
        Units post = new Units(graph, UnitNames.SUFFIXED, STYLE);
        chain.then(end -> post.activation("post", post.norm("post", end)))
                .add("avg_pool", GlobalAveragePool.toVector());
        KerasWays.addTo(chain, values);
    }

    private static Shortcut preactivationShortcut(int block, int stride) {
        if (block == 1) {
            return Shortcut.PROJECTION;
        }
        return stride > 1 ? Shortcut.SUBSAMPLE : Shortcut.IDENTITY;
    }

    private static String name(Chain stage, int block) {
        return stage.graph().scope().name() + "_block" + block;
    }

    /** Margins are layers of their own, so that the convolution and the pool have none. */
    private static Chain stem(GraphBuilder graph, Shape input, UnitNames names, UnitStyle style) {
        Units units = new Units(graph, names, style);
        return Chain.begin(graph, input)
                .add("conv1_pad", ZeroPad.around(Padding.of(3)))
                .then(padded -> units.conv("1", 64, 7, 2, Padding.VALID, padded))
                .add("pool1_pad", ZeroPad.around(Padding.of(1)))
                .add("pool1_pool", MaxPool.of(3, 2, Padding.VALID));
    }
}
