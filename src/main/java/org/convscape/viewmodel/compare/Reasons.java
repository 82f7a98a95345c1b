package org.convscape.viewmodel.compare;

import java.util.List;
import org.convscape.analysis.Difference;

/**
 * A comparison, worked out.
 *
 * @param left what is compared: the open network, and its rule
 * @param right what it is compared with
 * @param difference right - left, by place and reason
 * @param reasons the difference summed by reason, the largest first
 * @param complete false while a shape is unknown: then the numbers are "at least"
 */
public record Reasons(
        String left, String right, Difference difference, List<Difference.ByReason> reasons, boolean complete) {

    /** Keeps an unmodifiable copy. */
    public Reasons {
        reasons = List.copyOf(reasons);
    }

    static Reasons of(String left, String right, Difference difference, boolean complete) {
        return new Reasons(left, right, difference, difference.reasons(), complete);
    }
}
