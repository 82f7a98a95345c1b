package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Libraries;
import org.convscape.scene.Reading;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.activity.Activities;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.picture.PictureModel;
import org.convscape.viewmodel.workspace.FoldingComparison;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.Network;

/** Everything that is open in one window, and what all of it shares: picture, counting rule, engine. */
public final class Studio implements AutoCloseable {

    /** How it stands with the engine. */
    public enum EngineState {
        /** It is being loaded. */
        STARTING,
        /** It runs graphs. */
        READY,
        /** It could not be loaded; everything but running works. */
        MISSING
    }

    /** The engine with its state, in words. */
    public record EngineStatus(EngineState state, String words) {}

    private final Libraries libraries;
    private final JobRunner files;
    private final JobRunner raster;
    private final JobRunner figures;
    private final Executor screen;
    private final Engine engine;
    private final PictureModel pictures;
    private final ObservableList<OpenDocument> documents = FXCollections.observableArrayList();
    private final ObservableList<OpenDocument> shownDocuments = FXCollections.unmodifiableObservableList(documents);
    private final ObjectProperty<OpenDocument> focused = new SimpleObjectProperty<>(this, "focused");
    private final ObjectProperty<Convention> convention =
            new SimpleObjectProperty<>(this, "convention", Convention.MACS);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice");
    private final ReadOnlyObjectWrapper<EngineStatus> engineStatus = new ReadOnlyObjectWrapper<>(
            this, "engineStatus", new EngineStatus(EngineState.STARTING, "Starting the engine…"));
    private final ObjectProperty<WeightsFolder> weightsFolder =
            new SimpleObjectProperty<>(this, "weightsFolder", WeightsFolder.usual());
    private final OpenDocument.Shared shared;
    private final DocumentFiles documentFiles;
    private final Activities activities = new Activities();

    /**
     * A studio with nothing open.
     *
     * @param files opens and saves
     * @param raster decodes pictures and draws maps
     * @param figures sums up, compares and explains what would hold up the screen
     * @param screen brings results to the screen's thread
     */
    public Studio(
            Libraries libraries, Engine engine, JobRunner files, JobRunner raster, JobRunner figures, Executor screen) {
        this.libraries = libraries;
        this.engine = engine;
        this.files = files;
        this.raster = raster;
        this.figures = figures;
        this.screen = screen;
        documentFiles = new DocumentFiles(this, files);
        pictures = new PictureModel(raster, screen);
        shared = new OpenDocument.Shared(
                libraries,
                convention,
                pictures,
                engine,
                screen,
                this::report,
                raster,
                figures,
                activities,
                weightsFolder::get);
        focused.addListener(observable -> runIfLive());
        live.addListener(observable -> runIfLive());
        pictures.pictureProperty().addListener((property, before, after) -> {
            takeBackProblem();
            runIfLive();
        });
        pictures.failureProperty().addListener((property, before, after) -> report(after));
    }

    /** What computes, for models that wait for it beside the screen. */
    public Engine engine() {
        return engine;
    }

    /** What goes on beside the screen. */
    public Activities activities() {
        return activities;
    }

    /** Draws maps beside the screen. */
    public JobRunner raster() {
        return raster;
    }

    /** Brings results to the screen's thread. */
    public Executor screen() {
        return screen;
    }

    /** Begins to load the engine in the background. */
    public void start() {
        Activity loading = activities.begin(Activity.Kind.ENGINE, "Loading the engine");
        engine.warmUp()
                .whenComplete((description, failure) -> screen.execute(() -> {
                    activities.end(loading);
                    if (failure == null) {
                        engineStatus.set(new EngineStatus(EngineState.READY, description));
                        runIfLive();
                    } else {
                        String sentence = Failures.sentence(failure, "Starting the engine");
                        engineStatus.set(new EngineStatus(EngineState.MISSING, sentence));
                        report(sentence);
                    }
                }));
    }

    /** Opens a document on a tab of its own and shows it. */
    public OpenDocument open(Document document) {
        // First, because a document may have something to say of its weights.
        takeBackProblem();
        OpenDocument opened = new OpenDocument(document, shared);
        opened.workspace().documentProperty().addListener((property, before, after) -> runIfLive());
        opened.weights().loadedProperty().addListener(observable -> runIfLive());
        opened.workspace().noticeProperty().addListener((property, before, after) -> report(after));
        documents.add(opened);
        focused.set(opened);
        return opened;
    }

    /** Opens an empty document. */
    public OpenDocument openNew() {
        return open(Document.EMPTY);
    }

    /** Opens the network with that id as its figures are published. */
    public Optional<OpenDocument> openNetwork(String id) {
        Optional<Network> network = libraries.networks().find(id);
        return network.map(found -> open(Reading.of(BuiltNetwork.document(
                found, found.defaultInput(), found.schema().defaults()))));
    }

    /** Opens a file, or shows it where it is open already; a failure is reported. */
    public void open(Path file) {
        documentFiles.open(file);
    }

    /** Opening, saving and watching the files of documents. */
    public DocumentFiles files() {
        return documentFiles;
    }

    /**
     * Writes a document for other programs; how far that is, and how it ended, is said.
     *
     * @param as the kind of file; an ONNX model where it is empty
     */
    public void export(OpenDocument document, Optional<Exporter> as, Path file) {
        new DocumentExport(this, files)
                .write(document, as.orElse(Exporters.standard().get(0)), file);
    }

    /**
     * Folds batch normalisation into the layers before it, or unfolds it, in what is selected or, where nothing is,
     * everywhere; says what that changes on the chosen picture.
     */
    public void fold(OpenDocument document, boolean folded) {
        boolean runs = engineStatus.get().state() == EngineState.READY
                && pictures.pictureProperty().get() != null;
        new FoldingComparison(engine, sentence -> screen.execute(() -> say(sentence)))
                .apply(document.workspace(), folded, runs ? document.picture() : null, document.weights()::store);
    }

    /** Closes a document, saved or not. */
    public void close(OpenDocument document) {
        int index = documents.indexOf(document);
        documents.remove(document);
        if (focused.get() == document) {
            focused.set(documents.isEmpty() ? null : documents.get(Math.max(0, index - 1)));
        }
        document.close();
    }

    /** Somewhere to work figures out beside the screen. */
    public LatestWork latestWork() {
        return new LatestWork(figures, screen);
    }

    /** Somewhere to make pixels beside the screen. */
    public LatestWork latestPixels() {
        return new LatestWork(raster, screen);
    }

    private void runIfLive() {
        if (live.get() && focused.get() != null && engineStatus.get().state() == EngineState.READY) {
            focused.get().runIfStale();
        }
    }

    /** Says that something could not be done; an empty sentence takes the last one back. */
    public void report(String sentence) {
        notice.set(sentence.isEmpty() ? null : new Notice(Notice.Kind.PROBLEM, sentence));
    }

    /** What could not be done is no longer worth saying when the next thing has succeeded. */
    private void takeBackProblem() {
        if (notice.get() != null && notice.get().kind() == Notice.Kind.PROBLEM) {
            notice.set(null);
        }
    }

    /** Says something that is good to know. */
    public void say(String sentence) {
        notice.set(new Notice(Notice.Kind.INFORMATION, sentence));
    }

    /** What there is to take from the palette. */
    public Libraries libraries() {
        return libraries;
    }

    /** The picture that all documents are shown. */
    public PictureModel pictures() {
        return pictures;
    }

    /** The open documents, in the order of their tabs. */
    public ObservableList<OpenDocument> documents() {
        return shownDocuments;
    }

    /** The document that has the focus; null where none is open. */
    public ObjectProperty<OpenDocument> focusedProperty() {
        return focused;
    }

    /** The rule that every count on the screen follows. */
    public ObjectProperty<Convention> conventionProperty() {
        return convention;
    }

    /** True when every change runs the network again. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** Where published weights are kept. */
    public ObjectProperty<WeightsFolder> weightsFolderProperty() {
        return weightsFolder;
    }

    /** What was last said; null when there is nothing to say. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How it stands with the engine. */
    public ReadOnlyObjectProperty<EngineStatus> engineStatusProperty() {
        return engineStatus.getReadOnlyProperty();
    }

    @Override
    public void close() {
        documentFiles.close();
        documents.forEach(OpenDocument::close);
        engine.close();
        files.close();
        raster.close();
        figures.close();
    }
}
