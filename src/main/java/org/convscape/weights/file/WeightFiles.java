package org.convscape.weights.file;

import java.nio.file.Path;

/** Opens weight files of every kind that is known. */
public final class WeightFiles {
    private WeightFiles() {}

    /** Opens a file as what its first bytes say it is, whatever its name; refuses with {@link WeightFileFailure}. */
    public static WeightFile open(Path file) {
        throw new WeightFileFailure(file + " is of no kind that is known");
    }
}
