package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.Family;
import org.convscape.block.SeparableConv;
import org.convscape.block.SeparableNames;
import org.convscape.block.StrideMargin;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.block.XceptionEntry;
import org.convscape.block.XceptionExit;
import org.convscape.block.XceptionMiddle;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.tensor.Shape;

/**
 * Xception as timm has it under the name of {@code legacy_xception}, and Cadene before: with other margins of its pools
 * and another epsilon than Keras.
 */
final class TimmXception {
    private static final UnitStyle STYLE = UnitStyle.BATCH_NORM;

    private TimmXception() {}

    static List<Network> networks() {
        return List.of(new Network(
                "timm-xception",
                "timm Xception",
                Family.SEPARABLE,
                "Chollet 2016, figure 5; timm legacy_xception",
                Shape.maps(299, 299, 3),
                AttributeSchema.of(NetworkAttributes.CLASSES, Xceptions.MIDDLE),
                TimmXception::build));
    }

    private static void build(GraphBuilder graph, Shape input, AttributeValues values) {
        Units units = new Units(graph, UnitNames.NUMBERED, STYLE);
        AttributeValues entry =
                torch(XceptionEntry.TEMPLATE.schema()).with(StrideMargin.MARGIN, StrideMargin.SYMMETRIC);
        Chain chain = Chain.begin(graph, input)
                .then(in -> units.conv("1", 32, 3, 2, Padding.VALID, in))
                .then(in -> units.conv("2", 64, 3, 1, Padding.VALID, in))
                .block(
                        "block1",
                        XceptionEntry.TEMPLATE,
                        entry.with(XceptionEntry.CHANNELS, 128).with(XceptionEntry.LEADING_ACTIVATION, false))
                .block("block2", XceptionEntry.TEMPLATE, entry.with(XceptionEntry.CHANNELS, 256))
                .block("block3", XceptionEntry.TEMPLATE, entry.with(XceptionEntry.CHANNELS, 728));
        int block = 4;
        for (int middle = 0; middle < values.get(Xceptions.MIDDLE); middle++) {
            chain.block("block" + block++, XceptionMiddle.TEMPLATE, torch(XceptionMiddle.TEMPLATE.schema()));
        }
        chain.block(
                "block" + block,
                XceptionExit.TEMPLATE,
                torch(XceptionExit.TEMPLATE.schema()).with(StrideMargin.MARGIN, StrideMargin.SYMMETRIC));
        separable(chain, units, "3", 1536);
        separable(chain, units, "4", 2048);
        chain.add("global_pool", GlobalAveragePool.toVector())
                .add("fc", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    private static AttributeValues torch(AttributeSchema schema) {
        return STYLE.applyTo(schema.defaults()).with(SeparableNames.NAMES, SeparableNames.TORCH);
    }

    /** A separable convolution with its activation behind it, as only the last two have it. */
    private static void separable(Chain chain, Units units, String number, int channels) {
        chain.block(
                        "conv" + number,
                        SeparableConv.TEMPLATE,
                        torch(SeparableConv.TEMPLATE.schema()).with(SeparableConv.CHANNELS, channels))
                .then(in -> units.activation(number, units.norm(number, in)));
    }
}
