package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import org.convscape.block.BlockLibrary;
import org.convscape.io.FileFailure;
import org.convscape.io.ReadDocument;
import org.convscape.op.OpCatalogue;

/** A kind of file that a document can be read from. */
public interface Importer {

    /** Short, for settings and tests. */
    String id();

    /** What a person reads in a chooser of files, in the plural. */
    String label();

    /** How the names of such files end, with the dot; the usual one first. */
    List<String> endings();

    /** True where a document that was read from such a file is saved there again; a file of another program stays. */
    default boolean holdsDocuments() {
        return true;
    }

    /**
     * True where the file holds a network as far as it can be told: some kinds of files also hold weights alone. Reads
     * of it what that takes.
     */
    default boolean holdsNetwork(Path file) {
        return true;
    }

    /**
     * Reads the file, with what a person should know of it.
     *
     * @throws FileFailure with a sentence that says what was expected, what was found, and where
     */
    ReadDocument read(Path file, OpCatalogue operations, BlockLibrary blocks);
}
