package org.convscape.op.library;

import java.util.List;
import org.convscape.op.Category;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/**
 * Puts the channels of its inputs one behind the other: where the branches of an Inception module join (Szegedy et al.
 * 2014, section 4). The inputs are maps of equal height and width, or vectors.
 */
public record Concat() implements Operation {

    /** Id, label and inputs. */
    public static final OpType<Concat> TYPE = OpType.of(Concat.class, "concat", "Concatenation", Category.MERGE)
            .help("Puts the channels of its inputs one behind the other; all must have the same height and width.")
            .inputs(1, OpType.MANY)
            .build();

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape first = inputs.get(0);
        long channels = 0;
        for (Shape other : inputs) {
            if (other.height() != first.height()
                    || other.width() != first.width()
                    || other.vector() != first.vector()) {
                throw new InvalidShape("Concatenation needs inputs of one height and width, found " + first + " and "
                        + other + "; branches with the same strides and with padding \"same\" would fit");
            }
            channels += other.channels();
        }
        int sum = Inputs.countable(channels, "channels", "fewer or narrower inputs would work");
        return first.vector() ? Shape.vector(sum) : Shape.maps(first.height(), first.width(), sum);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return inputs.size() == 1 ? inputs.get(0) : math.concatenate(inputs);
    }
}
