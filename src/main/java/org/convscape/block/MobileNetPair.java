package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/**
 * MobileNet's separable pair: depthwise and pointwise, each with batch normalisation and an activation (Howard et al.
 * 2017, figure 3 right).
 */
public final class MobileNetPair extends Template {

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS;

    /** The side of the depthwise kernel. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the depthwise convolution. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** The template. */
    public static final MobileNetPair TEMPLATE = new MobileNetPair();

    private MobileNetPair() {
        super(
                "mobilenet-pair",
                "MobileNet pair",
                Family.SEPARABLE,
                "Depthwise and pointwise, each with batch norm and activation (Howard et al. 2017, figure 3).",
                Shape.maps(56, 56, 64),
                List.of(CHANNELS, KERNEL, STRIDE, StrideMargin.MARGIN, SeparableNames.NAMES),
                UnitStyle.BATCH_NORM.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(CHANNELS));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int kernel = BlockAttributes.odd("kernel", attributes.get(KERNEL));
        int stride = attributes.get(STRIDE);
        StrideMargin margin = attributes.get(StrideMargin.MARGIN);
        UnitStyle style = UnitStyle.of(attributes);
        Units units = new Units(graph, UnitNames.SUFFIXED, style);
        boolean keras = attributes.get(SeparableNames.NAMES) == SeparableNames.KERAS;
        String number = SeparableNames.number(graph);
        String padded = margin.pad(graph, keras ? "conv_pad_" + number : "pad", kernel, stride, source);
        String filtered = units.add(
                keras ? "conv_dw_" + number : "depthwise", margin.depthwise(kernel, stride, style.bias()), padded);
        Conv2d pointwise = Conv2d.of(attributes.get(CHANNELS), 1, 1, Padding.VALID, style.bias());
        return units.add(keras ? "conv_pw_" + number : "pointwise", pointwise, filtered);
    }
}
