package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.Size;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/**
 * Every pixel becomes a block of equal pixels: nearest-neighbour upsampling by whole factors.
 * {@code H×W×C → (H·factor)×(W·factor)×C}.
 */
public record Upsample(Size factor) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Upsample> TYPE = OpType.of(Upsample.class, "upsample", "Upsampling", Category.SHAPE)
            .help("Repeats every pixel so that the picture becomes larger.")
            .attribute(
                    Attribute.size("factor", "Factor", 1, 64, Size.square(2), "How many rows and columns one becomes."))
            .build();

    /** Checks the ranges. */
    public Upsample {
        TYPE.schema().check(factor);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape in = Inputs.maps(inputs.get(0));
        return Shape.maps(side(in.height(), factor.height()), side(in.width(), factor.width()), in.channels());
    }

    private static int side(int extent, int factor) {
        return Inputs.countable((long) extent * factor, "rows or columns", "a smaller factor would work");
    }

    @Override
    public Size enlargement() {
        return factor;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return factor.is(1) ? inputs.get(0) : math.enlarge(inputs.get(0), factor.height(), factor.width());
    }

    @Override
    public String badge() {
        return "× " + (factor.is(factor.height()) ? Integer.toString(factor.height()) : factor.toString());
    }
}
