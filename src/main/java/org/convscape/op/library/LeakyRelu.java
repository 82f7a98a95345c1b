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
 * The rectifier that lets a little of negative values through: they are multiplied by a small slope (Maas, Hannun and
 * Ng 2013). Takes maps or a vector and keeps the shape.
 */
public record LeakyRelu(double slope) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<LeakyRelu> TYPE = OpType.of(
                    LeakyRelu.class, "leaky-relu", "Leaky ReLU", Category.ACTIVATION)
            .help("Multiplies negative values by a small slope.")
            .attribute(Attribute.decimal("slope", "Slope", -100, 100, 0.01, "What negative values are multiplied by."))
            .build();

    /** Checks the ranges. */
    public LeakyRelu {
        TYPE.schema().check(slope);
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
        return Cost.of(Work.COMPARE, output.elements()).and(Work.MULTIPLY, output.elements());
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.leak(inputs.get(0), slope);
    }

    @Override
    public String badge() {
        return "× " + slope;
    }
}
