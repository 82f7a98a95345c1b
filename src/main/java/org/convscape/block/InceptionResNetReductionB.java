package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The reduction from 17×17 to 8×8 of Inception-ResNet (Szegedy et al. 2016, figures 12 and 18). */
public final class InceptionResNetReductionB extends Template {

    /** The number of 1×1 filters at the beginning of every branch. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 256, "1×1 filters at the beginning of every branch.");

    /** The number of strided 3×3 filters of the first branch. */
    public static final Attribute<Integer> WIDTH_FIRST =
            BlockAttributes.width("widthFirst", "First branch", 384, "Strided 3×3 filters of the first branch.");

    /** The number of strided 3×3 filters of the second branch. */
    public static final Attribute<Integer> WIDTH_SECOND =
            BlockAttributes.width("widthSecond", "Second branch", 288, "Strided 3×3 filters of the second branch.");

    /** The number of 3×3 filters in the third branch. */
    public static final Attribute<Integer> MIDDLE =
            BlockAttributes.width("middle", "Third branch, inner", 288, "3×3 filters in the third branch.");

    /** The number of strided 3×3 filters of the third branch. */
    public static final Attribute<Integer> WIDTH_THIRD =
            BlockAttributes.width("widthThird", "Third branch", 320, "Strided 3×3 filters of the third branch.");

    /** The template. */
    public static final InceptionResNetReductionB TEMPLATE = new InceptionResNetReductionB();

    private InceptionResNetReductionB() {
        super(
                "inception-resnet-reduction-b",
                "Reduction B of Inception-ResNet",
                Family.INCEPTION,
                "From 17×17 to 8×8 in Inception-ResNet (Szegedy et al. 2016, figures 12 and 18).",
                Shape.maps(17, 17, 1088),
                List.of(REDUCE, WIDTH_FIRST, WIDTH_SECOND, MIDDLE, WIDTH_THIRD),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values, exampleInput(), in, List.of(REDUCE, WIDTH_FIRST, WIDTH_SECOND, MIDDLE, WIDTH_THIRD));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        int reduce = values.get(REDUCE);
        return graph.add(
                "concat",
                new Concat(),
                units.branch("branch0", source, in -> {
                    String reduced = units.conv("0", reduce, 1, in);
                    return units.conv("1", values.get(WIDTH_FIRST), 3, 2, Padding.VALID, reduced);
                }),
                units.branch("branch1", source, in -> {
                    String reduced = units.conv("0", reduce, 1, in);
                    return units.conv("1", values.get(WIDTH_SECOND), 3, 2, Padding.VALID, reduced);
                }),
                units.branch("branch2", source, in -> {
                    String first = units.conv("1", values.get(MIDDLE), 3, units.conv("0", reduce, 1, in));
                    return units.conv("2", values.get(WIDTH_THIRD), 3, 2, Padding.VALID, first);
                }),
                graph.add("branch3", MaxPool.of(3, 2, Padding.VALID), source));
    }
}
