package org.convscape.op.library;

import java.util.List;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Turns scores into shares that sum to 1: exponentials divided by their sum. Takes a vector, or maps, where it acts
 * along the channels of each position; keeps the shape.
 */
public record Softmax() implements Operation {

    /** Id and label. */
    public static final OpType<Softmax> TYPE = OpType.of(Softmax.class, "softmax", "Softmax", Category.ACTIVATION)
            .help("Turns the scores of the channels into shares that sum to 1.")
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return inputs.get(0);
    }

    /** Per value one comparison and one subtraction (the largest is taken off), exponential, addition and division. */
    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        long elements = output.elements();
        return Cost.of(Work.COMPARE, elements)
                .and(Work.EXPONENTIAL, elements)
                .and(Work.ADD, Math.multiplyExact(elements, 2L))
                .and(Work.DIVIDE, elements);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.softmax(inputs.get(0));
    }
}
