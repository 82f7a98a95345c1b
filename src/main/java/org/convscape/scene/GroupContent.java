package org.convscape.scene;

import org.convscape.block.Family;
import org.convscape.graph.GroupPath;

/**
 * All that is written on the frame of an open group.
 *
 * @param kind the name of its template; empty for a plain group
 * @param message what is the matter inside; empty when all is well
 */
public record GroupContent(
        GroupPath path,
        String title,
        String kind,
        Family family,
        String shape,
        Amounts amounts,
        Condition condition,
        String message) {

    /** What appears when the pointer rests on the header. */
    public String hint() {
        return path + (kind.isEmpty() ? "" : "\n" + kind) + (shape.isEmpty() ? "" : " → " + shape)
                + (message.isEmpty() ? "" : "\n\n" + message) + "\n\n" + amounts.inFull();
    }
}
