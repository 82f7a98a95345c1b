package org.convscape.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convscape.document.Document;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileFailure;
import org.convscape.io.WholeFile;

/**
 * What is open in this window, on the disk: a folder with a list and one file for every document that is in no other
 * file as it is. The folder is guarded as long as the program lives, so that others can tell it from one that was left
 * behind.
 *
 * <p>Documents are immutable, so only those are written that are another object than the last time. Every file is
 * replaced whole, the list after the documents it names: what is there at any moment can be read.
 */
public final class Journal implements AutoCloseable {
    static final String LOCK = "lock";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path sessions;
    private final Path folder;
    private final Map<Long, Document> written = new HashMap<>();
    private Manifest listed;
    private FileGuard guard;

    /**
     * A journal that has written nothing yet.
     *
     * @param sessions the folder of all sessions of this user; need not exist
     */
    public Journal(Path sessions) {
        this.sessions = sessions;
        this.folder = sessions.resolve(NAME.format(LocalDateTime.now()) + "-"
                + UUID.randomUUID().toString().substring(0, 8));
    }

    /** The folder of this session. */
    public Path folder() {
        return folder;
    }

    static String nameOf(long key) {
        return key + DocumentFile.ENDING;
    }

    static boolean isName(String name) {
        return name.matches("[0-9]{1,18}[.]convscape");
    }

    static Path lockOf(Path folder) {
        return folder.resolve(LOCK);
    }

    /** Does something while no other process looks for, or makes, folders of sessions. */
    static void alone(Path sessions, Runnable work) {
        FileGuard.during(sessions.resolve(".guard"), work);
    }

    /**
     * Brings the folder up to what is open; writes nothing where nothing has changed.
     *
     * @throws FileFailure with a sentence when that cannot be done; the next call tries all of it again
     */
    public synchronized void write(Snapshot snapshot) {
        Manifest manifest = Manifest.of(snapshot);
        if (listed == null && snapshot.documents().isEmpty()) {
            return;
        }
        begin();
        boolean same = manifest.equals(listed);
        Set<Long> kept = new HashSet<>();
        for (KeptDocument document : snapshot.documents()) {
            if (document.needsKeeping()) {
                kept.add(document.key());
                if (written.get(document.key()) != document.document()) {
                    DocumentFile.write(document.document(), folder.resolve(nameOf(document.key())));
                    written.put(document.key(), document.document());
                }
            }
        }
        if (!same) {
            listed = null;
            manifest.write(folder);
            listed = manifest;
        }
        Set<Long> over = new HashSet<>(written.keySet());
        over.removeAll(kept);
        over.forEach(this::remove);
    }

    private void remove(long key) {
        written.remove(key);
        try {
            Files.deleteIfExists(folder.resolve(nameOf(key)));
        } catch (IOException e) {
            // The list no longer names it; it goes with the folder.
            System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "A kept document stays", e);
        }
    }

    private void begin() {
        if (guard != null && Files.isDirectory(folder)) {
            return;
        }
        leave();
        written.clear();
        listed = null;
        WholeFile.makeFolder(sessions);
        alone(sessions, () -> {
            WholeFile.makeFolder(folder);
            try {
                guard = FileGuard.take(lockOf(folder)).orElse(null);
            } catch (IOException e) {
                throw new FileFailure(folder + " could not be guarded: " + e.getMessage(), e);
            }
        });
    }

    /** The window was closed in order, and everything in it was saved or given up: nothing is kept. */
    @Override
    public synchronized void close() {
        if (guard != null) {
            Folders.deleteContents(folder, LOCK);
            leave();
            Folders.delete(folder);
        }
    }

    /** Lets go of the folder and leaves it as it is, as the end of the process does. */
    synchronized void leave() {
        if (guard != null) {
            guard.close();
            guard = null;
        }
    }
}
