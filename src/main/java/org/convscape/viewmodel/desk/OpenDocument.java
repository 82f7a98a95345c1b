package org.convscape.viewmodel.desk;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.execution.RunSettings;
import org.convscape.image.Picture;
import org.convscape.inventory.Libraries;
import org.convscape.labels.Prediction;
import org.convscape.task.JobRunner;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.activity.Activities;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.CardFace;
import org.convscape.viewmodel.canvas.Training;
import org.convscape.viewmodel.inspector.FormModel;
import org.convscape.viewmodel.inspector.InspectorModel;
import org.convscape.viewmodel.inspector.KernelsModel;
import org.convscape.viewmodel.picture.PictureModel;
import org.convscape.viewmodel.picture.PreviewModel;
import org.convscape.viewmodel.workspace.PictureSource;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.published.WeightsFolder;

/** A document on a tab, with everything that is shown of it: canvas, form, numbers, runs. */
public final class OpenDocument {

    /** What all open documents share. */
    record Shared(
            Libraries libraries,
            ObservableValue<Convention> convention,
            PictureModel pictures,
            Engine engine,
            Executor screen,
            Consumer<String> report,
            JobRunner raster,
            JobRunner figures,
            Activities activities,
            Supplier<WeightsFolder> weights) {}

    /** What a run depends on; a run is stale when any of it has changed. */
    private record Inputs(Analysis analysis, RunSettings settings, Picture picture, LoadedWeights weights) {}

    private final Shared shared;
    private final Workspace workspace;
    private final RunModel runs;
    private final CanvasModel canvas;
    private final FormModel form;
    private final InspectorModel inspector;
    private final PreviewModel preview;
    private final WeightsModel weights;
    private final ClassesModel classes;
    private final KernelsModel kernels;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private Inputs lastRun;
    private Activity running;

    OpenDocument(Document document, Shared shared) {
        this.shared = shared;
        workspace = new Workspace(document);
        runs = new RunModel(shared.engine(), shared.screen());
        runs.stateProperty().addListener((property, before, after) -> followRun(after));
        runs.progressProperty().addListener(observable -> reportRun());
        runs.messageProperty().addListener(observable -> reportRun());
        canvas = new CanvasModel(
                workspace,
                runs,
                shared.convention(),
                shared.libraries().inventory(),
                shared.screen(),
                shared.raster(),
                new Trained());
        form = new FormModel(
                workspace, shared.libraries().inventory(), shared.libraries().networks());
        inspector = new InspectorModel(
                workspace,
                runs,
                shared.convention(),
                shared.libraries().inventory(),
                new LatestWork(shared.figures(), shared.screen()));
        weights = new WeightsModel(
                workspace,
                shared.libraries().networks(),
                new LatestWork(shared.figures(), shared.screen()),
                new LatestWork(shared.figures(), shared.screen()),
                shared.report(),
                shared.weights());
        classes = new ClassesModel(
                workspace,
                weights,
                new LatestWork(shared.figures(), shared.screen()),
                new LatestWork(shared.figures(), shared.screen()),
                shared.report());
        classes.ownProperty().addListener(observable -> runForOtherNames());
        kernels = new KernelsModel(
                workspace, weights::store, weights.loadedProperty(), new LatestWork(shared.raster(), shared.screen()));
        preview = new PreviewModel(workspace, shared.pictures());
        preview.previewProperty().addListener((property, before, after) -> canvas.pictureProperty()
                .set(after == null ? null : after.seen()));
        workspace.documentProperty().addListener((property, before, after) -> changed.set(workspace.changed()));
        workspace.savedProperty().addListener((property, before, after) -> changed.set(workspace.changed()));
    }

    /** Runs the network on the chosen picture. */
    public void run() {
        lastRun = inputs();
        runs.run(workspace.analysis(), picture(), weights.store(workspace.document(), workspace.analysis()));
    }

    private void followRun(RunModel.State state) {
        if (running != null) {
            shared.activities().end(running);
            running = null;
        }
        if (state == RunModel.State.RUNNING) {
            running = shared.activities().begin(Activity.Kind.RUN, "Running " + title(), runs::cancel);
        }
    }

    private void reportRun() {
        if (running != null) {
            running.report(runs.progressProperty().get(), runs.messageProperty().get());
        }
    }

    /** The chosen picture as this document's settings prepare it. */
    PictureSource picture() {
        RunSettings settings = RunSettings.of(workspace.document());
        return input -> shared.pictures().prepare(settings.preparation(), input);
    }

    /** Runs the network if it can run and anything a run depends on has changed since the last one. */
    void runIfStale() {
        boolean ready = workspace.analysis().complete()
                && workspace.analysis().graph().size() > 0
                && shared.pictures().pictureProperty().get() != null;
        if (ready && !inputs().equals(lastRun)) {
            run();
        }
    }

    private Inputs inputs() {
        return new Inputs(
                workspace.analysis(),
                RunSettings.of(workspace.document()),
                shared.pictures().pictureProperty().get(),
                weights.loadedProperty().get());
    }

    /** What the canvas wants to know of the weights, which are made after it. */
    private final class Trained implements Training {
        @Override
        public List<Prediction> classes(String node, Tensor output) {
            return classes.predictions(node, output, CardFace.CLASSES);
        }

        @Override
        public boolean missing(Collection<String> nodes) {
            return weights.missing(nodes);
        }
    }

    /** Where something has run, it runs again, which is quick with all values at hand, so that every name is new. */
    private void runForOtherNames() {
        if (runs.resultProperty().get() != null) {
            run();
        }
    }

    /** What its result says about classes. */
    public ClassesModel classes() {
        return classes;
    }

    /** The weights that it runs on. */
    public WeightsModel weights() {
        return weights;
    }

    /** The arrays of the selected layer. */
    public KernelsModel kernels() {
        return kernels;
    }

    /** The document, its history and what is selected. */
    public Workspace workspace() {
        return workspace;
    }

    /** Its runs. */
    public RunModel runs() {
        return runs;
    }

    /** The document as a canvas. */
    public CanvasModel canvas() {
        return canvas;
    }

    /** The form of what is selected. */
    public FormModel form() {
        return form;
    }

    /** The numbers of what is selected. */
    public InspectorModel inspector() {
        return inspector;
    }

    /** What the network sees of the picture. */
    public PreviewModel preview() {
        return preview;
    }

    /** True when there are changes that are in no file. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What stands on the tab. */
    public String title() {
        return workspace.title();
    }

    void close() {
        runs.close();
        weights.close();
        classes.close();
        followRun(RunModel.State.IDLE);
    }
}
