package org.convscape.viewmodel.published;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Document;
import org.convscape.document.Provenance;
import org.convscape.figures.Figures;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.task.Cancellation;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.window.FileActions;
import org.convscape.viewmodel.window.WindowModel;
import org.convscape.weights.fetch.Fetching;
import org.convscape.weights.fetch.Patience;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.Network;

/**
 * Published weights to choose from. Looking asks no server; fetching goes on when nobody looks any more, and is among
 * what goes on beside the screen.
 */
public final class PublishedModel implements AutoCloseable {
    private static final long BEAT_NANOSECONDS = 100_000_000;

    /** Which files are listed. */
    public enum Scope {
        /** Those for the network of the document that has the focus. */
        NETWORK,
        /** All. */
        ALL
    }

    /** A file, and whether it is here. */
    public record Row(PublishedFile file, boolean here) {}

    /** What is there to list, and what was wrong with a catalogue of one's own. */
    private record Listed(List<Row> rows, List<String> complaints) {}

    private final Studio studio;
    private final FileActions files;
    private final WindowModel window;
    private final LatestWork looking;
    private final JobRunner fetcher = JobRunner.threads("fetch", 1);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.NETWORK);
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<PublishedFile> fetching = new ReadOnlyObjectWrapper<>(this, "fetching");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Activity.UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Cancellation stop = new Cancellation();

    /** Lists for the documents of a studio; what is used is opened by {@code files}. */
    public PublishedModel(Studio studio, FileActions files, WindowModel window) {
        this.window = window;
        this.studio = studio;
        this.files = files;
        this.looking = studio.latestWork();
        scope.addListener(observable -> look());
        studio.weightsFolderProperty().addListener(observable -> look());
    }

    /** The id of the network that the document which has the focus was built as. */
    public Optional<String> network() {
        return Optional.ofNullable(studio.focusedProperty().get())
                .flatMap(document -> document.workspace().document().provenance())
                .map(Provenance::network);
    }

    /** Begins to choose: for the document that has the focus, where anything is published for it. */
    public void begin() {
        problem.set("");
        if (fetching.get() == null) {
            message.set("");
        }
        boolean any = network()
                .filter(id -> !PublishedFiles.standard().of(id).isEmpty())
                .isPresent();
        scope.set(any ? Scope.NETWORK : Scope.ALL);
        look();
    }

    /** Looks anew what there is and what of it is here. */
    public void look() {
        WeightsFolder folder = studio.weightsFolderProperty().get();
        Optional<String> wanted = scope.get() == Scope.NETWORK ? network() : Optional.empty();
        looking.start(
                () -> {
                    PublishedFiles all = folder.catalogue();
                    List<PublishedFile> shown = wanted.map(all::of).orElse(all.files());
                    return new Listed(
                            shown.stream()
                                    .map(file -> new Row(file, folder.has(file)))
                                    .toList(),
                            all.complaints());
                },
                (listed, failure) -> {
                    if (failure == null) {
                        rows.set(listed.rows());
                        if (!listed.complaints().isEmpty()) {
                            problem.set(String.join("\n", listed.complaints()));
                        }
                    } else {
                        problem.set(Failures.sentence(failure, "Looking into " + folder.path()));
                    }
                });
    }

    /** Fetches a file; what has come of it before is gone on with. Does nothing while another one is fetched. */
    public void fetch(PublishedFile file) {
        if (fetching.get() != null) {
            return;
        }
        WeightsFolder folder = studio.weightsFolderProperty().get();
        Cancellation mine = new Cancellation();
        stop = mine;
        fetching.set(file);
        progress.set(Activity.UNKNOWN);
        problem.set("");
        message.set("Asking " + file.address().getHost() + "…");
        Activity activity = studio.activities().begin(Activity.Kind.FETCH, "Fetching " + file.file(), mine::request);
        AtomicLong last = new AtomicLong();
        fetcher.start(
                        (done, total, words) -> {
                            long now = System.nanoTime();
                            if (now - last.get() > BEAT_NANOSECONDS) {
                                last.set(now);
                                studio.screen().execute(() -> report(activity, done, total, words));
                            }
                        },
                        (reported, unused) ->
                                Fetching.fetch(file, folder, Patience.USUAL, reported, mine, remark -> studio.screen()
                                        .execute(() -> message.set(remark))))
                .result()
                .whenComplete(
                        (lies, failure) -> studio.screen().execute(() -> ended(file, activity, mine, lies, failure)));
    }

    private void report(Activity activity, long done, long total, String words) {
        if (fetching.get() != null) {
            double share = Activity.share(done, total);
            String far = Figures.bytes(done) + " of " + Figures.bytes(total);
            activity.report(share, far);
            progress.set(share);
            message.set(far + (words.equals("fetching") ? "" : ", " + words));
        }
    }

    private void ended(PublishedFile file, Activity activity, Cancellation mine, Path lies, Throwable failure) {
        studio.activities().end(activity);
        fetching.set(null);
        progress.set(Activity.UNKNOWN);
        // Where a person looks at the list, it says so itself.
        boolean elsewhere = !window.publishedOpenProperty().get();
        if (failure == null) {
            String said =
                    file.file() + " is here now" + (file.hash().known() ? ", and its hash is the published one" : "");
            message.set(said);
            if (elsewhere) {
                studio.say(said + ": " + lies);
            }
        } else if (mine.requested()) {
            message.set("Cancelled; what has come of " + file.file() + " is kept, and fetching it goes on from there");
        } else {
            message.set("");
            String said = Failures.sentence(failure, "Fetching " + file.file());
            problem.set(said);
            if (elsewhere) {
                studio.report(said);
            }
        }
        look();
    }

    /** Stops what is being fetched; what has come is kept. */
    public void cancel() {
        stop.request();
        if (fetching.get() != null) {
            message.set("Cancelling");
        }
    }

    /** Why a file cannot be used; empty where it can, once it is here. */
    public String hindrance(PublishedFile file) {
        if (!file.lacking().isEmpty()) {
            return "it is not for " + file.network() + " as it is here: " + file.lacking();
        }
        return file.isModel()
                        || studio.libraries().networks().find(file.network()).isPresent()
                ? ""
                : "there is no network " + file.network() + " here";
    }

    /**
     * Runs on a file that is here: in the document that has the focus where it is of that network, else in a new one. A
     * model opens as a document of its own.
     */
    public void use(PublishedFile file) {
        Path lies = studio.weightsFolderProperty().get().of(file);
        if (file.isModel()) {
            studio.open(lies);
            return;
        }
        if (!suits(file)) {
            studio.libraries().networks().find(file.network()).ifPresent(network -> studio.open(built(network, file)));
        }
        if (studio.focusedProperty().get() != null) {
            files.weights(lies);
        }
    }

    private boolean suits(PublishedFile file) {
        OpenDocument focused = studio.focusedProperty().get();
        return focused != null
                && focused.workspace()
                        .document()
                        .provenance()
                        .filter(from -> from.network().equals(file.network())
                                && settings(file).entrySet().stream().allMatch(wanted -> wanted.getValue()
                                        .equals(from.attributes().get(wanted.getKey()))))
                        .isPresent();
    }

    private static Map<String, String> settings(PublishedFile file) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : file.settings().split(" ")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return settings;
    }

    private Document built(Network network, PublishedFile file) {
        AttributeValues values = network.schema().defaults();
        try {
            for (Map.Entry<String, String> setting : settings(file).entrySet()) {
                values = values.with(setting.getKey(), setting.getValue());
            }
        } catch (InvalidAttribute e) {
            studio.report(file.id() + ": " + e.getMessage());
        }
        return BuiltNetwork.document(network, network.defaultInput(), values);
    }

    /** Where the files are kept. */
    public WeightsFolder folder() {
        return studio.weightsFolderProperty().get();
    }

    /** Keeps files elsewhere from now on; those that were fetched stay where they are. */
    public void keepIn(Path folder) {
        studio.weightsFolderProperty().set(new WeightsFolder(folder));
    }

    /** Which files are listed. */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** The files, in the order of the catalogue. */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What is being fetched; null for nothing. */
    public ReadOnlyObjectProperty<PublishedFile> fetchingProperty() {
        return fetching.getReadOnlyProperty();
    }

    /** The share that has come, 0 … 1, or {@link Activity#UNKNOWN}. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is, or how it ended; may be empty. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What could not be done, and how to do without; empty for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Stops what is being fetched. */
    @Override
    public void close() {
        cancel();
        looking.cancel();
        fetcher.close();
    }
}
