package org.convscape.io.python;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.convscape.tensor.Shape;

/**
 * A value of the arithmetic that writes Python: an expression with its shape, or an array of weights.
 *
 * @param text the expression; other values of the network stand in it as {@link Text#value} names them
 * @param atom true where the expression needs no brackets
 * @param shape of a value; null for an array of weights
 * @param maps where a vector holds its numbers channel by channel, as PyTorch flattens: the maps that it was; else null
 * @param call how the expression is written as a layer of its own; null where it is none
 * @param array the numbers of an array of weights; null for values
 */
record PyValue(String text, boolean atom, Shape shape, Shape maps, Call call, Array array) {

    /**
     * A layer that is called.
     *
     * @param constructor makes the layer
     * @param input what it is called with
     */
    record Call(String constructor, String input) {}

    /** The numbers of an array in the order that is used here. */
    record Array(List<Integer> dimensions, Supplier<float[]> values) {

        int dimension(int index) {
            return dimensions.get(index);
        }
    }

    static PyValue of(String text, boolean atom, Shape shape) {
        return new PyValue(text, atom, shape, null, null, null);
    }

    static PyValue weight(List<Integer> dimensions, Supplier<float[]> values) {
        return new PyValue("", true, null, null, null, new Array(dimensions, values));
    }

    /** The same as a layer that could also stand alone. */
    PyValue asLayer(String constructor, PyValue input) {
        return new PyValue(text, atom, shape, maps, new Call(constructor, input.text), array);
    }

    /** The same with its numbers in that order. */
    PyValue ordered(Shape others) {
        return new PyValue(text, atom, shape, others, call, array);
    }

    /** The expression, in brackets where something is to be called on it or it stands in a sum. */
    String inner() {
        return atom ? text : "(" + text + ")";
    }

    /** True where both hold their numbers in one order. */
    boolean alignedWith(PyValue other) {
        return Objects.equals(maps, other.maps);
    }
}
