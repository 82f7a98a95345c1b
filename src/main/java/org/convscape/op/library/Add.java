package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.Pointwise;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/** The element-wise sum of two or more inputs of one shape: where a shortcut joins (He et al. 2015, equation 1). */
public record Add() implements Operation {

    /** Id, label and inputs. */
    public static final OpType<Add> TYPE = OpType.of(Add.class, "add", "Add", Category.MERGE)
            .help("Adds its inputs element by element; all must have the same shape.")
            .inputs(2, OpType.MANY)
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape first = inputs.get(0);
        for (Shape other : inputs) {
            if (!other.equals(first)) {
                throw new InvalidShape(
                        "Add needs inputs of one shape, found " + first + " and " + other
                                + "; a projection shortcut (a 1×1 convolution with the same channels and stride) makes them fit");
            }
        }
        return first;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.ADD, Math.multiplyExact(output.elements(), inputs.size() - 1));
    }

    @Override
    public Optional<Pointwise> pointwise() {
        return Optional.of(new Pointwise.Sum());
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T sum = inputs.get(0);
        for (T input : inputs.subList(1, inputs.size())) {
            sum = math.add(sum, input);
        }
        return sum;
    }
}
