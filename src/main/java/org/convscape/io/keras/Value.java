package org.convscape.io.keras;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convscape.tensor.Shape;

/**
 * What a layer of Keras gives: the values of an operation of ours, row by row in the same order, under Keras'
 * dimensions without the batch. Both have channels last, so that a reshape changes the dimensions alone.
 *
 * @param layer null for what comes from a layer that could not be read
 * @param view where the layer stands that changed the dimensions last: groups, and its own name last; empty where they
 *     are as the operation gave them
 */
record Value(Layer layer, List<Integer> dimensions, List<String> view) {

    static final Value LOST = new Value(null, List.of(), List.of());

    Value {
        dimensions = List.copyOf(dimensions);
        view = List.copyOf(view);
    }

    /** What an operation gives, seen as it is. */
    static Value of(Layer layer) {
        return new Value(layer, dimensions(layer.shape()), List.of());
    }

    static List<Integer> dimensions(Shape shape) {
        return Arrays.stream(shape.dimensions()).boxed().toList();
    }

    boolean lost() {
        return layer == null;
    }

    int rank() {
        return dimensions.size();
    }

    /** How many values there are. */
    long elements() {
        return layer.shape().elements();
    }

    /** True where the dimensions are those of the operation. */
    boolean plain() {
        return dimensions.equals(dimensions(layer.shape()));
    }

    /** The dimensions for a reader. */
    String text() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    /** An axis as Keras counts it, with the batch as 0 or from the end, counted here from 0 without the batch. */
    int axis(int given) {
        int axis = given < 0 ? given + rank() : given - 1;
        if (axis < 0 || axis >= rank()) {
            throw new Refused("its axis " + given + " is none of " + text());
        }
        return axis;
    }

    /** The axes but the last, as Keras counts them. */
    List<Integer> axesOfPositions() {
        return IntStream.range(1, rank()).boxed().toList();
    }
}
