package org.convscape.op;

import java.util.List;
import org.convscape.attribute.AttributeValues;
import org.convscape.tensor.Shape;

/**
 * What one layer is: a record whose components are its attributes. Pure: no state, no engine, no screen.
 *
 * <p>Everything the program knows of an operation is said here once. Implementations live one to a file in
 * {@code op.library}.
 */
public interface Operation {

    /** Id, label, inputs and attributes of this kind of operation. */
    OpType<?> type();

    /**
     * The shape of the output for inputs of these shapes.
     *
     * @throws InvalidShape with a sentence for the user when the inputs do not fit
     */
    Shape infer(List<Shape> inputs);

    /** The arrays this operation learns or carries, for inputs that {@link #infer} accepts. */
    default List<WeightSpec> weights(List<Shape> inputs) {
        return List.of();
    }

    /** What one forward pass of one picture does, by kind of work. */
    default Cost cost(List<Shape> inputs, Shape output) {
        return Cost.NONE;
    }

    /** Computes the output in the given arithmetic. */
    <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights);

    /** A few words for a card, such as {@code 3×3 / 2}; empty where there is nothing to say. */
    default String badge() {
        return "";
    }

    /** The values of this operation's attributes. */
    default AttributeValues attributes() {
        return type().valuesOf(this);
    }
}
