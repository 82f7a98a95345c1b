package org.convscape.op;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
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

    /**
     * The factors whose product is the multiply-adds of {@link #cost}, in the order in which papers write them; empty
     * for operations that have none.
     */
    default List<Factor> multiplyAddFactors(List<Shape> inputs, Shape output) {
        return List.of();
    }

    /**
     * The factors whose product is the number of values in one of {@link #weights}: by default one value per channel.
     */
    default List<Factor> weightFactors(WeightSpec weight, List<Shape> inputs) {
        return List.of(Factor.of("C", "C", weight.elements()));
    }

    /**
     * The window through which a position of the output sees its inputs, all of them alike: by default that very
     * position and no other. Empty where every output sees whole maps.
     */
    default Optional<Window> fieldOfView() {
        return Optional.of(Window.POSITION);
    }

    /** How many rows and columns of the output one position of the input becomes: 1×1 for all but upsampling. */
    default Size enlargement() {
        return Size.square(1);
    }

    /** Computes the output in the given arithmetic. */
    <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights);

    /**
     * This operation with a bias, where each output channel is a sum of products with a part of the kernel that is its
     * own: a channel scaling that follows can then be folded into kernel and bias. Read in order, the array of role
     * {@link WeightSpec.Role#KERNEL} belongs to output channel 0, 1, …, n-1, 0, 1, … in turn. Empty for all others.
     */
    default Optional<Operation> withBias() {
        return Optional.empty();
    }

    /** The scaling and shifting of channels that this operation amounts to; empty for all that do more. */
    default Optional<ChannelAffine> channelAffine() {
        return Optional.empty();
    }

    /**
     * What this operation does to each value of any one of its inputs, where that and the values of the others in the
     * same place are all it takes: it can then be done by whoever computes that input, if that is a linear operation
     * (one that has a form {@link #withBias() with bias}) whose last verb is a linear one. Empty for all others.
     */
    default Optional<Pointwise> pointwise() {
        return Optional.empty();
    }

    /**
     * True when every output value takes nothing from the first input but the value in its own place, in a single verb,
     * so that it may be written where that value was.
     */
    default boolean overwritesInput() {
        return false;
    }

    /** A few words for a card, such as {@code 3×3 / 2}; empty where there is nothing to say. */
    default String badge() {
        return "";
    }

    /** The kind and its setting in a few words: {@code Convolution 3×3 / 2}. */
    default String label() {
        return badge().isEmpty() ? type().label() : type().label() + " " + badge();
    }

    /** The values of this operation's attributes. */
    default AttributeValues attributes() {
        return type().valuesOf(this);
    }
}
