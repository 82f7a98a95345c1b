package org.convscape.weights.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CancellationException;
import org.convscape.figures.Sentence;

/**
 * The bytes of a file that stands open, read at given places. Every complaint about the file is made here, so that
 * each names it. Reading is by position and not by a mapping: a file that is cut off meanwhile is noticed instead of
 * bringing the virtual machine down, and no mapping keeps it from being replaced.
 */
final class FileBytes implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final BasicFileAttributes asOpened;

    private FileBytes(Path path, FileChannel channel, BasicFileAttributes asOpened) {
        this.path = path;
        this.channel = channel;
        this.asOpened = asOpened;
    }

    /** Opens a regular file; a pipe or a device would never end. */
    static FileBytes open(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw complaint(
                        path,
                        "a file was expected, found "
                                + (attributes.isDirectory() ? "a folder" : "something that is no regular file"));
            }
            return new FileBytes(path, FileChannel.open(path, StandardOpenOption.READ), attributes);
        } catch (NoSuchFileException e) {
            throw new WeightFileFailure(Sentence.line("There is no file " + path), e);
        } catch (AccessDeniedException e) {
            throw complaint(path, "the system does not allow this user to read it");
        } catch (IOException e) {
            throw complaint(path, "the system says: " + e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** In bytes, as it was when it was opened. */
    long size() {
        return asOpened.size();
    }

    /** What is wrong with this file, as a sentence that begins with its name. */
    WeightFileFailure complaint(String what) {
        return complaint(path, what);
    }

    static WeightFileFailure complaint(Path path, String what) {
        return new WeightFileFailure(Sentence.line(path + " cannot be read: " + what));
    }

    /** Complains where the file is no longer the one that was opened. */
    void checkUnchanged() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() != asOpened.size() || !now.lastModifiedTime().equals(asOpened.lastModifiedTime())) {
                throw changed();
            }
        } catch (NoSuchFileException e) {
            throw complaint("it was removed while it was open");
        } catch (IOException e) {
            throw complaint("the system says: " + e.getMessage());
        }
    }

    WeightFileFailure changed() {
        return complaint("it was changed while it was open; open it again");
    }

    /** That many bytes from that place, little-endian; both were checked against the size by the caller or are here. */
    ByteBuffer bytes(long at, int count, String what) {
        if (at < 0 || count < 0 || at > size() - count) {
            throw complaint(what + " was expected to have " + count + " bytes from byte " + at
                    + ", but the file ends at " + size());
        }
        ByteBuffer into = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(at, into);
        return into.flip();
    }

    /** Fills what is left of the buffer with what stands there. */
    void fill(long at, ByteBuffer into) {
        long next = at;
        try {
            while (into.hasRemaining()) {
                int got = channel.read(into, next);
                if (got < 0) {
                    throw changed();
                }
                next += got;
            }
        } catch (ClosedByInterruptException e) {
            throw (CancellationException) new CancellationException("Reading was cancelled").initCause(e);
        } catch (ClosedChannelException e) {
            throw complaint("it has been closed");
        } catch (IOException e) {
            throw complaint("the system says: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw complaint("the system says: " + e.getMessage());
        }
    }
}
