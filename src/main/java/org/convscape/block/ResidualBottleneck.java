package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/**
 * A 1×1 convolution that reduces, a 3×3, a 1×1 that expands, and a shortcut (He et al. 2015, figure 5 right); with
 * groups in the 3×3 the block of ResNeXt (Xie et al. 2016).
 */
public final class ResidualBottleneck extends Template {

    /** The number of maps inside, from the first 1×1 to the last. */
    public static final Attribute<Integer> WIDTH =
            BlockAttributes.width("width", "Inner width", 64, "Maps between the two 1×1 convolutions.");

    /** The number of maps that leave. */
    public static final Attribute<Integer> CHANNELS = BlockAttributes.CHANNELS.withDefault(256);

    /** The side of the spatial kernel. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL;

    /** The stride of the branch and of the shortcut. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** Which convolution takes the stride. */
    public static final Attribute<StridePlacement> STRIDE_AT = Attribute.choice(
            "strideAt",
            "Stride in",
            StridePlacement.SPATIAL,
            "The first 1×1 (the paper, Keras) or the spatial convolution (torchvision).");

    /** The groups of the spatial convolution. */
    public static final Attribute<Integer> GROUPS = Attribute.integer(
            "groups", "Groups", 1, Conv2d.MAXIMUM_CHANNELS, 1, "Separate groups in the spatial convolution (ResNeXt).");

    /** What is added to the branch. */
    public static final Attribute<Shortcut> SHORTCUT = ResidualBranches.SHORTCUT;

    /** The template of ResNet. */
    public static final ResidualBottleneck TEMPLATE = new ResidualBottleneck(
            "residual-bottleneck",
            "Residual bottleneck",
            "1×1 reduces, 3×3 looks, 1×1 expands, and a shortcut is added (He et al. 2015, figure 5 right).",
            WIDTH,
            GROUPS);

    /** A bottleneck with these defaults. */
    ResidualBottleneck(String id, String label, String help, Attribute<Integer> width, Attribute<Integer> groups) {
        super(
                id,
                label,
                Family.RESIDUAL,
                help,
                Shape.maps(56, 56, 256),
                List.of(width, CHANNELS, KERNEL, STRIDE, STRIDE_AT, groups, SHORTCUT, ResidualNames.NAMES),
                UnitStyle.BATCH_NORM.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        AttributeValues fitted = Fitting.bottleneck(values, exampleInput(), in);
        return fitted.with(GROUPS, Fitting.groups(values.get(GROUPS), fitted.get(WIDTH)));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        int width = attributes.get(WIDTH);
        int channels = attributes.get(CHANNELS);
        int groups = attributes.get(GROUPS);
        int stride = attributes.get(STRIDE);
        boolean strideFirst = attributes.get(STRIDE_AT) == StridePlacement.FIRST;
        Size kernel = Size.square(BlockAttributes.odd("kernel", attributes.get(KERNEL)));
        BlockAttributes.divides(groups, width);
        UnitStyle style = UnitStyle.of(attributes);
        ResidualNames names = attributes.get(ResidualNames.NAMES);
        Units units = new Units(graph, names.units(graph), style);
        ResidualBranches branches =
                new ResidualBranches(graph, names, units, attributes.get(SHORTCUT), channels, stride);
        String reduced = units.conv(names.unit(1, "reduce"), width, 1, strideFirst ? stride : 1, source);
        String spatial = units.grouped(
                names.unit(2, "spatial"),
                width,
                kernel,
                strideFirst ? 1 : stride,
                Units.around(kernel),
                groups,
                reduced);
        String expanded = units.linear().conv(names.unit(3, "expand"), channels, 1, spatial);
        return branches.join(expanded, source);
    }
}
