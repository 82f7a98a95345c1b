package org.convscape.session;

import java.util.List;

/**
 * What is open at one moment.
 *
 * @param documents in the order of their tabs
 * @param current the place of the one that is shown, from 0; -1 for none
 */
public record Snapshot(List<KeptDocument> documents, int current) {

    /** Nothing is open. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), -1);

    /** Keeps an unmodifiable copy. */
    public Snapshot {
        documents = List.copyOf(documents);
    }
}
