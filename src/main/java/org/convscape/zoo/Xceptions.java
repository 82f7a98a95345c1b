package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.SeparableConv;
import org.convscape.block.SeparableNames;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.block.XceptionEntry;
import org.convscape.block.XceptionExit;
import org.convscape.block.XceptionMiddle;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.tensor.Shape;

/** Xception as Keras has it (Chollet 2016, figure 5). */
final class Xceptions {
    static final Attribute<Integer> MIDDLE = NetworkAttributes.repeats("middle", "Middle modules", 8);

    private Xceptions() {}

    static List<Network> networks() {
        return List.of(new Network(
                "xception",
                "Xception",
                Family.SEPARABLE,
                "Chollet 2016, figure 5; Keras Xception",
                Shape.maps(299, 299, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES, MIDDLE),
                Xceptions::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, new UnitNames("", "*", "*_bn", "*_act"), UnitStyle.INCEPTION);
        Chain chain = Chain.begin(graph, input)
                .group("block1", in -> in.then(at -> units.conv("block1_conv1", 32, 3, 2, Padding.VALID, at))
                        .then(at -> units.conv("block1_conv2", 64, 3, 1, Padding.VALID, at)))
                .block("block2", XceptionEntry.TEMPLATE, entry(128).with(XceptionEntry.LEADING_ACTIVATION, false))
                .block("block3", XceptionEntry.TEMPLATE, entry(256))
                .block("block4", XceptionEntry.TEMPLATE, entry(728));
        int block = 5;
        for (int middle = 0; middle < values.get(MIDDLE); middle++) {
            chain.block("block" + block++, XceptionMiddle.TEMPLATE, keras(XceptionMiddle.TEMPLATE.schema()));
        }
        chain.block("block" + block++, XceptionExit.TEMPLATE, keras(XceptionExit.TEMPLATE.schema()));
        String last = "block" + block;
        chain.group(last, in -> {
                    separable(in, units, last + "_sepconv1", 1536);
                    separable(in, units, last + "_sepconv2", 2048);
                })
                .add("avg_pool", GlobalAveragePool.toVector());
        KerasWays.addTo(chain, values);
    }

    private static AttributeValues entry(int channels) {
        return keras(XceptionEntry.TEMPLATE.schema()).with(XceptionEntry.CHANNELS, channels);
    }

    private static AttributeValues keras(AttributeSchema schema) {
        return schema.defaults().with(SeparableNames.NAMES, SeparableNames.KERAS);
    }

    /** A separable convolution with its activation behind it, as only the last two have it. */
    private static void separable(Chain chain, Units units, String name, int channels) {
        chain.block(
                        name,
                        SeparableConv.TEMPLATE,
                        SeparableConv.TEMPLATE.schema().defaults().with(SeparableConv.CHANNELS, channels))
                .then(in -> units.activation(name, units.norm(name, in)));
    }
}
