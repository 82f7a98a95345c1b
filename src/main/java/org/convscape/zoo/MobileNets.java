package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Activation;
import org.convscape.block.Family;
import org.convscape.block.InvertedResidual;
import org.convscape.block.MobileNetPair;
import org.convscape.block.SeparableNames;
import org.convscape.block.StrideMargin;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Softmax;
import org.convscape.tensor.Shape;

/** The MobileNets as Keras has them, and the dense twin of the first (Howard et al. 2017; Sandler et al. 2018). */
final class MobileNets {
    private static final UnitStyle STYLE = UnitStyle.INCEPTION.withActivation(Activation.RELU6);
    static final AttributeSchema SCHEMA =
            AttributeSchema.of(NetworkAttributes.CLASSES, NetworkAttributes.WIDTH, NetworkAttributes.RESOLUTION);

    /** Channels and stride of the thirteen pairs of v1. */
    static final int[][] PAIRS = {
        {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1}, {512, 1}, {512, 1},
        {1024, 2}, {1024, 1}
    };

    /** Expansion, channels, repetitions and first stride of the stages of v2. */
    static final int[][] STAGES = {
        {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
    };

    private MobileNets() {}

    static List<Network> networks() {
        return List.of(
                network("mobilenet-v1", "MobileNet v1", "Howard et al. 2017; Keras MobileNet", MobileNets::first),
                network(
                        "conv-mobilenet",
                        "Conv MobileNet",
                        "Howard et al. 2017, table 4: each separable pair as one dense 3×3",
                        MobileNets::dense),
                network("mobilenet-v2", "MobileNet v2", "Sandler et al. 2018; Keras MobileNetV2", MobileNets::second));
    }

    private static Network network(String id, String label, String origin, Network.Definition definition) {
        return new Network(id, label, Family.SEPARABLE, origin, Shape.maps(224, 224, 3), SCHEMA, definition);
    }

    /** Begins with the picture, whose sides the resolution multiplier has changed. */
    static Chain begin(GraphBuilder graph, Shape input, AttributeValues values) {
        double resolution = values.get(NetworkAttributes.RESOLUTION);
        return Chain.begin(
                graph,
                Shape.maps(
                        (int) Math.max(1, Math.round(input.height() * resolution)),
                        (int) Math.max(1, Math.round(input.width() * resolution)),
                        input.channels()));
    }

    private static Chain beginV1(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.SUFFIXED, STYLE);
        int channels = NetworkAttributes.scaled(32, values.get(NetworkAttributes.WIDTH));
        return begin(graph, input, values).then(in -> units.conv("conv1", channels, 3, 2, Padding.SAME, in));
    }

    private static void first(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = beginV1(graph, input, values);
        AttributeValues pair = STYLE.applyTo(MobileNetPair.TEMPLATE.schema().defaults())
                .with(StrideMargin.MARGIN, StrideMargin.TRAILING)
                .with(SeparableNames.NAMES, SeparableNames.KERAS);
        for (int index = 0; index < PAIRS.length; index++) {
            int channels = NetworkAttributes.scaled(PAIRS[index][0], values.get(NetworkAttributes.WIDTH));
            chain.block(
                    "conv_" + (index + 1),
                    MobileNetPair.TEMPLATE,
                    pair.with(MobileNetPair.CHANNELS, channels).with(MobileNetPair.STRIDE, PAIRS[index][1]));
        }
        headV1(chain, values);
    }

    private static void dense(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = beginV1(graph, input, values);
        Units units = new Units(graph, UnitNames.SUFFIXED, STYLE.withActivation(Activation.RELU));
        for (int index = 0; index < PAIRS.length; index++) {
            String name = "conv_" + (index + 1);
            int channels = NetworkAttributes.scaled(PAIRS[index][0], values.get(NetworkAttributes.WIDTH));
            int stride = PAIRS[index][1];
            chain.then(in -> units.conv(name, channels, 3, stride, Padding.SAME, in));
        }
        headV1(chain, values);
    }

    /** The classifier of v1 is a 1×1 convolution. */
    private static void headV1(Chain chain, AttributeValues values) {
        int classes = values.get(NetworkAttributes.CLASSES);
        chain.add("global_average_pooling2d", new GlobalAveragePool(true))
                .add("dropout", new Dropout(1e-3))
                .add("conv_preds", Conv2d.of(classes, 1, 1, Padding.VALID, true))
                .add("reshape_2", new Flatten())
                .add("predictions", new Softmax());
    }

    private static void second(GraphBuilder graph, Shape input, AttributeValues values) {
        double width = values.get(NetworkAttributes.WIDTH);
        Units stem = new Units(graph, new UnitNames("", "*", "bn_*", "*_relu"), STYLE);
        Chain chain = begin(graph, input, values)
                .then(in -> stem.conv("Conv1", divisible(32 * width), 3, 2, Padding.SAME, in));
        AttributeValues block = STYLE.applyTo(InvertedResidual.TEMPLATE.schema().defaults())
                .with(SeparableNames.NAMES, SeparableNames.KERAS);
        int entering = divisible(32 * width);
        int number = 0;
        for (int[] stage : STAGES) {
            int channels = divisible((int) (stage[1] * width));
            for (int repeat = 0; repeat < stage[2]; repeat++) {
                int stride = repeat == 0 ? stage[3] : 1;
                chain.block(
                        number == 0 ? "expanded_conv" : "block_" + number,
                        InvertedResidual.TEMPLATE,
                        block.with(InvertedResidual.WIDTH, stage[0] == 1 ? 0 : stage[0] * entering)
                                .with(InvertedResidual.CHANNELS, channels)
                                .with(InvertedResidual.STRIDE, stride)
                                .with(InvertedResidual.SHORTCUT, stride == 1 && entering == channels));
                entering = channels;
                number++;
            }
        }
        Units last = stem.named(new UnitNames("", "*", "*_bn", "out_relu"));
        chain.then(in -> last.conv("Conv_1", width > 1 ? divisible(1280 * width) : 1280, 1, in))
                .add("global_average_pooling2d", GlobalAveragePool.toVector());
        KerasWays.addTo(chain, values);
    }

    /** The nearest multiple of 8, at least 8, and not less than nine tenths of what was asked for. */
    static int divisible(double channels) {
        int rounded = Math.max(8, (int) (channels + 4) / 8 * 8);
        return rounded < 0.9 * channels ? rounded + 8 : rounded;
    }
}
