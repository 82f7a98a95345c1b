package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.convscape.document.Document;
import org.convscape.exchange.Importers;
import org.convscape.inventory.Inventory;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileStamp;
import org.convscape.io.ReadDocument;
import org.convscape.task.Cancellation;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.viewmodel.activity.Activity;

/** Opens, saves and watches the files of documents, beside the screen. Failures are reported in the window. */
public final class DocumentFiles {

    /** How saving ended. */
    public enum Outcome {
        /** The document is in the file. */
        SAVED,
        /** It is not, and why is reported. */
        FAILED,
        /** Nothing was written, because the file holds what somebody else has written since. */
        CHANGED_ON_DISK
    }

    private static final Duration BEAT = Duration.ofSeconds(2);

    private record Read(Document document, List<String> notes, FileStamp stamp) {}

    private final Studio studio;
    private final JobRunner files;
    private final RecentFiles recent;
    private boolean checking;
    private volatile boolean closed;

    DocumentFiles(Studio studio, JobRunner files) {
        this.studio = studio;
        this.files = files;
        recent = new RecentFiles(files, studio.screen());
    }

    /** What was last opened or saved. */
    public RecentFiles recent() {
        return recent;
    }

    /** From now on {@linkplain #check looks} every two seconds whether files have become others, until it is closed. */
    public void watch(Later later) {
        later.after(BEAT, () -> {
            if (!closed) {
                studio.screen().execute(this::check);
                watch(later);
            }
        });
    }

    /** Stops looking. */
    void close() {
        closed = true;
    }

    private Optional<OpenDocument> openAlready(Path file) {
        return studio.documents().stream()
                .filter(document ->
                        file.equals(document.workspace().fileProperty().get()))
                .findFirst();
    }

    /**
     * Opens a file on a tab of its own.
     *
     * @param weightsAlone what is done instead where the file holds weights and no network
     */
    public void open(Path file, Runnable weightsAlone) {
        files.start((progress, unused) -> Importers.holdsNetwork(file))
                .result()
                .whenComplete(onScreen((network, failure) -> {
                    if (failure == null && !network) {
                        weightsAlone.run();
                    } else {
                        open(file);
                    }
                }));
    }

    /** Opens a file on a tab of its own, or shows it where it is open already. */
    public void open(Path given) {
        Path file = given.toAbsolutePath();
        Optional<OpenDocument> already = openAlready(file);
        if (already.isPresent()) {
            studio.focusedProperty().set(already.get());
            return;
        }
        read(file, "Opening", read -> {
            Optional<OpenDocument> meanwhile = openAlready(file);
            if (meanwhile.isPresent()) {
                studio.focusedProperty().set(meanwhile.get());
            } else {
                OpenDocument opened = studio.open(read.document());
                if (Importers.holdsDocuments(file)) {
                    opened.workspace().savedAs(read.document(), file, read.stamp());
                }
                if (!read.notes().isEmpty()) {
                    studio.say(file.getFileName() + ": " + String.join(". ", read.notes()) + ".");
                }
            }
            recent.add(file);
        });
    }

    /** Takes what the file of a document holds now, as a change that can be taken back. */
    public void reload(OpenDocument document) {
        Path file = document.workspace().fileProperty().get();
        read(file, "Reloading", read -> {
            document.workspace().reload(read.document(), read.stamp());
            studio.say("Reloaded " + file.getFileName() + "; undo brings back what was here before");
        });
    }

    private void read(Path file, String doing, Consumer<Read> then) {
        Cancellation stop = new Cancellation();
        Activity activity =
                studio.activities().begin(Activity.Kind.OPENING, doing + " " + file.getFileName(), stop::request);
        files.start((progress, unused) -> {
                    stop.check();
                    FileStamp stamp = FileStamp.of(file);
                    Inventory inventory = studio.libraries().inventory();
                    ReadDocument read = Importers.read(file, inventory.operations(), inventory.blocks());
                    return new Read(read.document(), read.notes(), stamp);
                })
                .result()
                .whenComplete(onScreen((read, failure) -> {
                    studio.activities().end(activity);
                    if (stop.requested()) {
                        studio.say(activity.name() + " was cancelled");
                    } else if (failure == null) {
                        then.accept(read);
                    } else {
                        studio.report(Failures.sentence(failure, doing + " " + file));
                    }
                }));
    }

    private <R> BiConsumer<R, Throwable> onScreen(BiConsumer<R, Throwable> work) {
        return (result, failure) -> studio.screen().execute(() -> work.accept(result, failure));
    }

    /**
     * Saves a document.
     *
     * @param over whether to write over what somebody else has written to its file since it was read
     * @param done is told on the screen's thread how it ended
     */
    public void save(OpenDocument document, Path given, boolean over, Consumer<Outcome> done) {
        Path file = given.toAbsolutePath();
        Document written = document.workspace().document();
        boolean asks = !over && file.equals(document.workspace().fileProperty().get());
        FileStamp known = document.workspace().stamp();
        files.start((progress, cancellation) -> {
                    if (asks && known.standing(file) == FileStamp.Standing.CHANGED) {
                        return Optional.<FileStamp>empty();
                    }
                    DocumentFile.write(written, file);
                    return Optional.of(FileStamp.of(file));
                })
                .result()
                .whenComplete(onScreen((stamp, failure) -> {
                    if (failure != null) {
                        studio.report(Failures.sentence(failure, "Saving " + file));
                        done.accept(Outcome.FAILED);
                    } else if (stamp.isEmpty()) {
                        document.workspace().standingProperty().set(FileStamp.Standing.CHANGED);
                        done.accept(Outcome.CHANGED_ON_DISK);
                    } else {
                        document.workspace().savedAs(written, file, stamp.get());
                        studio.say("Saved " + file.getFileName());
                        recent.add(file);
                        done.accept(Outcome.SAVED);
                    }
                }));
    }

    /** Stays with the document as it is although its file has become another or has gone. */
    public void keep(OpenDocument document) {
        Path file = document.workspace().fileProperty().get();
        files.start((progress, cancellation) -> FileStamp.of(file)).result().whenComplete(onScreen((stamp, failure) -> {
            if (failure == null) {
                document.workspace().keep(stamp);
            }
        }));
    }

    /** Looks whether the files of open documents are still what they were; their workspaces then say so. */
    public void check() {
        Map<OpenDocument, FileStamp> known = new LinkedHashMap<>();
        Map<OpenDocument, Path> paths = new LinkedHashMap<>();
        for (OpenDocument document : studio.documents()) {
            if (document.workspace().fileProperty().get() != null) {
                known.put(document, document.workspace().stamp());
                paths.put(document, document.workspace().fileProperty().get());
            }
        }
        if (checking || known.isEmpty()) {
            return;
        }
        checking = true;
        files.start((progress, cancellation) -> {
                    Map<OpenDocument, FileStamp.Standing> found = new LinkedHashMap<>();
                    known.forEach((document, stamp) -> found.put(document, stamp.standing(paths.get(document))));
                    return found;
                })
                .result()
                .whenComplete(onScreen((found, failure) -> {
                    checking = false;
                    if (failure == null) {
                        found.forEach((document, standing) -> {
                            // One that was saved meanwhile has another stamp, to which this does not apply.
                            if (document.workspace().stamp() == known.get(document)) {
                                document.workspace().standingProperty().set(standing);
                            }
                        });
                    }
                }));
    }
}
