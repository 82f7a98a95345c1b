package org.convscape.timing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.MemoryProfile;
import org.convscape.attribute.Padding;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;

/**
 * Measures the roofline of a machine through the engine itself: the peak is the fastest of several large convolutions
 * of good shape, the bandwidth that of an addition whose three arrays (300 MB) fit no cache. Of each the best run
 * counts.
 */
public final class RooflineProbe {

    /** A convolution of as many channels as come in. */
    record Candidate(int side, int channels, int kernel) {}

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(56, 64, 3),
            new Candidate(28, 128, 3),
            new Candidate(56, 256, 3),
            new Candidate(14, 256, 3),
            new Candidate(56, 256, 1),
            new Candidate(28, 512, 1),
            new Candidate(14, 1024, 1));

    private static final Shape LARGE = Shape.maps(1024, 1024, 24);

    private final Engine engine;
    private final Progress progress;
    private final Cancellation cancellation;

    private RooflineProbe(Engine engine, Progress progress, Cancellation cancellation) {
        this.engine = engine;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Measures for some seconds. */
    public static Roofline measure(Engine engine, Progress progress, Cancellation cancellation) {
        return measure(engine, progress, cancellation, CANDIDATES, LARGE);
    }

    static Roofline measure(
            Engine engine, Progress progress, Cancellation cancellation, List<Candidate> candidates, Shape large) {
        RooflineProbe probe = new RooflineProbe(engine, progress, cancellation);
        return new Roofline(probe.peak(candidates), probe.bandwidth(large));
    }

    private double peak(List<Candidate> candidates) {
        GraphBuilder graph = new GraphBuilder();
        for (Candidate each : candidates) {
            String name = "conv" + each.kernel() + "-" + each.side() + "-" + each.channels();
            String input = graph.add("in-" + name, Input.of(Shape.maps(each.side(), each.side(), each.channels())));
            graph.add(name, Conv2d.of(each.channels(), each.kernel(), 1, Padding.SAME, false), input);
        }
        Repetitions repetitions = new Repetitions(10, Repetitions.UNTIL_SETTLED, 8);
        return best(graph, repetitions, node -> Convention.MACS.count(node.facts()));
    }

    private double bandwidth(Shape large) {
        GraphBuilder graph = new GraphBuilder();
        String left = graph.add("left", Input.of(large));
        String right = graph.add("right", Input.of(large));
        graph.add("sum", new Add(), left, right);
        return best(graph, new Repetitions(10, 5, 0), node -> MemoryProfile.movedBytes(node.facts()));
    }

    /** The most of an amount per second that any node of a graph reaches in its best run, in units of 10⁹. */
    private double best(GraphBuilder graph, Repetitions repetitions, ToDoubleFunction<Timing.Node> amount) {
        Analysis analysis = Analysis.of(graph.build());
        Map<Shape, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> pictures = new LinkedHashMap<>();
        analysis.nodes().stream()
                .filter(facts -> facts.node().isInput())
                .forEach(facts -> pictures.put(
                        facts.node().path(), values.computeIfAbsent(facts.output(), RooflineProbe::filled)));
        ForwardRequest request = new ForwardRequest(analysis, pictures, new SeededWeights(1), path -> false);
        Timing timing = TimedRuns.of(
                engine,
                request,
                repetitions,
                (done, total, message) -> progress.report(done, total, "the machine's roofline: " + message),
                cancellation);
        return timing.nodes().stream()
                .filter(node -> node.milliseconds().minimum() > 0)
                .mapToDouble(node ->
                        amount.applyAsDouble(node) / (node.milliseconds().minimum() * 1e6))
                .max()
                .orElse(0);
    }

    private static Tensor filled(Shape shape) {
        Tensor tensor = Tensor.zeros(shape.dimensions());
        Arrays.fill(tensor.values(), 0.5f);
        return tensor;
    }
}
