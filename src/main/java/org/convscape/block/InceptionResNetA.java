package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 35×35 block of Inception-ResNet (Szegedy et al. 2016, figures 10 and 16). */
public final class InceptionResNetA extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 32, "1×1 filters.");

    /** The number of filters of the 3×3 branch. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "3×3", 32, "Filters of the 3×3 branch and of every reduction.");

    /** The number of filters of the first of two 3×3. */
    public static final Attribute<Integer> MIDDLE =
            BlockAttributes.width("middle", "Double 3×3, first", 48, "Filters of the first of two 3×3.");

    /** The number of filters of the second of two 3×3. */
    public static final Attribute<Integer> WIDTH_DOUBLE =
            BlockAttributes.width("widthDouble", "Double 3×3, second", 64, "Filters of the second of two 3×3.");

    /** The number of maps that enter and leave. */
    public static final Attribute<Integer> CHANNELS = ScaledResidual.CHANNELS.withDefault(320);

    /** What the branches are multiplied by before they are added. */
    public static final Attribute<Double> SCALE = ScaledResidual.SCALE.withDefault(0.17);

    /** Whether an activation follows the sum. */
    public static final Attribute<Boolean> FINAL_ACTIVATION = ScaledResidual.FINAL_ACTIVATION;

    /** The template. */
    public static final InceptionResNetA TEMPLATE = new InceptionResNetA();

    private InceptionResNetA() {
        super(
                "inception-resnet-a",
                "Inception-ResNet A",
                Family.INCEPTION,
                "Inception branches as the residual of a shortcut (Szegedy et al. 2016, figures 10 and 16).",
                Shape.maps(35, 35, 320),
                List.of(WIDTH_1X1, WIDTH_3X3, MIDDLE, WIDTH_DOUBLE, CHANNELS, SCALE, FINAL_ACTIVATION),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_1X1, WIDTH_3X3, MIDDLE, WIDTH_DOUBLE))
                .with(CHANNELS, in.channels());
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int width = values.get(WIDTH_3X3);
        String joined = graph.add(
                "concat",
                new Concat(),
                units.conv("branch0", values.get(WIDTH_1X1), 1, source),
                units.branch("branch1", source, in -> units.conv("1", width, 3, units.conv("0", width, 1, in))),
                units.branch("branch2", source, in -> {
                    String first = units.conv("1", values.get(MIDDLE), 3, units.conv("0", width, 1, in));
                    return units.conv("2", values.get(WIDTH_DOUBLE), 3, first);
                }));
        return ScaledResidual.join(graph, values, joined, source);
    }
}
