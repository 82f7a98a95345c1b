package org.convscape.io.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.convscape.tensor.Tensor;

/**
 * The numbers of an initializer, which are asked for when they are written, one array after the other: the weights of a
 * network never have to stand in memory together.
 *
 * @param dimensions of the array
 * @param values gives the array; asked once
 */
record Numbers(List<Integer> dimensions, Supplier<Tensor> values) {

    /** Numbers that are there already. */
    static Numbers of(Tensor tensor) {
        return new Numbers(Arrays.stream(tensor.dimensions()).boxed().toList(), () -> tensor);
    }

    /** How many there are; may be more than an array can hold. */
    long elements() {
        return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    int dimension(int index) {
        return dimensions.get(index);
    }
}
