package org.convscape.exchange;

import java.nio.file.Path;
import org.convscape.io.FileFailure;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** A kind of file that a document can be written as. */
public interface Exporter {

    /** The id on the command line. */
    String id();

    /** What a person reads in a chooser of files, in the plural. */
    String label();

    /** How the names of such files end, with the dot. */
    String ending();

    /** True when every shape has to be known. */
    boolean needsShapes();

    /** True where a file can have the output of every layer besides the result. */
    default boolean givesAllMaps() {
        return false;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param progress in bytes, where the file is large
     * @return one line: the file and what is in it
     * @throws FileFailure with a sentence when that cannot be done
     */
    String write(Exported exported, Path file, Progress progress, Cancellation cancellation);
}
