package org.convscape.io;

import java.util.List;
import org.convscape.document.Document;

/**
 * A document as it was read.
 *
 * @param notes what a person should know of it, as sentences: defaults that were taken, fields that are not known
 */
public record ReadDocument(Document document, List<String> notes) {

    /** Keeps an unmodifiable copy. */
    public ReadDocument {
        notes = List.copyOf(notes);
    }
}
