package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assumePosix() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aFileKeepsItsRights() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("mine"), "old");
        for (String rights : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            WholeFile.write(file, "new");
            assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("mine"), names());
    }

    @Test
    void aLinkIsFollowedEvenToWhereNothingStandsYet() throws IOException {
        assumePosix();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path hop = Files.createSymbolicLink(folder.resolve("hop"), Path.of("elsewhere", "file"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), hop);
        for (String contents : List.of("first", "second")) {
            WholeFile.write(link, contents);
            assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(hop));
            assertEquals(contents, Files.readString(elsewhere.resolve("file")));
        }
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertThrows(FileFailure.class, () -> WholeFile.write(circle, "never"));
        assertTrue(Files.isSymbolicLink(circle));
    }

    @Test
    void aDiskThatIsFullIsSaidAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "old");
        String message = assertThrows(
                        FileFailure.class,
                        () -> WholeFile.write(file, out -> {
                            out.write(new byte[100_000]);
                            throw new FileSystemException(file.toString(), null, "No space left on device");
                        }))
                .getMessage();
        assertEquals(file + " could not be written: no space left on device", message);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("mine"), names());
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device));
        Path link = Files.createSymbolicLink(folder.resolve("link"), device);
        assertThrows(FileFailure.class, () -> WholeFile.write(link, "too much"));
        assertTrue(Files.exists(device) && !Files.isRegularFile(device));
        Files.delete(link);
        assertEquals(List.of(), names());
    }

    @Test
    void aReadOnlyFileIsNotReplacedByTheWayOfItsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "old");
        assertTrue(file.toFile().setReadOnly());
        if (Files.isWritable(file)) {
            // To an administrator nothing is read-only; the file stays so for everybody else.
            WholeFile.write(file, "new");
            assertEquals("new", Files.readString(file));
            assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        } else {
            assertThrows(FileFailure.class, () -> WholeFile.write(file, "new"));
            assertEquals("old", Files.readString(file));
        }
    }
}
