package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.tensor.Shape;

/**
 * Xception's separable convolution: a depthwise and a pointwise one with nothing between them (Chollet 2016, section
 * 3).
 */
public final class SeparableConv extends Template {

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS;

    /** The side of the depthwise kernel. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the depthwise convolution. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** How many maps the depthwise convolution makes of each. */
    public static final Attribute<Integer> MULTIPLIER = Attribute.integer(
            "multiplier", "Depth multiplier", 1, 1024, 1, "How many maps the depthwise convolution makes of each.");

    /** Whether the pointwise convolution has a bias. */
    public static final Attribute<Boolean> BIAS = UnitStyle.BIAS;

    /** The template. */
    public static final SeparableConv TEMPLATE = new SeparableConv();

    private SeparableConv() {
        super(
                "separable-conv",
                "Separable convolution",
                Family.SEPARABLE,
                "Depthwise, then pointwise, with no activation between (Chollet 2016, section 3).",
                Shape.maps(56, 56, 64),
                List.of(CHANNELS, KERNEL, STRIDE, MULTIPLIER, BIAS, SeparableNames.NAMES),
                List.of());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(CHANNELS));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        DepthwiseConv2d depthwise = new DepthwiseConv2d(
                attributes.get(MULTIPLIER),
                Size.square(attributes.get(KERNEL)),
                Size.square(attributes.get(STRIDE)),
                Padding.SAME,
                Size.square(1),
                false);
        Conv2d pointwise = Conv2d.of(attributes.get(CHANNELS), 1, 1, Padding.VALID, attributes.get(BIAS));
        boolean torch = attributes.get(SeparableNames.NAMES) == SeparableNames.TORCH;
        return graph.add("pointwise", pointwise, graph.add(torch ? "conv1" : "depthwise", depthwise, source));
    }
}
