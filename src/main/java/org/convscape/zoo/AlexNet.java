package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;

/** AlexNet in the single-column form of torchvision (Krizhevsky 2014, after Krizhevsky et al. 2012). */
final class AlexNet {
    private AlexNet() {}

    static List<Network> networks() {
        return List.of(new Network(
                "alexnet",
                "AlexNet",
                Family.PLAIN,
                "Krizhevsky 2014 (one weird trick); torchvision alexnet",
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                AlexNet::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = Chain.begin(graph, input).group("features", AlexNet::features);
        Classifier.pool(chain, mapSide(input.height()), mapSide(input.width()), 6);
        chain.group("classifier", head -> new Classifier(head)
                .dropout(0, 0.5)
                .dense(1, 4096)
                .relu(2)
                .dropout(3, 0.5)
                .dense(4, 4096)
                .relu(5)
                .dense(6, values.get(NetworkAttributes.CLASSES)));
    }

    private static void features(Chain chain) {
        chain.add("0", Conv2d.of(64, 11, 4, Padding.of(2), true))
                .add("1", new Relu())
                .add("2", MaxPool.of(3, 2, Padding.VALID))
                .add("3", Conv2d.of(192, 5, 1, Padding.of(2), true))
                .add("4", new Relu())
                .add("5", MaxPool.of(3, 2, Padding.VALID))
                .add("6", Conv2d.of(384, 3, 1, Padding.of(1), true))
                .add("7", new Relu())
                .add("8", Conv2d.of(256, 3, 1, Padding.of(1), true))
                .add("9", new Relu())
                .add("10", Conv2d.of(256, 3, 1, Padding.of(1), true))
                .add("11", new Relu())
                .add("12", MaxPool.of(3, 2, Padding.VALID));
    }

    /** The side of the maps after the first convolution and three pools; 0 where the picture runs out. */
    private static int mapSide(int side) {
        int maps = (side + 4 - 11) / 4 + 1;
        for (int pool = 0; pool < 3; pool++) {
            maps = Math.max(0, maps - 3) / 2 + (maps < 3 ? 0 : 1);
        }
        return maps;
    }
}
