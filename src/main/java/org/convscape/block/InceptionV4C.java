package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 8×8 module of Inception v4 (Szegedy et al. 2016, figure 6). */
public final class InceptionV4C extends Template {

    /** The number of filters at every end. */
    public static final Attribute<Integer> WIDTH =
            BlockAttributes.width("width", "Width", 256, "Filters at every end.");

    /** The number of 1×1 filters before the 3×3 factors. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 384, "1×1 filters before the 3×3 factors.");

    /** The number of 3×1 filters in the deeper branch. */
    public static final Attribute<Integer> MIDDLE =
            BlockAttributes.width("middle", "Middle", 448, "3×1 filters in the deeper branch.");

    /** The number of 1×3 filters in the deeper branch. */
    public static final Attribute<Integer> INNER =
            BlockAttributes.width("inner", "Inner", 512, "1×3 filters in the deeper branch.");

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING.withDefault(false);

    /** The template. */
    public static final InceptionV4C TEMPLATE = new InceptionV4C();

    private InceptionV4C() {
        super(
                "inception-v4-c",
                "Inception v4 C",
                Family.INCEPTION,
                "Branches that end in 1×3 and 3×1 side by side (Szegedy et al. 2016, figure 6).",
                Shape.maps(8, 8, 1536),
                List.of(WIDTH, REDUCE, MIDDLE, INNER, COUNT_PADDING),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH, REDUCE, MIDDLE, INNER));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        Size wide = new Size(1, 3);
        Size tall = new Size(3, 1);
        int width = values.get(WIDTH);
        String single = units.conv("branch0", width, 1, source);
        String reduced = units.conv("branch1_0", values.get(REDUCE), 1, source);
        String a = units.conv("branch1_1a", width, wide, reduced);
        String b = units.conv("branch1_1b", width, tall, reduced);
        String deeper = units.conv("branch2_0", values.get(REDUCE), 1, source);
        deeper = units.conv("branch2_1", values.get(MIDDLE), tall, deeper);
        deeper = units.conv("branch2_2", values.get(INNER), wide, deeper);
        String deeperA = units.conv("branch2_3a", width, wide, deeper);
        String deeperB = units.conv("branch2_3b", width, tall, deeper);
        String pooled = AverageBranch.projected(graph, units, "branch3", width, values, source);
        return graph.add("concat", new Concat(), single, a, b, deeperA, deeperB, pooled);
    }
}
