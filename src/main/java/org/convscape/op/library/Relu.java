package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.Pointwise;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/** The rectifier: negative values become zero (Nair and Hinton 2010). Takes maps or a vector and keeps the shape. */
public record Relu() implements Operation {

    /** Id and label. */
    public static final OpType<Relu> TYPE = OpType.of(Relu.class, "relu", "ReLU", Category.ACTIVATION)
            .help("Sets negative values to zero.")
            .build();

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
        return Cost.of(Work.COMPARE, output.elements());
    }

    @Override
    public Optional<Pointwise> pointwise() {
        return Optional.of(new Pointwise.Limit(0, Double.POSITIVE_INFINITY));
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.clip(inputs.get(0), 0, Double.POSITIVE_INFINITY);
    }
}
