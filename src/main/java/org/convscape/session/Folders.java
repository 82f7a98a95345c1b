package org.convscape.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Flat folders of the program's own; what cannot be done with them is left to the next start. */
final class Folders {
    private Folders() {}

    /** What is in a folder, by name; nothing where it cannot be read. */
    static List<Path> contents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Deletes the files in a folder, but for one. */
    static void deleteContents(Path folder, String butFor) {
        for (Path file : contents(folder)) {
            if (!file.getFileName().toString().equals(butFor)) {
                deleteFile(file);
            }
        }
    }

    /** Deletes a folder of files. */
    static void delete(Path folder) {
        deleteContents(folder, "");
        deleteFile(folder);
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Folders.class.getName()).log(System.Logger.Level.DEBUG, "Stays behind: " + file, e);
        }
    }
}
