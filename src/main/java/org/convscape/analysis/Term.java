package org.convscape.analysis;

/**
 * One summand of a counting rule: so much for each of something.
 *
 * @param coefficient how much each counts; below 0 where a rule takes something off
 * @param cause what the amount is put down to when a count is taken apart
 */
public record Term(long coefficient, Measure measure, Cause cause) {

    /** What this term adds for one node. */
    long of(NodeFacts node) {
        return Bounded.times(coefficient, measure.of(node));
    }

    /** As a rule reads: {@code 2 × output values}. */
    @Override
    public String toString() {
        return coefficient + " × " + measure.label();
    }
}
