package org.convscape.timing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;

/** Computes nothing, and says of every step that it took as long as a test has written down. */
final class ScriptedEngine implements Engine {
    private final Map<String, double[]> milliseconds = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private int runs;
    private int open;
    private Runnable beforeRun = () -> {};

    /** The times of a step, run by run; after the last one it begins again. */
    ScriptedEngine step(String path, double... times) {
        milliseconds.put(path, times);
        return this;
    }

    ScriptedEngine folded(String path, String host) {
        folded.put(path, host);
        return this;
    }

    ScriptedEngine before(Runnable action) {
        beforeRun = action;
        return this;
    }

    int runs() {
        return runs;
    }

    /** How many results were not given back. */
    int open() {
        return open;
    }

    @Override
    public CompletableFuture<String> warmUp() {
        return CompletableFuture.completedFuture("a script");
    }

    @Override
    public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
        beforeRun.run();
        int run = runs++;
        open++;
        return new RunningJob<>(CompletableFuture.completedFuture(new Outcome(run)), new Cancellation());
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private final class Outcome implements Activations {
        private final int run;

        Outcome(int run) {
            this.run = run;
        }

        @Override
        public Set<String> paths() {
            return Set.of();
        }

        @Override
        public Tensor get(String path) {
            throw new IllegalArgumentException(path);
        }

        @Override
        public double milliseconds(String path) {
            double[] times = milliseconds.getOrDefault(path, new double[1]);
            return times[run % times.length];
        }

        @Override
        public Optional<String> foldedInto(String path) {
            return Optional.ofNullable(folded.get(path));
        }

        @Override
        public double totalMilliseconds() {
            return milliseconds.keySet().stream()
                    .mapToDouble(this::milliseconds)
                    .sum();
        }

        @Override
        public void close() {
            open--;
        }
    }
}
