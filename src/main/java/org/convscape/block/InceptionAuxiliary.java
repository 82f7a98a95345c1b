package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.tensor.Shape;

/**
 * The auxiliary classifier of Inception v3: a second, early answer that only training listens to (Szegedy et al. 2015,
 * section 4 and figure 8), as torchvision's {@code AuxLogits} has it.
 */
public final class InceptionAuxiliary extends Template {
    private static final int KERNEL = 5;

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 128, "1×1 filters before the 5×5.");

    /** The number of 5×5 filters. */
    public static final Attribute<Integer> WIDTH =
            BlockAttributes.width("width", "5×5", 768, "5×5 filters, which cover all that the pool has left.");

    /** How many classes the head tells apart. */
    public static final Attribute<Integer> CLASSES = Attribute.integer(
            "classes", "Classes", 1, Conv2d.MAXIMUM_CHANNELS, 1000, "How many classes the head tells apart.");

    /** The template. */
    public static final InceptionAuxiliary TEMPLATE = new InceptionAuxiliary();

    private InceptionAuxiliary() {
        super(
                "inception-auxiliary",
                "Auxiliary classifier",
                Family.INCEPTION,
                "A second, early answer for training: it takes the maps and gives classes"
                        + " (Szegedy et al. 2015, section 4).",
                Shape.maps(17, 17, 768),
                List.of(REDUCE, WIDTH, CLASSES),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(REDUCE, WIDTH));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        String pooled = graph.add("avgpool", AveragePool.of(KERNEL, 3, Padding.VALID), source);
        String reduced = units.conv("conv0", values.get(REDUCE), 1, pooled);
        String wide = units.conv("conv1", values.get(WIDTH), KERNEL, 1, Padding.VALID, reduced);
        String mean = graph.add("global_pool", GlobalAveragePool.toVector(), wide);
        return graph.add("fc", Dense.of(values.get(CLASSES)), mean);
    }
}
