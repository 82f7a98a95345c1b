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
 * The first input less the second, element by element. The first gives the shape; the second may have one value for
 * each channel ({@code 1×1×C} or a vector), which then stands at every position.
 */
public record Subtract() implements Operation {

    /** Id, label and inputs. */
    public static final OpType<Subtract> TYPE = OpType.of(Subtract.class, "subtract", "Subtract", Category.MERGE)
            .help("Takes the second input off the first, element by element.")
            .inputs(2, 2)
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return Inputs.spread("Subtract", inputs);
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.ADD, output.elements());
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.subtract(inputs.get(0), inputs.get(1));
    }
}
