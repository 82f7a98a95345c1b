package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/** A module of Xception's middle flow: separable convolutions and an identity (Chollet 2016, figure 5). */
public final class XceptionMiddle extends Template {

    /** The number of maps that enter and leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS.withDefault(728);

    /** The side of the depthwise kernels. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** How many separable convolutions there are. */
    public static final Attribute<Integer> DEPTH =
            Attribute.integer("depth", "Depth", 1, 16, 3, "Separable convolutions before the sum.");

    /** The template. */
    public static final XceptionMiddle TEMPLATE = new XceptionMiddle();

    private XceptionMiddle() {
        super(
                "xception-middle",
                "Xception middle",
                Family.SEPARABLE,
                "Three separable convolutions and an identity shortcut (Chollet 2016, figure 5).",
                Shape.maps(19, 19, 728),
                List.of(CHANNELS, KERNEL, DEPTH, SeparableNames.NAMES),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return values.with(CHANNELS, in.channels());
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        return new SeparableStack(graph, attributes, source)
                .branch(stack -> {
                    for (int step = 0; step < attributes.get(DEPTH); step++) {
                        stack.step(attributes.get(CHANNELS), attributes.get(KERNEL), true);
                    }
                })
                .withIdentity();
    }
}
