package org.convscape.viewmodel.session;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.inventory.Inventory;
import org.convscape.session.Journal;
import org.convscape.session.LeftSession;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.Workspace;

/**
 * Keeps what is open on the disk, and offers what an earlier start has left there because it was ended otherwise than
 * by closing its window. Nothing that was left is deleted before a person has decided.
 */
public final class SessionModel implements AutoCloseable {
    private static final long CLOSING_SECONDS = 5;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private record Left(LeftSession session, Instant when, LeftSession.Content content) {}

    private final Studio studio;
    private final Path state;
    private final JobRunner runner;
    private final Autosave autosave;
    private final List<Left> left = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(this, "offer");

    /**
     * A session that has not begun.
     *
     * @param state the folder of what is remembered from start to start; need not exist
     * @param runner reads and writes it, one thing after the other, and does nothing else that takes long
     */
    public SessionModel(Studio studio, Path state, JobRunner runner, Later later) {
        this.studio = studio;
        this.state = state;
        this.runner = runner;
        autosave = new Autosave(studio, new Journal(sessions()), runner, later);
    }

    private Path sessions() {
        return state.resolve("sessions");
    }

    /** Begins to keep what is open, and looks for what was left. */
    public void start() {
        autosave.start();
        Inventory inventory = studio.libraries().inventory();
        runner.start((progress, cancellation) -> {
                    List<Left> found = new ArrayList<>();
                    for (LeftSession session : LeftSession.find(sessions())) {
                        Instant when = session.when();
                        found.add(new Left(session, when, session.read(inventory.operations(), inventory.blocks())));
                    }
                    return withoutRepeats(found);
                })
                .result()
                .whenComplete((found, failure) -> studio.screen().execute(() -> {
                    if (failure == null) {
                        left.addAll(found);
                        offer.set(offered());
                    } else {
                        studio.report(Failures.sentence(failure, "Looking for what was left open"));
                    }
                }));
    }

    /** A file as it is need not be opened for every session that had it open, nor beside its changed version. */
    private static List<Left> withoutRepeats(List<Left> found) {
        Set<Path> seen = new HashSet<>();
        found.forEach(one -> one.content().documents().stream()
                .filter(LeftSession.Recovered::changed)
                .forEach(document -> document.file().ifPresent(seen::add)));
        List<Left> once = new ArrayList<>();
        for (Left one : found) {
            List<LeftSession.Recovered> documents = new ArrayList<>();
            int current = -1;
            for (int i = 0; i < one.content().documents().size(); i++) {
                LeftSession.Recovered document = one.content().documents().get(i);
                if (document.changed()
                        || document.file().isEmpty()
                        || seen.add(document.file().get())) {
                    current = i == one.content().current() ? documents.size() : current;
                    documents.add(document);
                }
            }
            LeftSession.Content content =
                    new LeftSession.Content(documents, current, one.content().problems());
            once.add(new Left(one.session(), one.when(), content));
        }
        return once;
    }

    private Offer offered() {
        List<String> lines = new ArrayList<>();
        int unsaved = 0;
        int whole = 0;
        for (Left one : left) {
            for (LeftSession.Recovered document : one.content().documents()) {
                whole++;
                unsaved += document.changed() ? 1 : 0;
                lines.add(line(document));
            }
            lines.addAll(one.content().problems());
        }
        if (lines.isEmpty()) {
            return null;
        }
        Instant when = left.get(left.size() - 1).when();
        String sentence = "Convscape was not closed in order ("
                + WHEN.format(when.atZone(ZoneId.systemDefault()))
                + "). "
                + (whole == 0 ? "What was open cannot be read." : counted(whole, unsaved));
        return new Offer(sentence, List.copyOf(lines), unsaved);
    }

    private static String counted(int whole, int unsaved) {
        String open = whole == 1 ? "One document was open" : whole + " documents were open";
        return open
                + (unsaved == 0
                        ? ", and nothing is unsaved."
                        : unsaved == whole
                                ? (whole == 1 ? ", with unsaved changes." : ", all with unsaved changes.")
                                : ", " + unsaved + " of them with unsaved changes.");
    }

    private static String line(LeftSession.Recovered document) {
        String file = document.file().map(path -> " (" + path + ")").orElse("");
        int nodes = document.document().graph().size();
        return Workspace.title(document.document(), document.file().orElse(null)) + file + ", " + nodes
                + (nodes == 1 ? " layer" : " layers")
                + (document.changed() ? ", unsaved" : "");
    }

    /** What can be brought back; null where there is nothing, or a decision has been made. */
    public ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Opens what was left, on its tabs, in their order; it is deleted once it is kept in this session. */
    public void restore() {
        List<Left> restored = takeLeft();
        List<OpenDocument> replaced = autosave.untouched();
        OpenDocument current = null;
        int opened = 0;
        List<String> problems = new ArrayList<>();
        for (Left one : restored) {
            List<LeftSession.Recovered> documents = one.content().documents();
            for (int i = 0; i < documents.size(); i++) {
                OpenDocument document = open(documents.get(i));
                opened++;
                if (i == one.content().current() || current == null) {
                    current = document;
                }
            }
            problems.addAll(one.content().problems());
        }
        if (opened > 0) {
            replaced.forEach(studio::close);
            studio.focusedProperty().set(current);
        }
        autosave.write().whenComplete((written, failure) -> {
            // Until it is kept in this session, it stays where it was.
            restored.forEach(one -> runner.start((progress, cancellation) -> finish(one, failure == null, problems)));
        });
        if (problems.isEmpty()) {
            studio.say(opened == 1 ? "One document is open again" : opened + " documents are open again");
        }
        studio.files().check();
    }

    private List<Left> takeLeft() {
        List<Left> taken = List.copyOf(left);
        left.clear();
        offer.set(null);
        return taken;
    }

    private OpenDocument open(LeftSession.Recovered recovered) {
        if (!recovered.changed() && recovered.file().isPresent()) {
            Path file = recovered.file().get();
            for (OpenDocument open : studio.documents()) {
                if (file.equals(open.workspace().fileProperty().get())) {
                    return open;
                }
            }
        }
        OpenDocument document = studio.open(recovered.document());
        document.workspace().savedAs(recovered.saved(), recovered.file().orElse(null), recovered.stamp());
        return document;
    }

    private Path finish(Left one, boolean kept, List<String> problems) {
        if (!kept) {
            one.session().close();
            return state;
        }
        List<Path> aside;
        try {
            aside = one.session().putAside(state.resolve("damaged"));
        } catch (RuntimeException e) {
            one.session().close();
            report(Failures.sentence(e, "Putting a damaged file aside"));
            return state;
        }
        one.session().discard();
        if (!one.content().problems().isEmpty()) {
            String where = aside.isEmpty() ? "" : ". Kept in " + state.resolve("damaged");
            report("Not all could be brought back. " + String.join(". ", problems) + where);
        }
        return state;
    }

    private void report(String sentence) {
        studio.screen().execute(() -> studio.report(sentence));
    }

    /** Deletes what was left, for good. */
    public void discard() {
        takeLeft()
                .forEach(one -> runner.start((progress, cancellation) -> {
                    one.session().discard();
                    return state;
                }));
    }

    /**
     * The window is closed in order: nothing of this session is kept. What was left by earlier ones, and not decided
     * about, stays for the next start. Waits a few seconds at most until that is done.
     */
    @Override
    public void close() {
        CompletableFuture<?> closed = autosave.close();
        left.forEach(one -> one.session().close());
        try {
            closed.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Then the next start offers what was open, which is better than too little.
            System.getLogger(SessionModel.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session stays behind", e);
        }
        runner.close();
    }
}
