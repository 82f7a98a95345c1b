package org.convscape.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Who may do what with a file, handed on to the one that takes its place. */
final class FileRights {
    private FileRights() {}

    /**
     * Gives {@code to} owner, group, permissions and attributes of {@code from}, as far as the system lets this user.
     */
    static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        PosixFileAttributeView posix = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (posix != null) {
            PosixFileAttributes rights = Files.readAttributes(from, PosixFileAttributes.class);
            // The owner first: changing it takes some permissions away.
            tolerantly(to, () -> posix.setGroup(rights.group()));
            tolerantly(to, () -> posix.setOwner(rights.owner()));
            posix.setPermissions(rights.permissions());
            return;
        }
        DosFileAttributeView dos = Files.getFileAttributeView(to, DosFileAttributeView.class);
        if (dos != null) {
            DosFileAttributes attributes = Files.readAttributes(from, DosFileAttributes.class);
            dos.setHidden(attributes.isHidden());
            dos.setSystem(attributes.isSystem());
            dos.setArchive(attributes.isArchive());
        }
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    /** Only some may give a file away; one that stays ours is still written. */
    private static void tolerantly(Path file, Change change) {
        try {
            change.make();
        } catch (IOException e) {
            System.getLogger(FileRights.class.getName())
                    .log(System.Logger.Level.DEBUG, "Owner or group could not be handed on to " + file, e);
        }
    }
}
