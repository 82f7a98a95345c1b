package org.convscape.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileFailure;
import org.convscape.io.FileStamp;
import org.convscape.op.OpCatalogue;

/**
 * A session whose program ended without closing it. It is guarded against other programs until it is closed; it stays
 * on the disk until it is {@linkplain #discard discarded}.
 */
public final class LeftSession implements AutoCloseable {

    private final Path folder;
    private final FileGuard guard;
    private final List<Path> damaged = new ArrayList<>();

    /**
     * A document that was brought back.
     *
     * @param file the file it belongs to, if it has one
     * @param stamp of that file as it was when the document was last read from it or written to it
     * @param saved what the file holds; an empty document where that is not known, or where there is no file and
     *     changes
     */
    public record Recovered(Document document, Optional<Path> file, FileStamp stamp, Document saved) {

        /** True when it holds what is in no file. */
        public boolean changed() {
            return !saved.sameWork(document);
        }
    }

    /**
     * What was brought back.
     *
     * @param documents what could be read, in the order of the tabs
     * @param current the place of the one that was shown; -1 where it is not known
     * @param problems a sentence for each of what could not be read
     */
    public record Content(List<Recovered> documents, int current, List<String> problems) {}

    private LeftSession(Path folder, FileGuard guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /** Every session that was left behind, the oldest first; those of living programs are passed over. */
    public static List<LeftSession> find(Path sessions) {
        List<LeftSession> found = new ArrayList<>();
        if (Files.isDirectory(sessions)) {
            Journal.alone(sessions, () -> {
                for (Path folder : Folders.contents(sessions)) {
                    if (Files.isDirectory(folder)) {
                        claim(folder).ifPresent(found::add);
                    }
                }
            });
        }
        return found;
    }

    private static Optional<LeftSession> claim(Path folder) {
        try {
            Optional<FileGuard> guard = FileGuard.take(Journal.lockOf(folder));
            if (guard.isEmpty()) {
                return Optional.empty();
            }
            LeftSession session = new LeftSession(folder, guard.get());
            if (session.isEmpty()) {
                session.discard();
                return Optional.empty();
            }
            return Optional.of(session);
        } catch (IOException e) {
            // Whose it is cannot be told, so it is left alone.
            return Optional.empty();
        }
    }

    private boolean isEmpty() {
        if (Files.exists(folder.resolve(Manifest.NAME))) {
            try {
                return Manifest.read(folder).entries().isEmpty() && kept().isEmpty();
            } catch (FileFailure e) {
                return false;
            }
        }
        return kept().isEmpty();
    }

    private List<Path> kept() {
        return Folders.contents(folder).stream()
                .filter(file -> Journal.isName(file.getFileName().toString()))
                .toList();
    }

    /** When it last wrote something. */
    public Instant when() {
        Instant last = Instant.EPOCH;
        for (Path file : Folders.contents(folder)) {
            try {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                boolean ours = !file.getFileName().toString().equals(Journal.LOCK);
                last = ours && written.isAfter(last) ? written : last;
            } catch (IOException e) {
                // One that has gone says nothing.
                continue;
            }
        }
        return last;
    }

    /** Reads all of it. What is damaged is named, and does not keep the rest from being brought back. */
    public Content read(OpCatalogue operations, BlockLibrary blocks) {
        damaged.clear();
        List<String> problems = new ArrayList<>();
        Manifest manifest;
        try {
            manifest = Manifest.read(folder);
        } catch (FileFailure e) {
            if (Files.exists(folder.resolve(Manifest.NAME))) {
                damaged.add(folder.resolve(Manifest.NAME));
                problems.add("Which files the documents belong to is not known any more (" + e.getMessage() + ")");
            }
            manifest = withoutList();
        }
        List<Recovered> documents = new ArrayList<>();
        int current = -1;
        for (int i = 0; i < manifest.entries().size(); i++) {
            Optional<Recovered> document = read(manifest.entries().get(i), operations, blocks, problems);
            if (document.isPresent()) {
                current = i == manifest.current() ? documents.size() : current;
                documents.add(document.get());
            }
        }
        return new Content(List.copyOf(documents), current, List.copyOf(problems));
    }

    private Manifest withoutList() {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Path file : kept()) {
            String name = file.getFileName().toString();
            entries.add(new Manifest.Entry(name, Optional.of(name), Optional.empty(), FileStamp.NOTHING, true));
        }
        return new Manifest(entries, -1);
    }

    private Optional<Recovered> read(
            Manifest.Entry entry, OpCatalogue operations, BlockLibrary blocks, List<String> problems) {
        if (entry.kept().isPresent()) {
            Path kept = folder.resolve(entry.kept().get());
            try {
                return Optional.of(beside(entry, DocumentFile.read(kept, operations, blocks), operations, blocks));
            } catch (FileFailure e) {
                damaged.add(kept);
                problems.add("The changes to " + entry.title() + " cannot be read (" + e.getMessage() + ")");
            }
        }
        if (entry.file().isPresent()) {
            try {
                FileStamp stamp = FileStamp.of(entry.file().get());
                Document document = DocumentFile.read(entry.file().get(), operations, blocks);
                return Optional.of(new Recovered(document, entry.file(), stamp, document));
            } catch (FileFailure e) {
                problems.add(e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** A kept document together with what its file holds, unless somebody else has written that since. */
    private static Recovered beside(
            Manifest.Entry entry, Document document, OpCatalogue operations, BlockLibrary blocks) {
        if (entry.file().isEmpty()) {
            return new Recovered(
                    document, entry.file(), FileStamp.NOTHING, entry.changed() ? Document.EMPTY : document);
        }
        Path file = entry.file().get();
        FileStamp now = FileStamp.of(file);
        Optional<Document> onDisk = Optional.empty();
        try {
            onDisk = Optional.of(DocumentFile.read(file, operations, blocks));
        } catch (FileFailure e) {
            // Gone or damaged: the kept document is all there is.
            now = entry.stamp();
        }
        boolean known = onDisk.isPresent()
                && (now.digest().equals(entry.stamp().digest()) || onDisk.get().sameWork(document));
        return new Recovered(
                document, entry.file(), known ? now : entry.stamp(), known ? onDisk.get() : Document.EMPTY);
    }

    /**
     * Moves what could not be read out of the session, so that a person can look at it.
     *
     * @param aside the folder for such files; need not exist
     * @return where they are now
     */
    public List<Path> putAside(Path aside) {
        List<Path> moved = new ArrayList<>();
        for (Path file : damaged) {
            Path target = aside.resolve(folder.getFileName() + "-" + file.getFileName());
            try {
                Files.createDirectories(aside);
                if (Files.exists(file)) {
                    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
                    moved.add(target);
                }
            } catch (IOException e) {
                throw new FileFailure(file + " could not be put aside: " + e.getMessage(), e);
            }
        }
        return moved;
    }

    /** Deletes it for good. */
    public void discard() {
        Folders.deleteContents(folder, Journal.LOCK);
        guard.close();
        Folders.delete(folder);
    }

    /** Leaves it for another time. */
    @Override
    public void close() {
        guard.close();
    }
}
