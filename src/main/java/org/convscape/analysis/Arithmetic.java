package org.convscape.analysis;

import java.util.Set;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.Work;

/**
 * What sort of layer an operation is to a counting rule, told from what the operation itself declares: its category,
 * the kinds of work of its cost, its field of view. So a rule counts operations that were written after it.
 */
enum Arithmetic {
    /** A convolution of any kind. */
    CONVOLUTION(Cause.CONVOLUTION),
    /** A fully connected layer. */
    DENSE(Cause.DENSE),
    /** A normalisation that scales and shifts every value. */
    SCALE_SHIFT(Cause.BATCH_NORM),
    /** A function of single values, or of the channels of a position. */
    ACTIVATION(Cause.ACTIVATION),
    /** The largest value of a window. */
    MAXIMUM(Cause.POOLING),
    /** The mean of a window. */
    MEAN(Cause.POOLING),
    /** The mean of a whole map. */
    GLOBAL_MEAN(Cause.POOLING),
    /** The sum of activations. */
    ADDITION(Cause.ADDITION),
    /** Activations times a number. */
    SCALING(Cause.SCALING),
    /** Values are moved, chosen or left alone. */
    NONE(Cause.OTHER),
    /** All else. */
    OTHER(Cause.OTHER);

    private final Cause cause;

    Arithmetic(Cause cause) {
        this.cause = cause;
    }

    /** What amounts of such layers are put down to. */
    Cause cause() {
        return cause;
    }

    /**
     * The sort of a layer; of one whose shapes are not known, and which thus does nothing yet, as far as it declares
     * it.
     */
    static Arithmetic of(NodeFacts node) {
        Operation operation = node.node().operation();
        OpType<?> type = operation.type();
        Set<Work> works = node.cost().amounts().keySet();
        return switch (type.category()) {
            case CONVOLUTION -> CONVOLUTION;
            case ACTIVATION -> ACTIVATION;
            case POOLING -> pooling(operation, node.cost());
            case DENSE -> works.contains(Work.MULTIPLY_ADD) ? DENSE : rest(works);
            case NORMALISATION -> works.contains(Work.SCALE_SHIFT) ? SCALE_SHIFT : rest(works);
            case MERGE -> works.contains(Work.ADD) ? ADDITION : works.contains(Work.MULTIPLY) ? SCALING : rest(works);
            case INPUT, SHAPE -> rest(works);
        };
    }

    private static Arithmetic pooling(Operation operation, Cost cost) {
        if (cost.of(Work.WINDOW_ADD) == 0) {
            return MAXIMUM;
        }
        return operation.fieldOfView().isEmpty() ? GLOBAL_MEAN : MEAN;
    }

    private static Arithmetic rest(Set<Work> works) {
        return works.isEmpty() ? NONE : OTHER;
    }
}
