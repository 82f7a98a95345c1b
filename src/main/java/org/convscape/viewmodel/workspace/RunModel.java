package org.convscape.viewmodel.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.execution.RunResult;
import org.convscape.task.Latest;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * Running one workspace's graph on the chosen picture. The latest request wins: results of an older one are dropped,
 * and their memory is given back.
 */
public final class RunModel {

    /** How far a run has come. */
    public enum State {
        /** Nothing has run yet. */
        IDLE,
        /** A run is under way. */
        RUNNING,
        /** The activations are those of the last request. */
        DONE,
        /** The last request failed; the message says why. */
        FAILED,
        /** The last request was cancelled. */
        CANCELLED
    }

    private final Engine engine;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<RunResult> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final Latest latest = new Latest();
    private RunningJob<Activations> running;

    /** Runs on this engine; results reach the screen's thread through {@code screen}. */
    public RunModel(Engine engine, Executor screen) {
        this.engine = engine;
        this.screen = screen;
    }

    /** Runs a graph on the picture that {@code source} gives; replaces a run that is under way. */
    public void run(Analysis analysis, PictureSource source, WeightStore weights) {
        cancelRunning();
        Latest.Request request = latest.next();
        Optional<String> hindrance = hindrance(analysis);
        if (hindrance.isPresent()) {
            finish(request, State.FAILED, "Cannot run yet. " + hindrance.get());
            return;
        }
        state.set(State.RUNNING);
        progress.set(0);
        message.set("Preparing the picture");
        prepare(analysis, source)
                .whenComplete((pictures, failure) -> screen.execute(() -> {
                    if (!request.current()) {
                        return;
                    }
                    if (failure != null) {
                        finish(request, State.FAILED, sentence(failure));
                    } else {
                        start(request, new ForwardRequest(analysis, pictures, weights, path -> true));
                    }
                }));
    }

    /** Why a graph cannot be computed, as a sentence; empty where it can. */
    public static Optional<String> hindrance(Analysis analysis) {
        if (analysis.nodes().isEmpty()) {
            return Optional.of("The canvas is empty; add a picture and a block from the palette first");
        }
        return analysis.complete()
                ? Optional.empty()
                : analysis.diagnostics().stream().findFirst().map(first -> first.node() + ": " + first.message());
    }

    /** The picture for every input of a graph, by path. */
    static CompletableFuture<Map<String, Tensor>> prepare(Analysis analysis, PictureSource source) {
        Map<String, Tensor> pictures = new HashMap<>();
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (NodeFacts node : analysis.nodes()) {
            if (node.node().isInput()) {
                all = all.thenCombine(source.prepare(node.output()), (nothing, tensor) -> {
                    pictures.put(node.node().path(), tensor);
                    return null;
                });
            }
        }
        return all.thenApply(nothing -> pictures);
    }

    private void start(Latest.Request request, ForwardRequest forward) {
        running = engine.run(
                forward,
                (done, total, step) -> screen.execute(() -> {
                    if (request.current() && state.get() == State.RUNNING) {
                        progress.set(total == 0 ? 0 : (double) done / total);
                        message.set(step);
                    }
                }));
        running.result()
                .whenComplete((activations, failure) -> screen.execute(() -> {
                    if (!request.current()) {
                        if (activations != null) {
                            activations.close();
                        }
                    } else if (failure == null) {
                        replace(new RunResult(forward.analysis(), activations));
                        finish(request, State.DONE, "");
                    } else if (sentenceCause(failure) instanceof CancellationException) {
                        finish(request, State.CANCELLED, "The run was cancelled");
                    } else {
                        finish(request, State.FAILED, sentence(failure));
                    }
                }));
    }

    private void replace(RunResult fresh) {
        RunResult old = result.get();
        result.set(fresh);
        if (old != null) {
            old.activations().close();
        }
    }

    private void finish(Latest.Request request, State end, String sentence) {
        if (request.current()) {
            progress.set(end == State.DONE ? 1 : 0);
            message.set(sentence);
            state.set(end);
            running = null;
        }
    }

    private static Throwable sentenceCause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String sentence(Throwable failure) {
        Throwable cause = sentenceCause(failure);
        return cause.getMessage() == null
                ? "The run failed: " + cause.getClass().getSimpleName()
                : cause.getMessage();
    }

    /** Asks the run that is under way to stop. */
    public void cancel() {
        if (state.get() == State.RUNNING) {
            cancelRunning();
            if (running == null) {
                // Still preparing the picture: nothing to stop, only a result to drop.
                finish(latest.next(), State.CANCELLED, "The run was cancelled");
            } else {
                message.set("Cancelling");
            }
        }
    }

    private void cancelRunning() {
        if (running != null) {
            running.cancel();
        }
    }

    /** How far the last request has come. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The share of steps done, 0 … 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The step that is computed, or why there is no result. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What the last finished run left; null before the first. It stays while a newer run is under way. */
    public ReadOnlyObjectProperty<RunResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Gives the engine's memory back. */
    public void close() {
        cancelRunning();
        latest.none();
        if (result.get() != null) {
            result.get().activations().close();
            result.set(null);
        }
    }
}
