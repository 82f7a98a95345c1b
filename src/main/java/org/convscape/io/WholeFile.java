package org.convscape.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that are read and written as a whole: a reader never meets half a file, and a failed write leaves the old one.
 */
public final class WholeFile {
    private static final int BUFFER = 1 << 16;
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** Contents that are written piece by piece, because they are too large to be held. */
    @FunctionalInterface
    public interface Contents {

        /** Writes all of them. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes bytes; see {@link #write(Path, Contents)}. */
    public static void write(Path file, byte[] contents) {
        write(file, out -> out.write(contents));
    }

    /**
     * Replaces the contents of a file, or makes it, with the folders around it; what stood there stays until the new
     * contents are complete on the disk, and hands its rights, its owner and whether it is hidden on to them.
     *
     * @throws FileFailure with a sentence when that cannot be done
     */
    public static void write(Path file, Contents contents) {
        if (Files.isDirectory(file)) {
            throw new FileFailure(file + " is a folder; a file name was expected");
        }
        Path target = target(file);
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileFailure(file + " could not be written: it is read-only");
        }
        Path temporary = null;
        boolean done = false;
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                stream(target, contents);
                return;
            }
            makeFolder(target.toAbsolutePath().getParent());
            temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                contents.writeTo(out);
                out.flush();
                channel.force(true);
            }
            FileRights.copy(target, temporary);
            move(temporary, target);
            done = true;
            forceFolder(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new FileFailure(file + " could not be written: " + reason(e), e);
        } finally {
            if (!done) {
                discard(temporary);
            }
        }
    }

    /** Writes text as UTF-8; see {@link #write(Path, Contents)}. */
    public static void write(Path file, String contents) {
        write(file, contents.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a folder and those around it where they are missing.
     *
     * @throws FileFailure with a sentence when that cannot be done
     */
    public static void makeFolder(Path folder) {
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new FileFailure("The folder " + folder + " could not be made: " + reason(e), e);
        }
    }

    /**
     * The contents of a file.
     *
     * @param most how many bytes such a file has at most
     * @throws FileFailure with a sentence when it is missing, a folder, empty, too long or unreadable
     */
    static byte[] read(Path file, int most, String kind) {
        if (Files.isDirectory(file)) {
            throw new FileFailure(file + " is a folder; " + kind + " was expected");
        }
        byte[] contents;
        try (InputStream input = Files.newInputStream(file)) {
            contents = input.readNBytes(most + 1);
        } catch (NoSuchFileException e) {
            throw new FileFailure("There is no file " + file, e);
        } catch (IOException e) {
            throw new FileFailure(file + " could not be read: " + reason(e), e);
        }
        if (contents.length == 0) {
            throw new FileFailure(file + " is empty; " + kind + " was expected");
        }
        if (contents.length > most) {
            throw new FileFailure(
                    file + " is too long: " + kind + " has at most " + most / 1_000_000 + " MB, so this is not one");
        }
        return contents;
    }

    /** Devices and pipes have nothing to keep, and must not be replaced by a file. */
    private static void stream(Path target, Contents contents) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            contents.writeTo(out);
        }
    }

    /** Links are followed, even to where nothing stands yet, so that what they point to is replaced and not they. */
    private static Path target(Path file) {
        Path target = file;
        try {
            for (int link = 0; link < MOST_LINKS && Files.isSymbolicLink(target); link++) {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
        } catch (IOException e) {
            throw new FileFailure(file + " could not be written: " + reason(e), e);
        }
        if (Files.isSymbolicLink(target)) {
            throw new FileFailure(file + " could not be written: it is a link that leads in a circle");
        }
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The name is in the folder, which has to reach the disk too; where a folder cannot be opened, that is seen to. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not forced to the disk: " + folder, e);
        }
    }

    private static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary file stays behind: " + temporary, e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is missing";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (e instanceof NotDirectoryException || e instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file stands where a folder is needed";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().toLowerCase(java.util.Locale.ROOT);
        }
        return e.getMessage() == null ? "the disk answered with an error" : e.getMessage();
    }
}
