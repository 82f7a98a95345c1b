package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 35×35 module of Inception v4 (Szegedy et al. 2016, figure 4). */
public final class InceptionV4A extends Template {

    /** The number of filters at the end of each branch. */
    public static final Attribute<Integer> WIDTH =
            BlockAttributes.width("width", "Width", 96, "Filters at the end of each branch.");

    /** The number of 1×1 filters before the 3×3. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 64, "1×1 filters before the 3×3.");

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING.withDefault(false);

    /** The template. */
    public static final InceptionV4A TEMPLATE = new InceptionV4A();

    private InceptionV4A() {
        super(
                "inception-v4-a",
                "Inception v4 A",
                Family.INCEPTION,
                "Four equal branches: pool, 1×1, 3×3, two 3×3 (Szegedy et al. 2016, figure 4).",
                Shape.maps(35, 35, 384),
                List.of(WIDTH, REDUCE, COUNT_PADDING),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH, REDUCE));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int width = values.get(WIDTH);
        int reduce = values.get(REDUCE);
        return graph.add(
                "concat",
                new Concat(),
                units.conv("branch0", width, 1, source),
                units.branch("branch1", source, in -> units.conv("1", width, 3, units.conv("0", reduce, 1, in))),
                units.branch("branch2", source, in -> {
                    String first = units.conv("1", width, 3, units.conv("0", reduce, 1, in));
                    return units.conv("2", width, 3, first);
                }),
                AverageBranch.projected(graph, units, "branch3", width, values, source));
    }
}
