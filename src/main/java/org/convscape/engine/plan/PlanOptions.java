package org.convscape.engine.plan;

/**
 * What a plan may do to save time and memory. The results are the same to rounding.
 *
 * @param fold channel scalings become part of the linear operation before them
 * @param fuse what is done value by value behind a linear operation is done before its values are written
 * @param overwrite element-wise operations write over an input that nobody needs any more
 * @param resume values of earlier runs are taken instead of being computed again
 */
public record PlanOptions(boolean fold, boolean fuse, boolean overwrite, boolean resume) {

    /** Everything: what a person at the window wants. */
    public static final PlanOptions ALL = new PlanOptions(true, true, true, true);

    /** Every run does everything anew: what a measurement wants. */
    public static final PlanOptions FRESH = new PlanOptions(true, true, true, false);

    /** One step per node, each as the graph says: what others are compared with. */
    public static final PlanOptions LITERAL = new PlanOptions(false, false, false, false);
}
