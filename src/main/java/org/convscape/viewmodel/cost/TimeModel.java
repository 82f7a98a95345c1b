package org.convscape.viewmodel.cost;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.chart.Chart;
import org.convscape.chart.TimeCharts;
import org.convscape.engine.ForwardRequest;
import org.convscape.task.Cancellation;
import org.convscape.task.Failures;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.timing.RooflineProbe;
import org.convscape.timing.TimedRuns;
import org.convscape.timing.Timing;
import org.convscape.timing.TimingTable;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.desk.ChartSaving;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.weights.WeightStore;

/** Times the current document against the roofline of the machine, beside the screen; the roofline is measured once. */
public final class TimeModel {

    /** What the page shows. */
    public enum Shown {
        TABLE,
        ROOFLINE,
        BARS
    }

    private static final String MEASURING = "measuring";

    private final Studio studio;
    private final ChartSaving saving;
    private final JobRunner runner;
    private final Repetitions repetitions;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<TimeResult> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Activity.UNKNOWN);
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(this, "shown", Shown.ROOFLINE);
    private final ObjectProperty<TimeCharts.Grouping> grouping =
            new SimpleObjectProperty<>(this, "grouping", TimeCharts.Grouping.LAYER);
    private final ObjectProperty<TimeCharts.Order> order =
            new SimpleObjectProperty<>(this, "order", TimeCharts.Order.NETWORK);
    private final ReadOnlyObjectWrapper<Chart> chart = new ReadOnlyObjectWrapper<>(this, "chart");
    private RunningJob<TimeResult> job;
    private Activity activity;
    private volatile Roofline roofline;

    /**
     * Times what is open in a studio.
     *
     * @param runner waits for the engine all the while, so it must be no other's
     */
    public TimeModel(Studio studio, JobRunner runner) {
        this(studio, runner, Repetitions.STANDARD, null);
    }

    /** The same with a roofline that is known; null for one that has to be measured. */
    public TimeModel(Studio studio, JobRunner runner, Repetitions repetitions, Roofline roofline) {
        this.studio = studio;
        this.saving = new ChartSaving(studio);
        this.runner = runner;
        this.repetitions = repetitions;
        this.roofline = roofline;
        for (Observable changing : new Observable[] {result, shown, grouping, order}) {
            changing.addListener(observable -> chart.set(draw()));
        }
    }

    private Chart draw() {
        TimeResult timed = result.get();
        if (timed == null || shown.get() == Shown.TABLE) {
            return null;
        }
        return shown.get() == Shown.ROOFLINE
                ? TimeCharts.roofline(timed.title() + " under the roofline", timed.table())
                : TimeCharts.milliseconds(
                        timed.title() + ", time per "
                                + (grouping.get() == TimeCharts.Grouping.LAYER ? "layer" : "block"),
                        timed.table(),
                        grouping.get(),
                        order.get());
    }

    /** Times the current document; what was timed before stays until that is done. */
    public void start() {
        OpenDocument document = studio.focusedProperty().get();
        if (running.get() || document == null) {
            return;
        }
        Analysis analysis = document.workspace().analysis();
        Optional<String> hindrance = RunModel.hindrance(analysis);
        if (hindrance.isPresent()) {
            message.set("Cannot be timed yet. " + hindrance.get());
            return;
        }
        String title = document.title();
        WeightStore weights = document.weights().store(document.workspace().document(), analysis);
        running.set(true);
        message.set("Starting");
        activity = studio.activities().begin(Activity.Kind.TIMING, "Timing " + title, this::cancel);
        progress.set(Activity.UNKNOWN);
        job = runner.start(
                (done, total, step) -> studio.screen().execute(() -> say(done, total, step)),
                (progress, cancellation) -> new TimeResult(
                        title,
                        document,
                        inputs(analysis),
                        studio.engine().warmUp().join(),
                        studio.engine().threads(),
                        time(weights, analysis, progress, cancellation)));
        job.result().whenComplete((timed, failure) -> studio.screen().execute(() -> finish(timed, failure)));
    }

    private static String inputs(Analysis analysis) {
        return analysis.nodes().stream()
                .filter(facts -> facts.node().inputs().isEmpty())
                .map(facts -> facts.output().toString())
                .collect(Collectors.joining(" and "));
    }

    private TimingTable time(WeightStore weights, Analysis analysis, Progress progress, Cancellation cancellation) {
        Map<String, Tensor> pictures = new HashMap<>();
        Random random = new Random(1);
        for (NodeFacts facts : analysis.nodes()) {
            if (facts.node().isInput()) {
                Tensor values = Tensor.zeros(facts.output().dimensions());
                for (int i = 0; i < values.size(); i++) {
                    values.values()[i] = (float) random.nextGaussian();
                }
                pictures.put(facts.node().path(), values);
            }
        }
        ForwardRequest request = request(weights, analysis, pictures);
        Timing timing = TimedRuns.of(studio.engine(), request, repetitions, progress, cancellation);
        if (roofline == null) {
            roofline = RooflineProbe.measure(studio.engine(), progress, cancellation);
        }
        return TimingTable.of(timing, analysis, roofline);
    }

    /** What is run over and over: with the weights of a run, so that folded layers have those they have in one. */
    static ForwardRequest request(WeightStore weights, Analysis analysis, Map<String, Tensor> pictures) {
        return new ForwardRequest(analysis, pictures, weights, path -> true);
    }

    private void say(long done, long total, String step) {
        if (running.get() && done < total) {
            message.set(progress(done, total, step));
            // As long as nobody knows how many runs there will be there is no share of them.
            boolean known = total > done + 1 || step.equals(MEASURING);
            progress.set(known ? Activity.share(done, total) : Activity.UNKNOWN);
            activity.report(progress.get(), message.get());
        }
    }

    /**
     * {@code Measuring, run 7 of 30}; without "of" as long as nobody knows how many there will be.
     *
     * @param done how many are behind
     * @param total of how many; {@code done + 1} where that is not known
     */
    static String progress(long done, long total, String step) {
        return step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1) + ", run " + (done + 1)
                + (total > done + 1 || step.equals(MEASURING) ? " of " + total : "");
    }

    private void finish(TimeResult timed, Throwable failure) {
        studio.activities().end(activity);
        if (failure == null) {
            result.set(timed);
            message.set("");
        } else if (Failures.cause(failure) instanceof CancellationException) {
            message.set("Timing was cancelled");
        } else {
            message.set(Failures.sentence(failure, "Timing"));
        }
        running.set(false);
    }

    /** Asks the timing that is under way to stop. */
    public void cancel() {
        if (running.get()) {
            message.set("Cancelling");
            job.cancel();
        }
    }

    /** Selects what a row stands for, if its document is still the one that is shown. */
    public void goTo(TimingTable.Row row) {
        goTo(row.path());
    }

    /** The same for a layer or a block by its path. */
    public void goTo(String path) {
        OpenDocument document = studio.focusedProperty().get();
        if (document == null || result.get() == null || document != result.get().document()) {
            return;
        }
        if (CostModel.has(document.workspace().document().graph(), path)) {
            document.workspace().select(path);
        }
    }

    /** Writes a chart to a file, and says how that ended. */
    public void save(Chart saved, Path file) {
        saving.save(saved, file);
    }

    /** How much of the runs is behind, 0 … 1, or {@link Activity#UNKNOWN}. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the page shows. */
    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    /** What one bar stands for. */
    public ObjectProperty<TimeCharts.Grouping> groupingProperty() {
        return grouping;
    }

    /** In which order the bars stand. */
    public ObjectProperty<TimeCharts.Order> orderProperty() {
        return order;
    }

    /** The chart that is to be seen; null where none is. */
    public ReadOnlyObjectProperty<Chart> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /** True while runs are timed. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, or why there is no result; empty when all is well. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What was timed last; null before. */
    public ReadOnlyObjectProperty<TimeResult> resultProperty() {
        return result.getReadOnlyProperty();
    }
}
