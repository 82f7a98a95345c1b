package org.convscape.op.library;

import java.util.List;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/**
 * Passes its input on unchanged: a place to read a value at, or what a file has where others have a layer.
 */
public record Identity() implements Operation {

    /** Id and label. */
    public static final OpType<Identity> TYPE = OpType.of(Identity.class, "identity", "Identity", Category.SHAPE)
            .help("Passes everything on as it is.")
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
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return inputs.get(0);
    }
}
