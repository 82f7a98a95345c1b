package org.convscape.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.WholeFile;

/** A file that at most one living process holds. The system lets go of it when the process ends, however it ends. */
final class FileGuard implements AutoCloseable {
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes hold of a file, which is made where it is missing; empty while another holds it.
     *
     * @throws IOException when the system cannot say
     */
    static Optional<FileGuard> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new FileGuard(channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /**
     * Does something while no other process does the same; where the file stays held for two seconds, or cannot be held
     * on this file system, does it all the same: what is written is whole in any case.
     */
    static void during(Path file, Runnable work) {
        Optional<FileGuard> guard = Optional.empty();
        try {
            WholeFile.makeFolder(file.toAbsolutePath().getParent());
            for (int i = 0; i < TRIES && guard.isEmpty(); i++) {
                guard = take(file);
                if (guard.isEmpty()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | FileFailure e) {
            System.getLogger(FileGuard.class.getName()).log(System.Logger.Level.DEBUG, "No guard at " + file, e);
        }
        try {
            work.run();
        } finally {
            guard.ifPresent(FileGuard::close);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(FileGuard.class.getName()).log(System.Logger.Level.DEBUG, "A guard stays behind", e);
        }
    }
}
