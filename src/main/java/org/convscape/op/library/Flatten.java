package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;

/**
 * Lays a stack of maps out as a vector, channels fastest, then columns, then rows; a vector stays as it is.
 * {@code H×W×C → H·W·C}.
 */
public record Flatten() implements Operation {

    /** Id and label. */
    public static final OpType<Flatten> TYPE = OpType.of(Flatten.class, "flatten", "Flatten", Category.SHAPE)
            .help("Lays all values out as one vector, for a dense layer.")
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return Shape.vector(Inputs.countable(
                inputs.get(0).elements(), "values", "a pooling before it, or a smaller picture, would work"));
    }

    /** Every output sees whole maps. */
    @Override
    public Optional<Window> fieldOfView() {
        return Optional.empty();
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        Shape in = math.shapeOf(input);
        return in.vector() ? input : math.reshape(input, Shape.vector((int) in.elements()));
    }
}
