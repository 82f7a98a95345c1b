package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Window;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/**
 * Network in Network: 1×1 convolutions after each spatial one, and averages in the place of dense layers (Lin et al.
 * 2013).
 */
final class NetworkInNetwork {
    private NetworkInNetwork() {}

    static List<Network> networks() {
        return List.of(new Network(
                "nin",
                "Network in Network",
                Family.PLAIN,
                "Lin et al. 2013; Caffe model zoo nin_imagenet",
                Shape.maps(224, 224, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES),
                NetworkInNetwork::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.BIASED);
        Chain.begin(graph, input)
                .then(in -> units.conv("conv1", 96, 11, 4, Padding.VALID, in))
                .then(in -> units.conv("cccp1", 96, 1, in))
                .then(in -> units.conv("cccp2", 96, 1, in))
                .add("pool0", pool())
                .then(in -> units.conv("conv2", 256, 5, in))
                .then(in -> units.conv("cccp3", 256, 1, in))
                .then(in -> units.conv("cccp4", 256, 1, in))
                .add("pool2", pool())
                .then(in -> units.conv("conv3", 384, 3, in))
                .then(in -> units.conv("cccp5", 384, 1, in))
                .then(in -> units.conv("cccp6", 384, 1, in))
                .add("pool3", pool())
                .add("drop", new Dropout(0.5))
                .then(in -> units.conv("conv4-1024", 1024, 3, in))
                .then(in -> units.conv("cccp7-1024", 1024, 1, in))
                .then(in -> units.conv("cccp8-1024", values.get(NetworkAttributes.CLASSES), 1, in))
                .add("pool4", GlobalAveragePool.toVector());
    }

    private static MaxPool pool() {
        return MaxPool.of(3, 2, Padding.VALID, Window.Rounding.CEIL);
    }
}
