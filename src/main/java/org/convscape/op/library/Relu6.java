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

/**
 * The rectifier with a ceiling: values are limited to 0 … 6 (Krizhevsky 2010; MobileNet). Takes maps or a vector and
 * keeps the shape.
 */
public record Relu6() implements Operation {

    /** Id and label. */
    public static final OpType<Relu6> TYPE = OpType.of(Relu6.class, "relu6", "ReLU6", Category.ACTIVATION)
            .help("Sets negative values to zero and values above 6 to 6.")
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
        return Cost.of(Work.COMPARE, Math.multiplyExact(output.elements(), 2L));
    }

    @Override
    public Optional<Pointwise> pointwise() {
        return Optional.of(new Pointwise.Limit(0, 6));
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.clip(inputs.get(0), 0, 6);
    }
}
