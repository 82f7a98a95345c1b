package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/**
 * Drops values at random while a network is trained (Srivastava et al. 2014). Here, at inference, it passes its input
 * on unchanged.
 */
public record Dropout(double rate) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Dropout> TYPE = OpType.of(Dropout.class, "dropout", "Dropout", Category.DENSE)
            .help("Drops values at random during training; passes everything on at inference.")
            .attribute(Attribute.decimal("rate", "Rate", 0, 1, 0.5, "The share of values dropped during training."))
            .build();

    /** Checks the ranges. */
    public Dropout {
        TYPE.schema().check(rate);
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
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return inputs.get(0);
    }

    @Override
    public String badge() {
        return Double.toString(rate);
    }
}
