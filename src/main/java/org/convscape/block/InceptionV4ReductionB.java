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

/** The reduction from 17×17 to 8×8 of Inception v4 (Szegedy et al. 2016, figure 8). */
public final class InceptionV4ReductionB extends Template {

    /** The number of filters of the first branch. */
    public static final Attribute<Integer> WIDTH_3X3 =
            BlockAttributes.width("width3x3", "3×3", 192, "Filters of the first branch.");

    /** The number of filters at the beginning of the 7×7 branch. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "7×7 reduce", 256, "Filters at the beginning of the 7×7 branch.");

    /** The number of filters at the end of the 7×7 branch. */
    public static final Attribute<Integer> WIDTH_7X7 =
            BlockAttributes.width("width7x7", "7×7", 320, "Filters at the end of the 7×7 branch.");

    /** The template. */
    public static final InceptionV4ReductionB TEMPLATE = new InceptionV4ReductionB();

    private InceptionV4ReductionB() {
        super(
                "inception-v4-reduction-b",
                "Reduction B of v4",
                Family.INCEPTION,
                "From 17×17 to 8×8 in Inception v4 (Szegedy et al. 2016, figure 8).",
                Shape.maps(17, 17, 1024),
                List.of(WIDTH_3X3, REDUCE, WIDTH_7X7),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_3X3, REDUCE, WIDTH_7X7));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int width = values.get(WIDTH_3X3);
        int reduce = values.get(REDUCE);
        int seven = values.get(WIDTH_7X7);
        return graph.add(
                "concat",
                new Concat(),
                units.branch("branch0", source, in -> {
                    String reduced = units.conv("0", width, 1, in);
                    return units.conv("1", width, 3, 2, Padding.VALID, reduced);
                }),
                units.branch("branch1", source, in -> {
                    String first = units.conv("1", reduce, new Size(1, 7), units.conv("0", reduce, 1, in));
                    String second = units.conv("2", seven, new Size(7, 1), first);
                    return units.conv("3", seven, 3, 2, Padding.VALID, second);
                }),
                graph.add("branch2", MaxPool.of(3, 2, Padding.VALID), source));
    }
}
