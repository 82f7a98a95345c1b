package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/**
 * A bottleneck that normalises and activates before each convolution, so that nothing stands on the identity path (He
 * et al. 2016, figure 1b).
 */
public final class ResidualPreactivation extends Template {

    /** The number of maps inside. */
    public static final Attribute<Integer> WIDTH = ResidualBottleneck.WIDTH;

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = ResidualBottleneck.CHANNELS;

    /** The side of the spatial kernel. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the spatial convolution and of the shortcut. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** What is added: a projection takes the activated input, everything else the input itself. */
    public static final Attribute<Shortcut> SHORTCUT = ResidualBranches.SHORTCUT;

    /** The template. */
    public static final ResidualPreactivation TEMPLATE = new ResidualPreactivation();

    private ResidualPreactivation() {
        super(
                "residual-preactivation",
                "Pre-activation",
                Family.RESIDUAL,
                "Batch norm and ReLU come before each convolution; the shortcut stays clean (He et al. 2016, figure 1b).",
                Shape.maps(56, 56, 256),
                List.of(WIDTH, CHANNELS, KERNEL, STRIDE, SHORTCUT, ResidualNames.NAMES),
                UnitStyle.BATCH_NORM.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.bottleneck(values, exampleInput(), in);
    }

    /** Expands; a bias stands only in the convolutions that no normalisation follows. */
    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int width = attributes.get(WIDTH);
        int channels = attributes.get(CHANNELS);
        int stride = attributes.get(STRIDE);
        int kernel = BlockAttributes.odd("kernel", attributes.get(KERNEL));
        Shortcut shortcut = attributes.get(SHORTCUT);
        ResidualNames names = attributes.get(ResidualNames.NAMES);
        UnitStyle style = UnitStyle.of(attributes);
        Units normed = new Units(graph, names.units(graph), style);
        UnitStyle bare = style.withNorm(Normalisation.NONE).withActivation(Activation.NONE);
        Units last = normed.styled(bare);
        Units inner = normed.styled(bare.withBias(style.bias() && style.norm() == Normalisation.NONE));
        ResidualBranches branches = new ResidualBranches(graph, names, last, shortcut, channels, stride);
        String ready = activated(normed, before(names, 1, "preact"), source);
        String reduced = inner.conv(names.unit(1, "reduce"), width, 1, ready);
        String spatial = inner.conv(
                names.unit(2, "spatial"),
                width,
                kernel,
                stride,
                activated(normed, before(names, 2, "reduce"), reduced));
        String expanded = last.conv(
                names.unit(3, "expand"), channels, 1, activated(normed, before(names, 3, "spatial"), spatial));
        return branches.sum(
                names == ResidualNames.KERAS ? names.result(graph) : "add",
                expanded,
                shortcut == Shortcut.PROJECTION ? ready : source);
    }

    private static String activated(Units units, String name, String source) {
        return units.activation(name, units.norm(name, source));
    }

    /**
     * The name of what stands before convolution {@code number}: Keras counts it with the one before that.
     */
    private static String before(ResidualNames names, int number, String part) {
        return switch (names) {
            case PAPER, TORCHVISION, CAFFE -> names.unit(number, part);
            case KERAS -> number == 1 ? "preact" : Integer.toString(number - 1);
        };
    }
}
