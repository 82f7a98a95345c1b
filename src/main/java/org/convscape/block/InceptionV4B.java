package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 17×17 module of Inception v4 (Szegedy et al. 2016, figure 5). */
public final class InceptionV4B extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 384, "1×1 filters.");

    /** The number of filters at the beginning of the 7×7 branches. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 192, "Filters at the beginning of the 7×7 branches.");

    /** The number of filters in the middle of the 7×7 branches. */
    public static final Attribute<Integer> MIDDLE =
            BlockAttributes.width("middle", "Middle", 224, "Filters in the middle of the 7×7 branches.");

    /** The number of filters at the end of the 7×7 branches. */
    public static final Attribute<Integer> WIDTH_7X7 =
            BlockAttributes.width("width7x7", "7×7", 256, "Filters at the end of the 7×7 branches.");

    /** The number of 1×1 filters after the pool. */
    public static final Attribute<Integer> POOL_PROJECTION =
            BlockAttributes.width("poolProjection", "Pool projection", 128, "1×1 filters after the average pool.");

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING.withDefault(false);

    /** The template. */
    public static final InceptionV4B TEMPLATE = new InceptionV4B();

    private InceptionV4B() {
        super(
                "inception-v4-b",
                "Inception v4 B",
                Family.INCEPTION,
                "Factors of 7×7 beside 1×1 and a pool (Szegedy et al. 2016, figure 5).",
                Shape.maps(17, 17, 1024),
                List.of(WIDTH_1X1, REDUCE, MIDDLE, WIDTH_7X7, POOL_PROJECTION, COUNT_PADDING),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values, exampleInput(), in, List.of(WIDTH_1X1, REDUCE, MIDDLE, WIDTH_7X7, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        Size wide = new Size(1, 7);
        Size tall = new Size(7, 1);
        int reduce = values.get(REDUCE);
        int middle = values.get(MIDDLE);
        int width = values.get(WIDTH_7X7);
        return graph.add(
                "concat",
                new Concat(),
                units.conv("branch0", values.get(WIDTH_1X1), 1, source),
                units.branch("branch1", source, in -> {
                    String first = units.conv("1", middle, wide, units.conv("0", reduce, 1, in));
                    return units.conv("2", width, tall, first);
                }),
                units.branch("branch2", source, in -> {
                    String first = units.conv("1", reduce, tall, units.conv("0", reduce, 1, in));
                    String second = units.conv("3", middle, tall, units.conv("2", middle, wide, first));
                    return units.conv("4", width, wide, second);
                }),
                AverageBranch.projected(graph, units, "branch3", values.get(POOL_PROJECTION), values, source));
    }
}
