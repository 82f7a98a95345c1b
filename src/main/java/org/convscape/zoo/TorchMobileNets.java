package org.convscape.zoo;

import java.util.Arrays;
import java.util.List;
import org.convscape.attribute.AttributeValues;
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
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.tensor.Shape;

/**
 * The MobileNets as torchvision and timm have them: those of Keras in the arrays, but with half the kernel as margin on
 * every side and another epsilon, so that they compute something else.
 */
final class TorchMobileNets {
    private static final UnitStyle STYLE = UnitStyle.BATCH_NORM.withActivation(Activation.RELU6);

    private TorchMobileNets() {}

    static List<Network> networks() {
        return List.of(
                network(
                        "timm-mobilenet-v1",
                        "timm MobileNet v1",
                        "Howard et al. 2017; timm mobilenetv1_100",
                        TorchMobileNets::first),
                network(
                        "torch-mobilenet-v2",
                        "torchvision MobileNet v2",
                        "Sandler et al. 2018; torchvision mobilenet_v2",
                        TorchMobileNets::second));
    }

    private static Network network(String id, String label, String origin, Network.Definition definition) {
        return new Network(id, label, Family.SEPARABLE, origin, Shape.maps(224, 224, 3), MobileNets.SCHEMA, definition);
    }

    private static void first(GraphBuilder graph, Shape input, AttributeValues values) {
        double width = values.get(NetworkAttributes.WIDTH);
        Units stem = new Units(graph, new UnitNames("", "conv_*", "bn1", "act1"), STYLE);
        AttributeValues pair = STYLE.applyTo(MobileNetPair.TEMPLATE.schema().defaults())
                .with(StrideMargin.MARGIN, StrideMargin.SYMMETRIC)
                .with(SeparableNames.NAMES, SeparableNames.TORCH);
        MobileNets.begin(graph, input, values)
                .then(in -> stem.conv("stem", MobileNets.divisible(32 * width), 3, 2, in))
                .group("blocks", chain -> stages(chain, pair, width))
                .add("global_pool", GlobalAveragePool.toVector())
                .add("classifier", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    /** A stage begins wherever the channels change. */
    private static void stages(Chain chain, AttributeValues pair, double width) {
        int stage = 0;
        for (int first = 0, next; first < MobileNets.PAIRS.length; first = next) {
            next = first + 1;
            while (next < MobileNets.PAIRS.length && MobileNets.PAIRS[next][0] == MobileNets.PAIRS[first][0]) {
                next++;
            }
            int[][] pairs = Arrays.copyOfRange(MobileNets.PAIRS, first, next);
            chain.group(Integer.toString(stage++), inner -> {
                for (int index = 0; index < pairs.length; index++) {
                    inner.block(
                            Integer.toString(index),
                            MobileNetPair.TEMPLATE,
                            pair.with(MobileNetPair.CHANNELS, MobileNets.divisible(pairs[index][0] * width))
                                    .with(MobileNetPair.STRIDE, pairs[index][1]));
                }
            });
        }
    }

    private static void second(GraphBuilder graph, Shape input, AttributeValues values) {
        double width = values.get(NetworkAttributes.WIDTH);
        Units units = new Units(graph, UnitNames.SEQUENCE, STYLE);
        AttributeValues block = STYLE.applyTo(InvertedResidual.TEMPLATE.schema().defaults())
                .with(StrideMargin.MARGIN, StrideMargin.SYMMETRIC)
                .with(SeparableNames.NAMES, SeparableNames.TORCH);
        MobileNets.begin(graph, input, values)
                .group("features", chain -> {
                    int entering = MobileNets.divisible(32 * width);
                    int number = 0;
                    int stem = entering;
                    chain.then(in -> units.conv(Integer.toString(0), stem, 3, 2, in));
                    for (int[] stage : MobileNets.STAGES) {
                        int channels = MobileNets.divisible(stage[1] * width);
                        for (int repeat = 0; repeat < stage[2]; repeat++) {
                            int stride = repeat == 0 ? stage[3] : 1;
                            chain.block(
                                    Integer.toString(++number),
                                    InvertedResidual.TEMPLATE,
                                    block.with(InvertedResidual.WIDTH, stage[0] == 1 ? 0 : stage[0] * entering)
                                            .with(InvertedResidual.CHANNELS, channels)
                                            .with(InvertedResidual.STRIDE, stride)
                                            .with(InvertedResidual.SHORTCUT, stride == 1 && entering == channels));
                            entering = channels;
                        }
                    }
                    String last = Integer.toString(number + 1);
                    chain.then(in -> units.conv(last, MobileNets.divisible(1280 * Math.max(1, width)), 1, in));
                })
                .add("avgpool", GlobalAveragePool.toVector())
                .group(
                        "classifier",
                        chain -> new Classifier(chain).dropout(0, 0.2).dense(1, values.get(NetworkAttributes.CLASSES)));
    }
}
