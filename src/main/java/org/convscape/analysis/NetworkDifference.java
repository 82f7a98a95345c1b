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
 * @param rightKept how many the right one has
 */
public record NetworkDifference(
        Difference count, Difference trainable, Difference kept, long leftKept, long rightKept) {

    /** All parameters of both, trained and kept. */
    public Difference total() {
        List<Difference.Entry> entries = new ArrayList<>(trainable.entries());
        entries.addAll(kept.entries());
        return new Difference("parameters", trainable.left() + leftKept, trainable.right() + rightKept, entries);
    }

    /**
     * The trained parameters of the left network against all of the right one, which is how the figures that PyTorch and
     * Keras print stand side by side.
     */
    public Difference trainableAgainstTotal() {
        List<Difference.Entry> entries = new ArrayList<>(trainable.entries());
        if (rightKept != 0) {
            entries.add(new Difference.Entry(
                    "",
                    "Batch normalisation",
                    "moving statistics, which a total counts and training does not change",
                    rightKept));
        }
        return new Difference("parameters", trainable.left(), trainable.right() + rightKept, entries);
    }
}
