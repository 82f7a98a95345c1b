package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/**
 * The Inception module of GoogLeNet: 1×1 convolutions reduce before the large windows (Szegedy et al. 2014, figure 2b).
 */
public final class InceptionV1 extends Template {

    /** What the layers are called. */
    public enum Names {
        /** As in the paper's table and its Caffe model: {@code 3x3_reduce}, {@code 3x3}. */
        PAPER,
        /** {@code branch2/0/conv}, {@code branch2/1/conv}. */
        TORCHVISION
    }

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = InceptionNaive.WIDTH_1X1;

    /** The number of 1×1 filters before the 3×3. */
    public static final Attribute<Integer> REDUCE_3X3 =
            BlockAttributes.width("reduce3x3", "3×3 reduce", 96, "1×1 filters before the 3×3.");

    /** The number of 3×3 filters. */
    public static final Attribute<Integer> WIDTH_3X3 = InceptionNaive.WIDTH_3X3;

    /** The number of 1×1 filters before the 5×5. */
    public static final Attribute<Integer> REDUCE_5X5 =
            BlockAttributes.width("reduce5x5", "5×5 reduce", 16, "1×1 filters before the 5×5.");

    /** The number of 5×5 filters. */
    public static final Attribute<Integer> WIDTH_5X5 = InceptionNaive.WIDTH_5X5;

    /** The number of 1×1 filters after the pool. */
    public static final Attribute<Integer> POOL_PROJECTION =
            BlockAttributes.width("poolProjection", "Pool projection", 32, "1×1 filters after the max pool.");

    /** The side of the largest kernel. */
    public static final Attribute<Integer> LARGE_KERNEL = Attribute.integer(
            "largeKernel", "Largest kernel", 1, 31, 5, "Side of the third window: 5 in the paper, 3 in torchvision.");

    /** Chooses the names. */
    public static final Attribute<Names> NAMES = Attribute.choice(
            "names", "Names", Names.PAPER, "What the layers are called: as in the paper, or as in torchvision.");

    /** The template. */
    public static final InceptionV1 TEMPLATE = new InceptionV1();

    private InceptionV1() {
        super(
                "inception-v1",
                "Inception with reduction",
                Family.INCEPTION,
                "1×1 convolutions reduce the channels before 3×3 and 5×5 (Szegedy et al. 2014, figure 2b).",
                Shape.maps(28, 28, 192),
                List.of(WIDTH_1X1, REDUCE_3X3, WIDTH_3X3, REDUCE_5X5, WIDTH_5X5, POOL_PROJECTION, LARGE_KERNEL, NAMES),
                UnitStyle.BIASED.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values,
                exampleInput(),
                in,
                List.of(WIDTH_1X1, REDUCE_3X3, WIDTH_3X3, REDUCE_5X5, WIDTH_5X5, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        int large = BlockAttributes.odd("largeKernel", values.get(LARGE_KERNEL));
        boolean torch = values.get(NAMES) == Names.TORCHVISION;
        Units units = new Units(graph, torch ? UnitNames.MODULE : UnitNames.SUFFIXED, UnitStyle.of(values));
        return graph.add(
                "concat",
                new Concat(),
                units.conv(torch ? "branch1" : "1x1", values.get(WIDTH_1X1), 1, source),
                units.branch(torch ? "branch2" : "", source, in -> {
                    String reduced = units.conv(torch ? "0" : "3x3_reduce", values.get(REDUCE_3X3), 1, in);
                    return units.conv(torch ? "1" : "3x3", values.get(WIDTH_3X3), 3, reduced);
                }),
                units.branch(torch ? "branch3" : "", source, in -> {
                    String reduced = units.conv(torch ? "0" : "5x5_reduce", values.get(REDUCE_5X5), 1, in);
                    return units.conv(torch ? "1" : "5x5", values.get(WIDTH_5X5), large, reduced);
                }),
                units.branch(torch ? "branch4" : "", source, in -> {
                    String pooled = graph.add(torch ? "0" : "pool", MaxPool.of(3, 1, Padding.of(1)), in);
                    return units.conv(torch ? "1" : "pool_proj", values.get(POOL_PROJECTION), 1, pooled);
                }));
    }
}
