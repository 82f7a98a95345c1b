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
 * The logistic function {@code 1 / (1 + e^-x)}: values between 0 and 1, such as the weights that
 * squeeze-and-excitation gives the channels (Hu et al. 2017). Takes maps or a vector and keeps the shape.
 */
public record Sigmoid() implements Operation {

    /** Id and label. */
    public static final OpType<Sigmoid> TYPE = OpType.of(Sigmoid.class, "sigmoid", "Sigmoid", Category.ACTIVATION)
            .help("Brings every value between 0 and 1 by the logistic function.")
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
        long elements = output.elements();
        return Cost.of(Work.EXPONENTIAL, elements).and(Work.ADD, elements).and(Work.DIVIDE, elements);
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.sigmoid(inputs.get(0));
    }
}
