package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 8×8 module of Inception v3: branches that widen into 1×3 and 3×1 (Szegedy et al. 2015, figure 7). */
public final class InceptionV3E extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 320, "1×1 filters.");

    /** The number of filters of every 1×3, 3×1 and 3×3. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "3×3", 384, "Filters of every 1×3, 3×1 and 3×3.");

    /** The number of 1×1 filters before the second branch. */
    public static final Attribute<Integer> REDUCE_DOUBLE =
            BlockAttributes.width("reduceDouble", "Double 3×3 reduce", 448, "1×1 filters before the deeper branch.");

    /** The number of 1×1 filters after the pool. */
    public static final Attribute<Integer> POOL_PROJECTION =
            BlockAttributes.width("poolProjection", "Pool projection", 192, "1×1 filters after the average pool.");

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING;

    /** The template. */
    public static final InceptionV3E TEMPLATE = new InceptionV3E();

    private InceptionV3E() {
        super(
                "inception-v3-e",
                "Inception v3 E",
                Family.INCEPTION,
                "Wide: the 3×3 ends in 1×3 and 3×1 side by side (Szegedy et al. 2015, figure 7).",
                Shape.maps(8, 8, 1280),
                List.of(WIDTH_1X1, WIDTH_3X3, REDUCE_DOUBLE, POOL_PROJECTION, COUNT_PADDING),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values, exampleInput(), in, List.of(WIDTH_1X1, WIDTH_3X3, REDUCE_DOUBLE, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int width = values.get(WIDTH_3X3);
        Size wide = new Size(1, 3);
        Size tall = new Size(3, 1);
        String single = units.conv("branch1x1", values.get(WIDTH_1X1), 1, source);
        String reduced = units.conv("branch3x3_1", width, 1, source);
        String a = units.conv("branch3x3_2a", width, wide, reduced);
        String b = units.conv("branch3x3_2b", width, tall, reduced);
        String deeper = units.conv("branch3x3dbl_1", values.get(REDUCE_DOUBLE), 1, source);
        deeper = units.conv("branch3x3dbl_2", width, 3, deeper);
        String deeperA = units.conv("branch3x3dbl_3a", width, wide, deeper);
        String deeperB = units.conv("branch3x3dbl_3b", width, tall, deeper);
        String pooled = AverageBranch.pool(graph, "pool", values, source);
        String projected = units.conv("branch_pool", values.get(POOL_PROJECTION), 1, pooled);
        return graph.add("concat", new Concat(), single, a, b, deeperA, deeperB, projected);
    }
}
