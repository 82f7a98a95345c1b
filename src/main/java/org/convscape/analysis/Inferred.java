package org.convscape.analysis;

import java.util.Optional;
import org.convscape.tensor.Shape;

/**
 * What the analysis knows of a node's output. <i>Unknown</i> is a normal answer (something is not connected yet);
 * <i>invalid</i> is a fault of this very node; both are passed on to followers as <i>unknown</i> with the same cause.
 */
public sealed interface Inferred {

    /** The output has this shape. */
    record Known(Shape output) implements Inferred {}

    /**
     * The output cannot be known.
     *
     * @param cause the path of the node where the reason lies: this one, for an open port, or one before it
     */
    record Unknown(String cause) implements Inferred {}

    /** The inputs are known, and this node cannot take them, or it stands on a cycle. */
    record Invalid(Diagnostic diagnostic) implements Inferred {}

    /** The output shape where it is known. */
    default Optional<Shape> shape() {
        return this instanceof Known known ? Optional.of(known.output()) : Optional.empty();
    }
}
