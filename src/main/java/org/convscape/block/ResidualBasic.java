package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/** Two 3×3 convolutions and a shortcut (He et al. 2015, figure 5 left). */
public final class ResidualBasic extends Template {

    /** The number of maps that both convolutions give. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS;

    /** The side of both kernels. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the first convolution and of the shortcut. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** What is added to the branch. */
    public static final Attribute<Shortcut> SHORTCUT = ResidualBranches.SHORTCUT;

    /** The template. */
    public static final ResidualBasic TEMPLATE = new ResidualBasic();

    private ResidualBasic() {
        super(
                "residual-basic",
                "Basic residual",
                Family.RESIDUAL,
                "Two 3×3 convolutions learn the difference from a shortcut (He et al. 2015, figure 5 left).",
                Shape.maps(56, 56, 64),
                List.of(CHANNELS, KERNEL, STRIDE, SHORTCUT, ResidualNames.NAMES),
                UnitStyle.BATCH_NORM.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.residual(values, in, CHANNELS, STRIDE);
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int channels = attributes.get(CHANNELS);
        int kernel = BlockAttributes.odd("kernel", attributes.get(KERNEL));
        int stride = attributes.get(STRIDE);
        UnitStyle style = UnitStyle.of(attributes);
        ResidualNames names = attributes.get(ResidualNames.NAMES);
        Units units = new Units(graph, names.units(graph), style);
        ResidualBranches branches =
                new ResidualBranches(graph, names, units, attributes.get(SHORTCUT), channels, stride);
        String first = units.conv(names.unit(1, "conv1"), channels, kernel, stride, source);
        String second = units.linear().conv(names.unit(2, "conv2"), channels, kernel, first);
        return branches.join(second, source);
    }
}
