package org.convscape.engine;

import org.convscape.op.Work;

/** Hears from loops what arithmetic they have just performed. */
@FunctionalInterface
interface Tally {

    /** Nobody counts. */
    Tally NONE = (work, amount) -> {};

    /** So many more of one kind were performed. */
    void performed(Work work, long amount);
}
