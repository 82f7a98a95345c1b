package org.convscape.op;

/** The arrays of one node, by the name that its {@link WeightSpec} gives them. */
@FunctionalInterface
public interface Weights<T> {

    /** The array of that name; the operation only asks for names it has declared. */
    T get(String name);

    /** The array of that name where the operation has declared it, or null, which {@link TensorMath} reads as none. */
    default T getIf(boolean declared, String name) {
        return declared ? get(name) : null;
    }
}
