package org.convscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.ForwardRequest;
import org.convscape.io.RunReport;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/** One forward pass from the command line: a source that was brought into every input of a graph. */
final class ForwardPass {
    private final Analysis analysis;
    private final String source;
    private final Map<String, Tensor> pictures = new LinkedHashMap<>();
    private final Set<String> preparation = new LinkedHashSet<>();

    private ForwardPass(Analysis analysis, String source) {
        this.analysis = analysis;
        this.source = source;
    }

    /** Brings the source into every input of the graph. */
    static ForwardPass of(Analysis analysis, Source source) {
        ForwardPass pass = new ForwardPass(analysis, source.name());
        for (NodeFacts facts : inputs(analysis)) {
            pass.pictures.put(facts.node().path(), source.values(facts.output()));
            pass.preparation.addAll(source.preparation(facts.output()));
        }
        return pass;
    }

    private static List<NodeFacts> inputs(Analysis analysis) {
        return analysis.nodes().stream().filter(facts -> facts.node().isInput()).toList();
    }

    /** The shapes that enter a graph. */
    static List<Shape> shapes(Analysis analysis) {
        return inputs(analysis).stream().map(NodeFacts::output).toList();
    }

    String source() {
        return source;
    }

    /** What was done to the source on the way in. */
    List<String> preparation() {
        return new ArrayList<>(preparation);
    }

    /** Computes, and says what came out of the tapped layers. */
    RunReport.Pass run(OpenEngine engine, WeightStore weights, Tapped tapped, Progress progress) {
        try (Activations activations = engine.run(request(weights, tapped::keeps), progress)) {
            return pass(activations, 0, tapped);
        }
    }

    /** What came out for one picture of a run; its time is its share of the time of all. */
    private RunReport.Pass pass(Activations activations, int picture, Tapped tapped) {
        int batch = activations.pictures();
        return new RunReport.Pass(
                source,
                preparation(),
                batch,
                activations.totalMilliseconds() / batch,
                tapped.rows(activations, picture),
                tapped.predictions(activations, picture));
    }

    /**
     * Computes several passes at once, all through one graph.
     *
     * @param tapped for each pass the layers that are told of, the same for all, and where its files go
     */
    static List<RunReport.Pass> run(
            OpenEngine engine, WeightStore weights, List<ForwardPass> passes, List<Tapped> tapped, Progress progress) {
        ForwardRequest request = passes.get(0)
                .request(weights, tapped.get(0)::keeps)
                .with(passes.stream().map(pass -> pass.pictures).toList());
        List<RunReport.Pass> told = new ArrayList<>();
        try (Activations activations = engine.run(request, progress)) {
            for (int i = 0; i < passes.size(); i++) {
                told.add(passes.get(i).pass(activations, i, tapped.get(i)));
            }
        }
        return told;
    }

    /** What the engine is asked for: nothing runs twice here, so nothing has to be remembered. */
    ForwardRequest request(WeightStore weights, Predicate<String> keep) {
        return new ForwardRequest(analysis, pictures, weights, keep).anew();
    }
}
