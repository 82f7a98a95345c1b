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
 * The element-wise product of two or more inputs. The first gives the shape; another may have one value for each
 * channel ({@code 1×1×C} or a vector), which then stands at every position: how squeeze-and-excitation weighs channels
 * (Hu et al. 2017, section 3).
 */
public record Multiply() implements Operation {

    /** Id, label and inputs. */
    public static final OpType<Multiply> TYPE = OpType.of(Multiply.class, "multiply", "Multiply", Category.MERGE)
            .help("Multiplies its inputs; one value for each channel may come in beside maps.")
            .inputs(2, OpType.MANY)
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return Inputs.spread("Multiply", inputs);
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.MULTIPLY, Math.multiplyExact(output.elements(), inputs.size() - 1));
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T product = inputs.get(0);
        for (T input : inputs.subList(1, inputs.size())) {
            product = math.times(product, input);
        }
        return product;
    }
}
