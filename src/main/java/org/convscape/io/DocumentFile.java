package org.convscape.io;

import java.nio.file.Path;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.op.OpCatalogue;

/**
 * A document as a file: JSON that a person can read and a version control system can compare, with a schema version.
 *
 * <p>What is written is read back equal. A graph that is unfinished or wrong (open ports, cycles, shapes that do not
 * fit) is written and read like any other; the analysis says what is the matter with it.
 */
public final class DocumentFile {

    /** How the names of such files end. */
    public static final String ENDING = ".convscape";

    /** The version that is written, and the newest that is read. */
    public static final int SCHEMA_VERSION = 2;

    private static final int MOST_BYTES = 32_000_000;

    private DocumentFile() {}

    /**
     * Writes a document; what stood there before stays until the new file is complete.
     *
     * @throws FileFailure with a sentence when that cannot be done
     */
    public static void write(Document document, Path file) {
        WholeFile.write(file, text(document));
    }

    /** The contents of the file of a document. */
    public static String text(Document document) {
        return Json.text(DocumentWriter.write(document));
    }

    /**
     * Reads a document.
     *
     * @throws FileFailure with a sentence that says what was expected, what was found, and where
     */
    public static Document read(Path file, OpCatalogue operations, BlockLibrary blocks) {
        return open(file, operations, blocks).document();
    }

    /**
     * Reads a document, with what a person should know of it.
     *
     * @throws FileFailure with a sentence that says what was expected, what was found, and where
     */
    public static ReadDocument open(Path file, OpCatalogue operations, BlockLibrary blocks) {
        byte[] contents = WholeFile.read(file, MOST_BYTES, "a " + ENDING + " document");
        return parseNoted(contents, file.toString(), operations, blocks);
    }

    /**
     * Reads a document from the contents of a file.
     *
     * @param source what failures name as the place they are about
     * @throws FileFailure with a sentence that says what was expected, what was found, and where
     */
    public static Document parse(byte[] contents, String source, OpCatalogue operations, BlockLibrary blocks) {
        return parseNoted(contents, source, operations, blocks).document();
    }

    /** The same, with what a person should know of it. */
    public static ReadDocument parseNoted(byte[] contents, String source, OpCatalogue operations, BlockLibrary blocks) {
        return new DocumentReader(operations, blocks).read(JsonPlace.root(source, Json.parse(contents, source)));
    }
}
