package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;

/**
 * VGG: nothing but 3×3 convolutions and pools, and three dense layers (Simonyan and Zisserman 2014, table 1 D and E).
 */
final class Vgg {
    private Vgg() {}

    static List<Network> networks() {
        return List.of(
                network("vgg16", "VGG-16", List.of(2, 2, 3, 3, 3)), network("vgg19", "VGG-19", List.of(2, 2, 4, 4, 4)));
    }

    private static Network network(String id, String label, List<Integer> depths) {
        return new Network(
                id,
                label,
                Family.PLAIN,
                "Simonyan and Zisserman 2014; torchvision " + id,
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                (graph, input, values) -> {
                    Chain chain = Chain.begin(graph, input).group("features", inner -> features(inner, depths));
                    int halvings = depths.size();
                    Classifier.pool(chain, input.height() >> halvings, input.width() >> halvings, 7);
                    classifier(chain, values);
                });
    }

    /** Counts every layer, as torch's sequence does. */
    private static void features(Chain chain, List<Integer> depths) {
        int number = 0;
        for (int stage = 0; stage < depths.size(); stage++) {
            for (int layer = 0; layer < depths.get(stage); layer++) {
                chain.add("" + number++, Conv2d.of(Math.min(512, 64 << stage), 3, 1, Padding.of(1), true))
                        .add("" + number++, new Relu());
            }
            chain.add("" + number++, MaxPool.of(2, 2, Padding.VALID));
        }
    }

    private static void classifier(Chain chain, AttributeValues values) {
        chain.group("classifier", head -> new Classifier(head)
                .dense(0, 4096)
                .relu(1)
                .dropout(2, 0.5)
                .dense(3, 4096)
                .relu(4)
                .dropout(5, 0.5)
                .dense(6, values.get(NetworkAttributes.CLASSES)));
    }
}
