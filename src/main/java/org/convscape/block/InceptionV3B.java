package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The reduction of Inception v3 from 35×35 to 17×17 (Szegedy et al. 2015, figure 10). */
public final class InceptionV3B extends Template {

    /** The number of strided 3×3 filters. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "3×3", 384, "Strided 3×3 filters on the full input.");

    /** The number of 1×1 filters before the two 3×3. */
    public static final Attribute<Integer> REDUCE_DOUBLE =
            BlockAttributes.width("reduceDouble", "Double 3×3 reduce", 64, "1×1 filters before the two 3×3.");

    /** The number of filters of each of the two 3×3. */
    public static final Attribute<Integer> WIDTH_DOUBLE =
            BlockAttributes.width("widthDouble", "Double 3×3", 96, "Filters of each of the two 3×3.");

    /** The template. */
    public static final InceptionV3B TEMPLATE = new InceptionV3B();

    private InceptionV3B() {
        super(
                "inception-v3-b",
                "Inception v3 B",
                Family.INCEPTION,
                "Halves the picture by strided convolutions beside a max pool (Szegedy et al. 2015, figure 10).",
                Shape.maps(35, 35, 288),
                List.of(WIDTH_3X3, REDUCE_DOUBLE, WIDTH_DOUBLE),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_3X3, REDUCE_DOUBLE, WIDTH_DOUBLE));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int doubled = values.get(WIDTH_DOUBLE);
        String strided = units.conv("branch3x3", values.get(WIDTH_3X3), 3, 2, Padding.VALID, source);
        String reduced = units.conv("branch3x3dbl_1", values.get(REDUCE_DOUBLE), 1, source);
        String first = units.conv("branch3x3dbl_2", doubled, 3, reduced);
        String second = units.conv("branch3x3dbl_3", doubled, 3, 2, Padding.VALID, first);
        String pooled = graph.add("branch_pool", MaxPool.of(3, 2, Padding.VALID), source);
        return graph.add("concat", new Concat(), strided, second, pooled);
    }
}
