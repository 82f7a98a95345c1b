package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The reduction from 35×35 to 17×17 of Inception v4 and both Inception-ResNets (Szegedy et al. 2016, figure 7). */
public final class InceptionReductionA extends Template {

    /** The number of 1×1 filters: k of the paper. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "k", 192, "1×1 filters before the two 3×3.");

    /** The number of 3×3 filters: l of the paper. */
    public static final Attribute<Integer> MIDDLE = BlockAttributes.width("middle", "l", 224, "3×3 filters.");

    /** The number of strided 3×3 filters after them: m of the paper. */
    public static final Attribute<Integer> WIDTH_DOUBLE =
            BlockAttributes.width("widthDouble", "m", 256, "Strided 3×3 filters after them.");

    /** The number of strided 3×3 filters on the input: n of the paper. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "n", 384, "Strided 3×3 filters on the full input.");

    /** The template. */
    public static final InceptionReductionA TEMPLATE = new InceptionReductionA();

    private InceptionReductionA() {
        super(
                "inception-reduction-a",
                "Reduction A",
                Family.INCEPTION,
                "From 35×35 to 17×17 in Inception v4 and Inception-ResNet (Szegedy et al. 2016, figure 7 and table 1).",
                Shape.maps(35, 35, 384),
                List.of(REDUCE, MIDDLE, WIDTH_DOUBLE, WIDTH_3X3),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(REDUCE, MIDDLE, WIDTH_DOUBLE, WIDTH_3X3));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        return graph.add(
                "concat",
                new Concat(),
                units.conv("branch0", values.get(WIDTH_3X3), 3, 2, Padding.VALID, source),
                units.branch("branch1", source, in -> {
                    String first = units.conv("1", values.get(MIDDLE), 3, units.conv("0", values.get(REDUCE), 1, in));
                    return units.conv("2", values.get(WIDTH_DOUBLE), 3, 2, Padding.VALID, first);
                }),
                graph.add("branch2", MaxPool.of(3, 2, Padding.VALID), source));
    }
}
