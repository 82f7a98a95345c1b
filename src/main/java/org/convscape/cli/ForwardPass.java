package org.convscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.op.library.Input;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;

/** One forward pass from the command line: a source into every input of a graph, and what it leaves. */
final class ForwardPass {
    private final Analysis analysis;
    private final String source;
    private final Map<String, Tensor> pictures = new LinkedHashMap<>();
    private final List<Shape> inputs = new ArrayList<>();
    private final Set<String> preparation = new LinkedHashSet<>();

    /** What a pass left; closing it gives the engine's memory back. */
    record Outcome(Activations activations, String engine, Engine open) implements AutoCloseable {
        @Override
        public void close() {
            activations.close();
            open.close();
        }
    }

    private ForwardPass(Analysis analysis, String source) {
        this.analysis = analysis;
        this.source = source;
    }

    /** Brings the source into every input of the graph. */
    static ForwardPass of(Analysis analysis, Source source) {
        ForwardPass pass = new ForwardPass(analysis, source.name());
        for (NodeFacts facts : analysis.nodes()) {
            if (facts.node().operation() instanceof Input) {
                pass.inputs.add(facts.output());
                pass.pictures.put(facts.node().path(), source.values(facts.output()));
                pass.preparation.addAll(source.preparation(facts.output()));
            }
        }
        return pass;
    }

    String source() {
        return source;
    }

    List<Shape> inputs() {
        return inputs;
    }

    /** What was done to the source on the way in. */
    List<String> preparation() {
        return List.copyOf(preparation);
    }

    /** The pass as a request, in which the outputs of the nodes that {@code keep} names stay. */
    ForwardRequest request(long seed, Predicate<String> keep) {
        return new ForwardRequest(analysis, pictures, new SeededWeights(seed), keep);
    }

    /** Computes; the outputs of the nodes that {@code keep} names stay. */
    Outcome run(Session session, long seed, Predicate<String> keep, Progress progress) {
        Engine engine = session.engines().get();
        try {
            String description = engine.warmUp().get();
            Activations activations =
                    engine.run(request(seed, keep), progress).result().get();
            progress.report(1, 1, "");
            return new Outcome(activations, description, engine);
        } catch (ExecutionException e) {
            engine.close();
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            engine.close();
            Thread.currentThread().interrupt();
            throw new Refusal("The run was interrupted");
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
