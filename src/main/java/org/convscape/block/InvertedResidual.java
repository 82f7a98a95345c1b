package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/**
 * MobileNet v2's block: expands, filters depthwise, projects linearly to few channels, and adds a shortcut between
 * these thin ends (Sandler et al. 2018, figure 4d).
 */
public final class InvertedResidual extends Template {

    /** The number of maps between expansion and projection; 0 for a block that does not expand. */
    public static final Attribute<Integer> WIDTH = Attribute.integer(
            "width",
            "Expanded width",
            0,
            Conv2d.MAXIMUM_CHANNELS,
            144,
            "Maps that are filtered depthwise: usually 6 times the input; 0 filters the input itself.");

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS.withDefault(24);

    /** The side of the depthwise kernel. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the depthwise convolution. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** Whether the input is added: needs stride 1 and equal channels. */
    public static final Attribute<Boolean> SHORTCUT =
            Attribute.flag("shortcut", "Shortcut", true, "The input is added; needs stride 1 and equal channels.");

    /** The template. */
    public static final InvertedResidual TEMPLATE = new InvertedResidual();

    private InvertedResidual() {
        super(
                "inverted-residual",
                "Inverted residual",
                Family.SEPARABLE,
                "Expands, filters depthwise, projects without activation (Sandler et al. 2018, figure 4d).",
                Shape.maps(56, 56, 24),
                List.of(WIDTH, CHANNELS, KERNEL, STRIDE, SHORTCUT, StrideMargin.MARGIN, SeparableNames.NAMES),
                UnitStyle.BATCH_NORM.withActivation(Activation.RELU6).attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        AttributeValues fitted = Fitting.scaled(values, exampleInput(), in, List.of(WIDTH))
                .with(CHANNELS, Fitting.channels(values.get(CHANNELS), in));
        return fitted.with(SHORTCUT, values.get(SHORTCUT) && Fitting.addable(fitted, in, CHANNELS, STRIDE));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int kernel = BlockAttributes.odd("kernel", attributes.get(KERNEL));
        int stride = attributes.get(STRIDE);
        int width = attributes.get(WIDTH);
        boolean shortcut = attributes.get(SHORTCUT);
        if (shortcut && stride > 1) {
            throw new InvalidAttribute("shortcut: the input keeps its size, but the stride is " + stride
                    + "; shortcut=false, or stride=1, would work");
        }
        StrideMargin margin = attributes.get(StrideMargin.MARGIN);
        UnitStyle style = UnitStyle.of(attributes);
        SeparableNames names = attributes.get(SeparableNames.NAMES);
        Layers layers = Layers.of(names, names.prefix(graph), width > 0);
        Units units = new Units(graph, names.suffixed(), style);
        String projected = units.branch(names == SeparableNames.TORCH ? "conv" : "", source, in -> {
            String expanded = width == 0 ? in : units.conv(layers.expand(), width, 1, in);
            String padded = margin.pad(graph, layers.pad(), kernel, stride, expanded);
            String filtered = units.add(layers.depthwise(), margin.depthwise(kernel, stride, style.bias()), padded);
            Conv2d projection = Conv2d.of(attributes.get(CHANNELS), 1, 1, Padding.VALID, style.bias());
            return units.linear().named(layers.last()).add(layers.project(), projection, filtered);
        });
        return shortcut ? graph.add(layers.add(), new Add(), projected, source) : projected;
    }

    /** What the layers are called; torchvision numbers them, from the first that there is. */
    private record Layers(String expand, String pad, String depthwise, String project, UnitNames last, String add) {

        static Layers of(SeparableNames names, String prefix, boolean expands) {
            if (names == SeparableNames.TORCH) {
                int depthwise = expands ? 1 : 0;
                UnitNames last = new UnitNames("", "*", Integer.toString(depthwise + 2), "");
                return new Layers(
                        "0", "pad", Integer.toString(depthwise), Integer.toString(depthwise + 1), last, "add");
            }
            return new Layers(
                    prefix + "expand",
                    prefix + "pad",
                    prefix + "depthwise",
                    prefix + "project",
                    names.suffixed(),
                    prefix + "add");
        }
    }
}
