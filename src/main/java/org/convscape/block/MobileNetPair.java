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
        Layers layers = Layers.of(attributes.get(SeparableNames.NAMES), graph);
        String padded = margin.pad(graph, layers.pad(), kernel, stride, source);
        String filtered = new Units(graph, layers.first(), style)
                .add(layers.depthwise(), margin.depthwise(kernel, stride, style.bias()), padded);
        Conv2d pointwise = Conv2d.of(attributes.get(CHANNELS), 1, 1, Padding.VALID, style.bias());
        return new Units(graph, layers.second(), style).add(layers.pointwise(), pointwise, filtered);
    }

    /** What the layers are called; timm numbers what follows the two convolutions. */
    private record Layers(String pad, String depthwise, String pointwise, UnitNames first, UnitNames second) {

        static Layers of(SeparableNames names, GraphBuilder graph) {
            return switch (names) {
                case PAPER -> new Layers("pad", "depthwise", "pointwise", UnitNames.SUFFIXED, UnitNames.SUFFIXED);
                case KERAS -> {
                    String number = SeparableNames.number(graph);
                    yield new Layers(
                            "conv_pad_" + number,
                            "conv_dw_" + number,
                            "conv_pw_" + number,
                            UnitNames.SUFFIXED,
                            UnitNames.SUFFIXED);
                }
                case TORCH -> new Layers("pad", "conv_dw", "conv_pw", UnitNames.timm(1), UnitNames.timm(2));
            };
        }
    }
}
