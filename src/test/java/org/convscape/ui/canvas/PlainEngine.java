package org.convscape.ui.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.ReferenceBackend;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/** Runs small graphs in plain loops in the calling thread: an engine for tests of what is shown of a run. */
final class PlainEngine implements Engine {
    private final TensorMath<Tensor> math = new ReferenceBackend().math();
    private final JobRunner runner = JobRunner.calling();

    @Override
    public CompletableFuture<String> warmUp() {
        return CompletableFuture.completedFuture("plain loops");
    }

    @Override
    public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
        return runner.start((ignored, cancellation) -> {
            Map<String, Tensor> values = new LinkedHashMap<>(request.pictures());
            for (NodeFacts facts : request.analysis().nodes()) {
                if (!values.containsKey(facts.node().path())) {
                    List<Tensor> inputs =
                            facts.node().inputs().stream().map(values::get).toList();
                    values.put(
                            facts.node().path(),
                            facts.node().operation().forward(math, inputs, weights(facts, request.weights())));
                }
            }
            return new Kept(values);
        });
    }

    private static Weights<Tensor> weights(NodeFacts facts, WeightStore store) {
        return name -> {
            WeightSpec spec = facts.weights().stream()
                    .filter(weight -> weight.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return store.get(facts.node().origin(), spec);
        };
    }

    @Override
    public void close() {}

    private record Kept(Map<String, Tensor> values) implements Activations {
        @Override
        public Set<String> paths() {
            return values.keySet();
        }

        @Override
        public Tensor get(String path) {
            return values.get(path);
        }

        @Override
        public double milliseconds(String path) {
            return values.get(path).size() / 1e5;
        }

        @Override
        public double totalMilliseconds() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
