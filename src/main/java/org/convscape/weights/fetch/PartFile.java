package org.convscape.weights.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.convscape.weights.published.PublishedFile;

/**
 * What has come of a file so far, beside the place where the whole will lie: {@code NAME.part}, and in
 * {@code NAME.part.from} the address and the mark by which the server tells one version from another. Locked while it
 * is open, so that two programs do not write into one.
 */
final class PartFile implements AutoCloseable {
    private static final String ENDING = ".part";
    private static final String FROM = ".from";
    private static final long MOST_MARK_BYTES = 10_000;

    private final Path target;
    private final Path path;
    private final FileChannel channel;
    private boolean deleted;

    private PartFile(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** Where what has come of a file is kept. */
    static Path of(Path target) {
        return target.resolveSibling(target.getFileName() + ENDING);
    }

    /**
     * Opens the part of a file.
     *
     * @throws IOException with the reason where another program writes it
     */
    static PartFile open(Path target) throws IOException {
        Path path = of(target);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.position(channel.size());
                return new PartFile(target, path, channel);
            }
        } catch (OverlappingFileLockException | IOException e) {
            channel.close();
            throw new IOException("it is being fetched already", e);
        }
        channel.close();
        throw new IOException("another program is fetching it just now");
    }

    /** How many bytes have come. */
    long length() throws IOException {
        return channel.size();
    }

    /**
     * The mark that the server gave with what is here; empty where nothing can be said to go on from it.
     *
     * @param checkable whether a hash shows in the end that all pieces belong together, so that no mark is needed
     */
    Optional<String> mark(PublishedFile file, boolean checkable) throws IOException {
        Path from = path.resolveSibling(path.getFileName() + FROM);
        if (length() == 0 || !Files.exists(from) || Files.size(from) > MOST_MARK_BYTES) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(from);
        boolean same = !lines.isEmpty() && lines.get(0).equals(file.address().toString());
        String mark = lines.size() > 1 ? lines.get(1) : "";
        return same && (checkable || !mark.isEmpty()) ? Optional.of(mark) : Optional.empty();
    }

    /** Remembers where what comes now is from. */
    void from(PublishedFile file, String mark) throws IOException {
        Files.writeString(path.resolveSibling(path.getFileName() + FROM), file.address() + "\n" + mark + "\n");
    }

    /** Adds a piece at the end. */
    void write(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    /** Gives up what has come. */
    void restart() throws IOException {
        channel.truncate(0);
        channel.position(0);
    }

    /** The first bytes. */
    byte[] beginning(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, length()));
        channel.read(bytes, 0);
        return bytes.array();
    }

    Path path() {
        return path;
    }

    /** Nothing of it is worth keeping. */
    void delete() throws IOException {
        deleted = true;
        channel.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + FROM));
    }

    /** It is whole: puts it where it belongs, in one step. */
    void finish() throws IOException {
        channel.force(true);
        deleted = true;
        channel.close();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target);
        }
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + FROM));
    }

    /** What has come stays for the next time, unless it is nothing. */
    @Override
    public void close() throws IOException {
        if (deleted) {
            return;
        }
        boolean empty = channel.size() == 0;
        channel.close();
        if (empty) {
            delete();
        }
    }
}
