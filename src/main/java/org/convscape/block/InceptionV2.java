package org.convscape.block;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Operation;
import org.convscape.op.Window;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** The module of BN-Inception: two 3×3 for the 5×5, and batch normalisation (Ioffe and Szegedy 2015, figure 5). */
public final class InceptionV2 extends Template {

    /** What the pool branch takes. */
    public enum Pool {
        /** The mean, padding counted. */
        AVERAGE,
        /** The largest. */
        MAX
    }

    /** The number of 1×1 filters before the 3×3. */
    public static final Attribute<Integer> REDUCE_3X3 =
            BlockAttributes.width("reduce3x3", "3×3 reduce", 64, "1×1 filters before the 3×3.");

    /** The number of 3×3 filters. */
    public static final Attribute<Integer> WIDTH_3X3 = BlockAttributes.width("width3x3", "3×3", 64, "3×3 filters.");

    /** The number of 1×1 filters before the two 3×3. */
    public static final Attribute<Integer> REDUCE_DOUBLE =
            BlockAttributes.width("reduceDouble", "Double 3×3 reduce", 64, "1×1 filters before the two 3×3.");

    /** The number of filters of each of the two 3×3. */
    public static final Attribute<Integer> WIDTH_DOUBLE =
            BlockAttributes.width("widthDouble", "Double 3×3", 96, "Filters of each of the two 3×3.");

    /** The number of 1×1 filters; 0 for a module without that branch. */
    public static final Attribute<Integer> WIDTH_1X1 = Attribute.integer(
            "width1x1", "1×1", 0, Conv2d.MAXIMUM_CHANNELS, 64, "1×1 filters; 0 leaves the branch out.");

    /** The number of 1×1 filters after the pool; 0 passes the pool through. */
    public static final Attribute<Integer> POOL_PROJECTION = Attribute.integer(
            "poolProjection",
            "Pool projection",
            0,
            Conv2d.MAXIMUM_CHANNELS,
            32,
            "1×1 filters after the pool; 0 passes it through.");

    /** What the pool branch takes. */
    public static final Attribute<Pool> POOL =
            Attribute.choice("pool", "Pool", Pool.AVERAGE, "What the pool branch takes.");

    /** The stride of the last convolution of each branch and of the pool. */
    public static final Attribute<Integer> STRIDE = BlockAttributes.STRIDE;

    /** The template. */
    public static final InceptionV2 TEMPLATE = new InceptionV2();

    private InceptionV2() {
        super(
                "inception-v2-module",
                "Inception v2",
                Family.INCEPTION,
                "GoogLeNet's module with two 3×3 for the 5×5, and batch norm (Ioffe and Szegedy 2015, figure 5).",
                Shape.maps(28, 28, 192),
                List.of(WIDTH_1X1, REDUCE_3X3, WIDTH_3X3, REDUCE_DOUBLE, WIDTH_DOUBLE, POOL_PROJECTION, POOL, STRIDE),
                UnitStyle.BATCH_NORM.withBias(true).attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(
                values,
                exampleInput(),
                in,
                List.of(WIDTH_1X1, REDUCE_3X3, WIDTH_3X3, REDUCE_DOUBLE, WIDTH_DOUBLE, POOL_PROJECTION));
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        int stride = values.get(STRIDE);
        int single = values.get(WIDTH_1X1);
        int projection = values.get(POOL_PROJECTION);
        if (stride > 1 && single > 0) {
            throw new InvalidAttribute("width1x1: a branch of 1×1 alone would drop pixels at stride " + stride
                    + ", found " + single + " filters; width1x1=0, or stride=1, would work");
        }
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.of(values));
        List<String> ends = new ArrayList<>();
        if (single > 0) {
            ends.add(units.conv("1x1", single, 1, source));
        }
        String reduced = units.conv("3x3_reduce", values.get(REDUCE_3X3), 1, source);
        ends.add(units.conv("3x3", values.get(WIDTH_3X3), 3, stride, reduced));
        int doubled = values.get(WIDTH_DOUBLE);
        String first = units.conv("double_3x3_reduce", values.get(REDUCE_DOUBLE), 1, source);
        first = units.conv("double_3x3_1", doubled, 3, first);
        ends.add(units.conv("double_3x3_2", doubled, 3, stride, first));
        String pooled = graph.add("pool", pool(values.get(POOL), stride), source);
        ends.add(projection > 0 ? units.conv("pool_proj", projection, 1, pooled) : pooled);
        return graph.add("concat", new Concat(), ends);
    }

    /** Windows of stride 1 keep the size; strided ones have no margin and round up, as in Caffe. */
    private static Operation pool(Pool pool, int stride) {
        Size kernel = Size.square(3);
        Padding padding = stride == 1 ? Padding.of(1) : Padding.VALID;
        return pool == Pool.AVERAGE
                ? new AveragePool(kernel, Size.square(stride), padding, Window.Rounding.CEIL, true)
                : new MaxPool(kernel, Size.square(stride), padding, Window.Rounding.CEIL);
    }
}
