package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.Pointwise;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Values limited to a range. Takes maps or a vector and keeps the shape.
 */
public record Clip(double low, double high) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Clip> TYPE = OpType.of(Clip.class, "clip", "Clip", Category.ACTIVATION)
            .help("Limits every value to a range.")
            .attribute(Attribute.decimal("low", "Least", -3.4e38, 3.4e38, -1, "Values below become this."))
            .attribute(Attribute.decimal("high", "Most", -3.4e38, 3.4e38, 1, "Values above become this."))
            .build();

    /** Checks the ranges, and that there is something between the two. */
    public Clip {
        TYPE.schema().check(low, high);
        if (low > high) {
            throw new InvalidAttribute("high: expected at least the least value, " + low + ", found \"" + high + "\"");
        }
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.COMPARE, Math.multiplyExact(output.elements(), 2L));
    }

    @Override
    public Optional<Pointwise> pointwise() {
        return Optional.of(new Pointwise.Limit(low, high));
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.clip(inputs.get(0), low, high);
    }

    @Override
    public String badge() {
        return low + " … " + high;
    }
}
