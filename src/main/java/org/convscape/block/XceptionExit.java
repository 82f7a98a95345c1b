package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/**
 * The module of Xception's exit flow: as at the entry, but it widens in its second step only (Chollet 2016, figure 5).
 */
public final class XceptionExit extends Template {

    /** The number of maps after the first separable convolution. */
    public static final Attribute<Integer> WIDTH =
            BlockAttributes.width("width", "Inner width", 728, "Maps after the first separable convolution.");

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS.withDefault(1024);

    /** The side of the depthwise kernels. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the max pool and of the shortcut. */
    public static final Attribute<Integer> STRIDE = XceptionEntry.STRIDE;

    /** The template. */
    public static final XceptionExit TEMPLATE = new XceptionExit();

    private XceptionExit() {
        super(
                "xception-exit",
                "Xception exit",
                Family.SEPARABLE,
                "Two separable convolutions, the second wider, a max pool and a shortcut (Chollet 2016, figure 5).",
                Shape.maps(19, 19, 728),
                List.of(WIDTH, CHANNELS, KERNEL, STRIDE, StrideMargin.MARGIN, SeparableNames.NAMES),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH, CHANNELS));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int channels = attributes.get(CHANNELS);
        int kernel = attributes.get(KERNEL);
        int stride = attributes.get(STRIDE);
        return new SeparableStack(graph, attributes, source)
                .branch(stack -> stack.step(attributes.get(WIDTH), kernel, true)
                        .step(channels, kernel, true)
                        .pool(stride, attributes.get(StrideMargin.MARGIN)))
                .withProjection(channels, stride);
    }
}
