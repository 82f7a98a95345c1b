package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * The straight line that stands in for the logistic function: {@code slope · x + offset}, limited to 0 … 1 (Courbariaux
 * et al. 2015). A slope of 1/6 is MobileNetV3's; 0.2 is ONNX's default. Takes maps or a vector and keeps the shape.
 */
public record HardSigmoid(double slope, double offset) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<HardSigmoid> TYPE = OpType.of(
                    HardSigmoid.class, "hard-sigmoid", "Hard sigmoid", Category.ACTIVATION)
            .help("Brings every value between 0 and 1 by a straight line that is cut off.")
            .attribute(Attribute.decimal("slope", "Slope", -100, 100, 1.0 / 6, "What every value is multiplied by."))
            .attribute(Attribute.decimal("offset", "Offset", -100, 100, 0.5, "What is added before the limits."))
            .build();

    /** Checks the ranges. */
    public HardSigmoid {
        TYPE.schema().check(slope, offset);
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
        long elements = output.elements();
        return Cost.of(Work.MULTIPLY, elements)
                .and(Work.ADD, elements)
                .and(Work.COMPARE, Math.multiplyExact(elements, 2L));
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.hardSigmoid(inputs.get(0), slope, offset);
    }
}
