package org.convscape.session;

import java.nio.file.Path;
import java.util.Optional;
import org.convscape.document.Document;
import org.convscape.io.FileStamp;

/**
 * An open document as a session keeps it.
 *
 * @param key tells it from the others of its session, also when it changes
 * @param file the file it belongs to, if it has one
 * @param stamp that of the file when it was last read or written
 * @param changed whether it holds what is in no file
 */
public record KeptDocument(long key, Document document, Optional<Path> file, FileStamp stamp, boolean changed) {

    /** True where the file alone does not bring it back. */
    boolean needsKeeping() {
        return changed || file.isEmpty();
    }
}
