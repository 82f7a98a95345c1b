package org.convscape.block;

import java.util.Optional;
import org.convscape.op.Operation;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Relu6;

/** The activation after a convolution of a block. */
public enum Activation {
    /** max(0, x). */
    RELU(new Relu()),
    /** min(max(0, x), 6), as the MobileNets use it. */
    RELU6(new Relu6()),
    /** None: the unit stays linear. */
    NONE(null);

    private final Operation operation;

    Activation(Operation operation) {
        this.operation = operation;
    }

    /** The operation, unless there is none. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }
}
