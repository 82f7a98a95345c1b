package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.block.InceptionReductionA;
import org.convscape.block.InceptionResNetA;
import org.convscape.block.InceptionResNetB;
import org.convscape.block.InceptionResNetC;
import org.convscape.block.InceptionResNetReductionB;
import org.convscape.block.InceptionV3A;
import org.convscape.block.Normalisation;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/**
 * The Inception-ResNets: v1 in the layout of facenet, v2 as timm and as Keras have it (Szegedy et al. 2016, figure 15).
 */
final class InceptionResNets {
    private static final Attribute<Integer> BLOCKS_A = NetworkAttributes.repeats("blocksA", "A blocks", 10);
    private static final Attribute<Integer> BLOCKS_B = NetworkAttributes.repeats("blocksB", "B blocks", 20);
    private static final Attribute<Integer> BLOCKS_C = NetworkAttributes.repeats("blocksC", "C blocks", 9);

    private InceptionResNets() {}

    static List<Network> networks() {
        return List.of(
                network(
                        "inception-resnet-v1",
                        "Inception-ResNet v1",
                        "Szegedy et al. 2016; facenet layout with a 512-d head, names of facenet-pytorch",
                        InceptionResNets::first,
                        5,
                        10,
                        5),
                network(
                        "inception-resnet-v2",
                        "Inception-ResNet v2",
                        "Szegedy et al. 2016; timm inception_resnet_v2",
                        (graph, input, values) -> {
                            Chain chain = secondBody(graph, input, values, UnitStyle.INCEPTION);
                            Units units = new Units(graph, UnitNames.MODULE, UnitStyle.INCEPTION);
                            chain.then(in -> units.conv("conv2d_7b", 1536, 1, in))
                                    .add("global_pool", GlobalAveragePool.toVector())
                                    .add("classif", Dense.of(values.get(NetworkAttributes.CLASSES)));
                        },
                        10,
                        20,
                        9),
                network(
                        "keras-inception-resnet-v2",
                        "Keras InceptionResNetV2",
                        "Szegedy et al. 2016; Keras InceptionResNetV2 (batch norm without scale)",
                        InceptionResNets::keras,
                        10,
                        20,
                        9));
    }

    private static Network network(
            String id, String label, String origin, Network.Definition definition, int a, int b, int c) {
        return new Network(
                id,
                label,
                Family.INCEPTION,
                origin,
                Shape.maps(299, 299, 3),
                AttributeSchema.of(
                        NetworkAttributes.CLASSES,
                        BLOCKS_A.withDefault(a),
                        BLOCKS_B.withDefault(b),
                        BLOCKS_C.withDefault(c)),
                definition);
    }

    private static void first(GraphBuilder graph, Shape input, AttributeValues values) {
        UnitStyle style = UnitStyle.INCEPTION;
        Units units = new Units(graph, UnitNames.MODULE, style);
        AttributeValues blockA = InceptionResNetA.TEMPLATE.schema().defaults().with(InceptionResNetA.CHANNELS, 256);
        AttributeValues blockB = InceptionResNetB.TEMPLATE.schema().defaults().with(InceptionResNetB.CHANNELS, 896);
        AttributeValues blockC = InceptionResNetC.TEMPLATE.schema().defaults().with(InceptionResNetC.CHANNELS, 1792);
        Chain chain = stem(graph, input, style).then(in -> units.conv("conv2d_4b", 256, 3, 2, Padding.VALID, in));
        repeat(
                chain,
                "repeat_1",
                InceptionResNetA.TEMPLATE,
                values.get(BLOCKS_A),
                blockA.with(InceptionResNetA.MIDDLE, 32).with(InceptionResNetA.WIDTH_DOUBLE, 32));
        chain.block("mixed_6a", InceptionReductionA.TEMPLATE, reductionA(192, 192, 256));
        repeat(
                chain,
                "repeat_2",
                InceptionResNetB.TEMPLATE,
                values.get(BLOCKS_B),
                blockB.with(InceptionResNetB.WIDTH_1X1, 128)
                        .with(InceptionResNetB.MIDDLE, 128)
                        .with(InceptionResNetB.WIDTH, 128));
        chain.block(
                "mixed_7a",
                InceptionResNetReductionB.TEMPLATE,
                InceptionResNetReductionB.TEMPLATE
                        .schema()
                        .defaults()
                        .with(InceptionResNetReductionB.WIDTH_SECOND, 256)
                        .with(InceptionResNetReductionB.MIDDLE, 256)
                        .with(InceptionResNetReductionB.WIDTH_THIRD, 256));
        AttributeValues thin = blockC.with(InceptionResNetC.MIDDLE, 192).with(InceptionResNetC.WIDTH, 192);
        repeat(chain, "repeat_3", InceptionResNetC.TEMPLATE, values.get(BLOCKS_C), thin);
        chain.block("block8", InceptionResNetC.TEMPLATE, last(thin))
                .add("avgpool_1a", GlobalAveragePool.toVector())
                .add("dropout", new Dropout(0.6))
                .add("last_linear", new Dense(512, false))
                .add("last_bn", BatchNorm.of(1e-3))
                .add("logits", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    private static void keras(GraphBuilder graph, Shape input, AttributeValues values) {
        UnitStyle style = UnitStyle.INCEPTION.withNorm(Normalisation.BATCH_WITHOUT_SCALE);
        Units units = new Units(graph, new UnitNames("", "*", "*_bn", "*_ac"), style);
        Chain chain = secondBody(graph, input, values, style)
                .then(in -> units.conv("conv_7b", 1536, 1, in))
                .add("avg_pool", GlobalAveragePool.toVector());
        KerasWays.addTo(chain, values);
    }

    private static Chain secondBody(GraphBuilder graph, Shape input, AttributeValues values, UnitStyle style) {
        Chain chain = stem(graph, input, style).add("maxpool_5a", MaxPool.of(3, 2, Padding.VALID));
        AttributeValues mixed = InceptionV3A.TEMPLATE
                .schema()
                .defaults()
                .with(InceptionV3A.WIDTH_1X1, 96)
                .with(InceptionV3A.POOL_PROJECTION, 64)
                .with(InceptionV3A.COUNT_PADDING, false)
                .with(InceptionV3A.NAMES, InceptionV3A.Names.TIMM);
        chain.block("mixed_5b", InceptionV3A.TEMPLATE, style.applyTo(mixed));
        repeat(
                chain,
                "repeat",
                InceptionResNetA.TEMPLATE,
                values.get(BLOCKS_A),
                styled(InceptionResNetA.TEMPLATE, style));
        chain.block("mixed_6a", InceptionReductionA.TEMPLATE, style.applyTo(reductionA(256, 256, 384)));
        repeat(
                chain,
                "repeat_1",
                InceptionResNetB.TEMPLATE,
                values.get(BLOCKS_B),
                styled(InceptionResNetB.TEMPLATE, style));
        chain.block("mixed_7a", InceptionResNetReductionB.TEMPLATE, styled(InceptionResNetReductionB.TEMPLATE, style));
        AttributeValues blockC = styled(InceptionResNetC.TEMPLATE, style);
        repeat(chain, "repeat_2", InceptionResNetC.TEMPLATE, values.get(BLOCKS_C), blockC);
        return chain.block("block8", InceptionResNetC.TEMPLATE, last(blockC));
    }

    private static AttributeValues styled(BlockTemplate template, UnitStyle style) {
        return style.applyTo(template.schema().defaults());
    }

    private static AttributeValues reductionA(int reduce, int middle, int doubled) {
        return InceptionReductionA.TEMPLATE
                .schema()
                .defaults()
                .with(InceptionReductionA.REDUCE, reduce)
                .with(InceptionReductionA.MIDDLE, middle)
                .with(InceptionReductionA.WIDTH_DOUBLE, doubled);
    }

    /** The last block neither scales nor ends in an activation. */
    private static AttributeValues last(AttributeValues block) {
        return block.with(InceptionResNetC.SCALE, 1.0).with(InceptionResNetC.FINAL_ACTIVATION, false);
    }

    private static void repeat(Chain chain, String name, BlockTemplate template, int count, AttributeValues values) {
        if (count > 0) {
            chain.group(name, inner -> {
                for (int block = 0; block < count; block++) {
                    inner.block(Integer.toString(block), template, values);
                }
            });
        }
    }

    /** The stem of Inception v3 under timm's names, up to 192 channels. */
    private static Chain stem(GraphBuilder graph, Shape input, UnitStyle style) {
        Units units = new Units(graph, UnitNames.MODULE, style);
        return Chain.begin(graph, input)
                .then(in -> units.conv("conv2d_1a", 32, 3, 2, Padding.VALID, in))
                .then(in -> units.conv("conv2d_2a", 32, 3, 1, Padding.VALID, in))
                .then(in -> units.conv("conv2d_2b", 64, 3, in))
                .add("maxpool_3a", MaxPool.of(3, 2, Padding.VALID))
                .then(in -> units.conv("conv2d_3b", 80, 1, in))
                .then(in -> units.conv("conv2d_4a", 192, 3, 1, Padding.VALID, in));
    }
}
