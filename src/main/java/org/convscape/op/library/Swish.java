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
 * Every value times its logistic function, also called SiLU (Ramachandran et al. 2017; EfficientNet). Takes maps or a
 * vector and keeps the shape.
 */
public record Swish() implements Operation {

    /** Id and label. */
    public static final OpType<Swish> TYPE = OpType.of(Swish.class, "swish", "Swish", Category.ACTIVATION)
            .help("Multiplies every value by its sigmoid (SiLU).")
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
        return Cost.of(Work.EXPONENTIAL, elements)
                .and(Work.ADD, elements)
                .and(Work.DIVIDE, elements)
                .and(Work.MULTIPLY, elements);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        return math.times(input, math.sigmoid(input));
    }
}
