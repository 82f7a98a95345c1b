package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/**
 * A module of Xception's entry flow: two separable convolutions, a max pool, a projected shortcut (Chollet 2016, figure
 * 5).
 */
public final class XceptionEntry extends Template {

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS.withDefault(256);

    /** The side of the depthwise kernels. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the max pool and of the shortcut. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE.withDefault(2);

    /** Whether an activation comes first; not in the first module, which follows one. */
    public static final Attribute<Boolean> LEADING_ACTIVATION = Attribute.flag(
            "leadingActivation", "Leading activation", true, "An activation comes first; not in the first module.");

    /** The template. */
    public static final XceptionEntry TEMPLATE = new XceptionEntry();

    private XceptionEntry() {
        super(
                "xception-entry",
                "Xception entry",
                Family.SEPARABLE,
                "Two separable convolutions, a max pool and a projected shortcut (Chollet 2016, figure 5).",
                Shape.maps(74, 74, 128),
                List.of(CHANNELS, KERNEL, STRIDE, LEADING_ACTIVATION, StrideMargin.MARGIN, SeparableNames.NAMES),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(CHANNELS));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int channels = attributes.get(CHANNELS);
        int kernel = attributes.get(KERNEL);
        int stride = attributes.get(STRIDE);
        return new SeparableStack(graph, attributes, source)
                .branch(stack -> stack.step(channels, kernel, attributes.get(LEADING_ACTIVATION))
                        .step(channels, kernel, true)
                        .pool(stride, attributes.get(StrideMargin.MARGIN)))
                .withProjection(channels, stride);
    }
}
