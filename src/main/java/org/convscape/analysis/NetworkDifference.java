package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two networks differ, in counts and in parameters.
 *
 * @param count under one convention
 * @param trainable in what training changes
 * @param kept in what is kept and not trained: batch normalisation's moving statistics
 * @param leftKept how many such numbers the left network has
 * @param rightStatistics those of the right network, layer by layer
 */
public record NetworkDifference(
        Difference count,
        Difference trainable,
        Difference kept,
        long leftKept,
        List<Difference.Entry> rightStatistics) {

    /** Keeps an unmodifiable copy. */
    public NetworkDifference {
        rightStatistics = List.copyOf(rightStatistics);
    }

    /** How many numbers the right network keeps and does not train. */
    public long rightKept() {
        return Difference.sum(rightStatistics);
    }

    /** All parameters of both, trained and kept. */
    public Difference total() {
        List<Difference.Entry> entries = new ArrayList<>(trainable.entries());
        entries.addAll(kept.entries());
        return new Difference("parameters", trainable.left() + leftKept, trainable.right() + rightKept(), entries);
    }

    /**
     * The trained parameters of the left network against all of the right one, which is how the figures that PyTorch
     * and Keras print stand side by side.
     */
    public Difference trainableAgainstTotal() {
        List<Difference.Entry> entries = new ArrayList<>(trainable.entries());
        entries.addAll(rightStatistics);
        return new Difference("parameters", trainable.left(), trainable.right() + rightKept(), entries);
    }
}
