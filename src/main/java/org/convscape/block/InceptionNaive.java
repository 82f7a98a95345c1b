package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** All window sizes at once, at full width, and a max pool (Szegedy et al. 2014, figure 2a). */
public final class InceptionNaive extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 64, "1×1 filters.");

    /** The number of 3×3 filters. */
    public static final Attribute<Integer> WIDTH_3X3 = BlockAttributes.width("width3x3", "3×3", 128, "3×3 filters.");

    /** The number of 5×5 filters. */
    public static final Attribute<Integer> WIDTH_5X5 = BlockAttributes.width("width5x5", "5×5", 32, "5×5 filters.");

    /** The template. */
    public static final InceptionNaive TEMPLATE = new InceptionNaive();

    private InceptionNaive() {
        super(
                "inception-naive",
                "Inception, naive",
                Family.INCEPTION,
                "1×1, 3×3, 5×5 and a max pool side by side, all on the full input (Szegedy et al. 2014, figure 2a).",
                Shape.maps(28, 28, 192),
                List.of(WIDTH_1X1, WIDTH_3X3, WIDTH_5X5),
                UnitStyle.BIASED.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_1X1, WIDTH_3X3, WIDTH_5X5));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.of(attributes));
        return graph.add(
                "concat",
                new Concat(),
                units.conv("1x1", attributes.get(WIDTH_1X1), 1, source),
                units.conv("3x3", attributes.get(WIDTH_3X3), 3, source),
                units.conv("5x5", attributes.get(WIDTH_5X5), 5, source),
                graph.add("pool", MaxPool.of(3, 1, Padding.of(1)), source));
    }
}
