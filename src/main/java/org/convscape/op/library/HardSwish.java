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
 * Every value times its hard sigmoid: {@code x · min(max(x/6 + 1/2, 0), 1)} (Howard et al. 2019, MobileNetV3, section
 * 5.2). Takes maps or a vector and keeps the shape.
 */
public record HardSwish() implements Operation {

    /** Id and label. */
    public static final OpType<HardSwish> TYPE = OpType.of(
                    HardSwish.class, "hard-swish", "Hard swish", Category.ACTIVATION)
            .help("Multiplies every value by its hard sigmoid, as MobileNetV3 does.")
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
        return Cost.of(Work.MULTIPLY, Math.multiplyExact(elements, 2L))
                .and(Work.ADD, elements)
                .and(Work.COMPARE, Math.multiplyExact(elements, 2L));
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        return math.times(input, math.hardSigmoid(input, 1.0 / 6, 0.5));
    }
}
