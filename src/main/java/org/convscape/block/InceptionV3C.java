package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 17×17 module of Inception v3: a 7×7 as 1×7 and 7×1 (Szegedy et al. 2015, figure 6). */
public final class InceptionV3C extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 192, "1×1 filters.");

    /** The number of filters inside the 7×7 branches. */
    public static final Attribute<Integer> REDUCE_7X7 =
            BlockAttributes.width("reduce7x7", "7×7 inner", 128, "Filters of the reduction and the inner factors.");

    /** The number of filters at the end of the 7×7 branches. */
    public static final Attribute<Integer> WIDTH_7X7 =
            BlockAttributes.width("width7x7", "7×7", 192, "Filters at the end of each 7×7 branch.");

    /** The number of 1×1 filters after the pool. */
    public static final Attribute<Integer> POOL_PROJECTION =
            BlockAttributes.width("poolProjection", "Pool projection", 192, "1×1 filters after the average pool.");

    /** The side of the kernel that is factorised. */
    public static final Attribute<Integer> KERNEL = BlockAttributes.KERNEL.withDefault(7);

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING;

    /** The template. */
    public static final InceptionV3C TEMPLATE = new InceptionV3C();

    private InceptionV3C() {
        super(
                "inception-v3-c",
                "Inception v3 C",
                Family.INCEPTION,
                "Asymmetric factors: 1×7 then 7×1 see what a 7×7 sees (Szegedy et al. 2015, figure 6).",
                Shape.maps(17, 17, 768),
                List.of(WIDTH_1X1, REDUCE_7X7, WIDTH_7X7, POOL_PROJECTION, KERNEL, COUNT_PADDING),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_1X1, REDUCE_7X7, WIDTH_7X7, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int kernel = BlockAttributes.odd("kernel", values.get(KERNEL));
        Size wide = new Size(1, kernel);
        Size tall = new Size(kernel, 1);
        int inner = values.get(REDUCE_7X7);
        int width = values.get(WIDTH_7X7);
        String single = units.conv("branch1x1", values.get(WIDTH_1X1), 1, source);
        String reduced = units.conv("branch7x7_1", inner, 1, source);
        String seven = units.conv("branch7x7_3", width, tall, units.conv("branch7x7_2", inner, wide, reduced));
        String doubled = units.conv("branch7x7dbl_1", inner, 1, source);
        doubled = units.conv("branch7x7dbl_2", inner, tall, doubled);
        doubled = units.conv("branch7x7dbl_3", inner, wide, doubled);
        doubled = units.conv("branch7x7dbl_4", inner, tall, doubled);
        doubled = units.conv("branch7x7dbl_5", width, wide, doubled);
        String pooled = AverageBranch.pool(graph, "pool", values, source);
        String projected = units.conv("branch_pool", values.get(POOL_PROJECTION), 1, pooled);
        return graph.add("concat", new Concat(), single, seven, doubled, projected);
    }
}
