package org.convscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Public test material that is not part of the project: it is looked for beside the checkout, or where the system
 * property {@code convscape.test.data} says. Tests that use it are skipped, saying so, where it is absent.
 */
public final class PublicData {
    private PublicData() {}

    /** A file or folder of the test material, such as {@code data/pictures}. */
    public static Path require(String name) {
        Path path =
                Path.of(System.getProperty("convscape.test.data", "../shared")).resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "Skipped: no public test material at " + path);
        return path;
    }
}
