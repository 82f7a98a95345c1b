package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.InceptionV1;
import org.convscape.block.MobileNetPair;
import org.convscape.block.ResidualBottleneck;
import org.convscape.block.Shortcut;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/**
 * What the first start shows: one block of each family side by side behind a stem, so that their maps can be compared.
 */
final class FirstLook {
    private FirstLook() {}

    static List<Network> networks() {
        return List.of(new Network(
                "first-look",
                "First look",
                Family.MIXED,
                "A residual bottleneck, an Inception module and a MobileNet pair behind the stem of ResNet",
                Shape.maps(224, 224, 3),
                AttributeSchema.EMPTY,
                (graph, input, attributes) -> build(graph, input)));
    }

    private static void build(GraphBuilder graph, Shape input) {
        Units units = new Units(graph, UnitNames.NUMBERED, UnitStyle.BATCH_NORM);
        String stem = Chain.begin(graph, input)
                .then(picture -> units.conv("1", 64, 7, 2, picture))
                .add("maxpool", MaxPool.of(3, 2, Padding.of(1)))
                .end();
        ResidualBottleneck.TEMPLATE.addTo(
                graph,
                "bottleneck",
                ResidualBottleneck.TEMPLATE.schema().defaults().with(ResidualBottleneck.SHORTCUT, Shortcut.PROJECTION),
                stem);
        InceptionV1.TEMPLATE.addTo(
                graph, "inception", InceptionV1.TEMPLATE.schema().defaults(), stem);
        MobileNetPair.TEMPLATE.addTo(
                graph, "separable", MobileNetPair.TEMPLATE.schema().defaults(), stem);
    }
}
