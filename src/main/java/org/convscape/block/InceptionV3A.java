package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Concat;
import org.convscape.tensor.Shape;

/** The 35×35 module of Inception v3: two 3×3 in the place of one 5×5 (Szegedy et al. 2015, figure 5). */
public final class InceptionV3A extends Template {

    /** What the layers are called. */
    public enum Names {
        /** {@code branch5x5_1}, {@code branch5x5_2}, as in its Inception v3. */
        TORCHVISION,
        /** {@code branch1/0}, {@code branch1/1}, as in its Inception-ResNet v2. */
        TIMM
    }

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 64, "1×1 filters.");

    /** The number of 1×1 filters before the 5×5. */
    public static final Attribute<Integer> REDUCE_5X5 =
            BlockAttributes.width("reduce5x5", "5×5 reduce", 48, "1×1 filters before the 5×5.");

    /** The number of 5×5 filters. */
    public static final Attribute<Integer> WIDTH_5X5 = BlockAttributes.width("width5x5", "5×5", 64, "5×5 filters.");

    /** The number of 1×1 filters before the two 3×3. */
    public static final Attribute<Integer> REDUCE_DOUBLE =
            BlockAttributes.width("reduceDouble", "Double 3×3 reduce", 64, "1×1 filters before the two 3×3.");

    /** The number of filters of each of the two 3×3. */
    public static final Attribute<Integer> WIDTH_DOUBLE =
            BlockAttributes.width("widthDouble", "Double 3×3", 96, "Filters of each of the two 3×3.");

    /** The number of 1×1 filters after the pool. */
    public static final Attribute<Integer> POOL_PROJECTION =
            BlockAttributes.width("poolProjection", "Pool projection", 32, "1×1 filters after the average pool.");

    /** Chooses the names. */
    public static final Attribute<Names> NAMES = Attribute.choice(
            "names",
            "Names",
            Names.TORCHVISION,
            "What the layers are called: as in torchvision's or in timm's networks.");

    /** Whether the zeros around the picture count in the mean. */
    public static final Attribute<Boolean> COUNT_PADDING = AverageBranch.COUNT_PADDING;

    /** The template. */
    public static final InceptionV3A TEMPLATE = new InceptionV3A();

    private InceptionV3A() {
        super(
                "inception-v3-a",
                "Inception v3 A",
                Family.INCEPTION,
                "Two 3×3 see what a 5×5 sees, for less (Szegedy et al. 2015, figure 5).",
                Shape.maps(35, 35, 192),
                List.of(
                        WIDTH_1X1,
                        REDUCE_5X5,
                        WIDTH_5X5,
                        REDUCE_DOUBLE,
                        WIDTH_DOUBLE,
                        POOL_PROJECTION,
                        COUNT_PADDING,
                        NAMES),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values,
                exampleInput(),
                in,
                List.of(WIDTH_1X1, REDUCE_5X5, WIDTH_5X5, REDUCE_DOUBLE, WIDTH_DOUBLE, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        boolean timm = values.get(NAMES) == Names.TIMM;
        int doubled = values.get(WIDTH_DOUBLE);
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        return graph.add(
                "concat",
                new Concat(),
                units.conv(timm ? "branch0" : "branch1x1", values.get(WIDTH_1X1), 1, source),
                units.branch(timm ? "branch1" : "", source, in -> {
                    String reduced = units.conv(timm ? "0" : "branch5x5_1", values.get(REDUCE_5X5), 1, in);
                    return units.conv(timm ? "1" : "branch5x5_2", values.get(WIDTH_5X5), 5, reduced);
                }),
                units.branch(timm ? "branch2" : "", source, in -> {
                    String reduced = units.conv(timm ? "0" : "branch3x3dbl_1", values.get(REDUCE_DOUBLE), 1, in);
                    String first = units.conv(timm ? "1" : "branch3x3dbl_2", doubled, 3, reduced);
                    return units.conv(timm ? "2" : "branch3x3dbl_3", doubled, 3, first);
                }),
                units.branch(timm ? "branch3" : "", source, in -> {
                    String pooled = AverageBranch.pool(graph, timm ? "0" : "pool", values, in);
                    return units.conv(timm ? "1" : "branch_pool", values.get(POOL_PROJECTION), 1, pooled);
                }));
    }
}
