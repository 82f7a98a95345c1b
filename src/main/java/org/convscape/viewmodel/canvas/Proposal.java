package org.convscape.viewmodel.canvas;

import org.convscape.document.Edit;

/**
 * A connection that a person is about to make.
 *
 * @param edit the change that makes it; null where it cannot be made
 * @param refusal why it cannot be made; empty where it can
 * @param problem what would be the matter afterwards; the connection can be made all the same
 */
public record Proposal(Edit edit, String refusal, String problem) {

    static Proposal refused(String reason) {
        return new Proposal(null, reason, "");
    }

    /** True where the connection can be made. */
    public boolean allowed() {
        return edit != null;
    }
}
