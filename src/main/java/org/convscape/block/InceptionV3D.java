package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The reduction of Inception v3 from 17×17 to 8×8, after the recipe of Szegedy et al. 2015, figure 10. */
public final class InceptionV3D extends Template {

    /** The number of filters before the strided convolutions. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Inner width", 192, "Filters before the strided convolutions.");

    /** The number of strided 3×3 filters. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "3×3", 320, "Strided 3×3 filters of the first branch.");

    /** The number of strided 3×3 filters after the 7×7. */
    public static final Attribute<Integer> WIDTH_7X7 =
            BlockAttributes.width("width7x7", "7×7 and 3×3", 192, "Strided 3×3 filters of the second branch.");

    /** The template. */
    public static final InceptionV3D TEMPLATE = new InceptionV3D();

    private InceptionV3D() {
        super(
                "inception-v3-d",
                "Inception v3 D",
                Family.INCEPTION,
                "Halves the picture; one branch has looked over 7×7 before (after Szegedy et al. 2015, figure 10).",
                Shape.maps(17, 17, 768),
                List.of(REDUCE, WIDTH_3X3, WIDTH_7X7),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(REDUCE, WIDTH_3X3, WIDTH_7X7));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int inner = values.get(REDUCE);
        String reduced = units.conv("branch3x3_1", inner, 1, source);
        String strided = units.conv("branch3x3_2", values.get(WIDTH_3X3), 3, 2, Padding.VALID, reduced);
        String seven = units.conv("branch7x7x3_1", inner, 1, source);
        seven = units.conv("branch7x7x3_2", inner, new Size(1, 7), seven);
        seven = units.conv("branch7x7x3_3", inner, new Size(7, 1), seven);
        seven = units.conv("branch7x7x3_4", values.get(WIDTH_7X7), 3, 2, Padding.VALID, seven);
        String pooled = graph.add("branch_pool", MaxPool.of(3, 2, Padding.VALID), source);
        return graph.add("concat", new Concat(), strided, seven, pooled);
    }
}
