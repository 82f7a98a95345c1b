package org.convscape.viewmodel.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import org.convscape.document.Document;
import org.convscape.session.Journal;
import org.convscape.session.KeptDocument;
import org.convscape.session.Snapshot;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/**
 * Keeps a journal of what is open. Every change is noted at once and written a moment after the first of several, so
 * that fast typing neither writes at every key nor puts the writing off.
 */
final class Autosave {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Studio studio;
    private final Journal journal;
    private final JobRunner runner;
    private final Later later;
    private final Map<OpenDocument, Long> keys = new HashMap<>();
    private final Set<OpenDocument> untouched = new HashSet<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final InvalidationListener touched = observable -> note();
    private volatile Snapshot latest = Snapshot.EMPTY;
    private volatile boolean closed;
    private volatile boolean failing;
    private long nextKey = 1;

    Autosave(Studio studio, Journal journal, JobRunner runner, Later later) {
        this.studio = studio;
        this.journal = journal;
        this.runner = runner;
        this.later = later;
    }

    /** Begins to watch. What is open now and nobody touches is what every start opens, and not worth keeping. */
    void start() {
        untouched.addAll(studio.documents());
        studio.documents().forEach(this::watch);
        studio.documents().addListener((ListChangeListener<OpenDocument>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watch);
                change.getRemoved().forEach(this::forget);
            }
            note();
        });
        studio.focusedProperty().addListener(touched);
    }

    private void watch(OpenDocument document) {
        keys.put(document, nextKey++);
        document.workspace().documentProperty().addListener(touched);
        document.workspace().savedProperty().addListener(touched);
        document.workspace().fileProperty().addListener(touched);
    }

    private void forget(OpenDocument document) {
        if (!studio.documents().contains(document)) {
            keys.remove(document);
            untouched.remove(document);
            document.workspace().documentProperty().removeListener(touched);
            document.workspace().savedProperty().removeListener(touched);
            document.workspace().fileProperty().removeListener(touched);
        }
    }

    /** The documents of the start that nobody has changed or saved. */
    List<OpenDocument> untouched() {
        untouched.removeIf(document -> document.workspace().changed()
                || document.workspace().fileProperty().get() != null);
        return studio.documents().stream().filter(untouched::contains).toList();
    }

    private void note() {
        latest = snapshot();
        schedule(MOMENT);
    }

    private void schedule(Duration wait) {
        if (!closed && scheduled.compareAndSet(false, true)) {
            later.after(wait, this::write);
        }
    }

    private Snapshot snapshot() {
        List<OpenDocument> passedOver = untouched();
        List<KeptDocument> kept = new ArrayList<>();
        int current = -1;
        for (OpenDocument document : studio.documents()) {
            if (!passedOver.contains(document) && keys.containsKey(document) && !isBlank(document)) {
                current = document == studio.focusedProperty().get() ? kept.size() : current;
                kept.add(new KeptDocument(
                        keys.get(document),
                        document.workspace().document(),
                        Optional.ofNullable(document.workspace().fileProperty().get()),
                        document.workspace().stamp(),
                        document.workspace().changed()));
            }
        }
        return new Snapshot(kept, current);
    }

    /** An empty canvas that nothing was done on. */
    private static boolean isBlank(OpenDocument document) {
        return document.workspace().fileProperty().get() == null
                && !document.workspace().changed()
                && document.workspace().document().sameWork(Document.EMPTY);
    }

    /** Writes what is open now; completes with a failure where that cannot be done. */
    CompletableFuture<?> write() {
        return runner.start((progress, cancellation) -> {
                    scheduled.set(false);
                    if (!closed) {
                        journal.write(latest);
                    }
                    return journal;
                })
                .result()
                .whenComplete((written, failure) -> {
                    boolean first = failure != null && !failing && !closed;
                    failing = failure != null;
                    if (first) {
                        String reason = Failures.sentence(failure, "Writing it");
                        studio.screen()
                                .execute(() -> studio.report(
                                        "What you do is not kept against a crash until this is mended: " + reason));
                    }
                    if (failing) {
                        schedule(AFTER_FAILURE);
                    }
                });
    }

    /** Ends the journal: the window was closed in order. */
    CompletableFuture<?> close() {
        closed = true;
        return runner.start((progress, cancellation) -> {
                    journal.close();
                    return journal;
                })
                .result();
    }
}
