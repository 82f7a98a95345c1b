package org.convscape.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.convscape.analysis.ComparisonTable.Figures;
import org.convscape.analysis.ComparisonTable.Times;
import org.convscape.analysis.ComparisonTable.Total;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/** What any layers of one network come to; what looks at the whole network is found once. */
final class NetworkFigures {
    private final Analysis analysis;
    private final Convention convention;
    private final Optional<Times> times;
    private final Map<String, Long> live = new HashMap<>();
    private final Set<String> onLongestPath;

    NetworkFigures(Analysis analysis, Convention convention, Optional<Times> times) {
        this.analysis = analysis;
        this.convention = convention;
        this.times = times;
        MemoryProfile profile = MemoryProfile.of(analysis);
        for (int step = 0; step < profile.live().size(); step++) {
            live.put(profile.lifetimes().get(step).path(), profile.live().get(step));
        }
        this.onLongestPath = longestPath(analysis);
    }

    /** The layers with multiply-adds on the path that has the most of them; of equal ones, the first. */
    private static Set<String> longestPath(Analysis analysis) {
        Map<String, Integer> depths = new HashMap<>();
        Map<String, String> sources = new HashMap<>();
        String deepest = null;
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            int depth = 0;
            for (String input : facts.node().inputs()) {
                int before = depths.getOrDefault(input, 0);
                if (before > depth) {
                    depth = before;
                    sources.put(path, input);
                }
            }
            depth += multiplies(facts) ? 1 : 0;
            depths.put(path, depth);
            if (deepest == null || depth > depths.get(deepest)) {
                deepest = path;
            }
        }
        Set<String> found = new HashSet<>();
        // Nodes on a cycle may name each other as sources; each is looked at once.
        Set<String> met = new HashSet<>();
        for (String at = deepest; at != null && met.add(at); at = sources.get(at)) {
            if (multiplies(analysis.node(at))) {
                found.add(at);
            }
        }
        return found;
    }

    private static boolean multiplies(NodeFacts facts) {
        return facts.cost().of(Work.MULTIPLY_ADD) > 0;
    }

    /** What these layers come to. */
    Figures of(List<NodeFacts> layers) {
        Totals sums = new Totals();
        Counts counts = analysis.counts(convention);
        ReceptiveFields fields = ReceptiveFields.of(analysis);
        long activations = 0;
        long peak = 0;
        long height = 0;
        long width = 0;
        int depth = 0;
        double milliseconds = 0;
        for (NodeFacts facts : layers) {
            String path = facts.node().path();
            sums.add(counts, analysis.graph().position(path), facts.known());
            activations = Bounded.plus(activations, Measure.OUTPUTS.of(facts));
            peak = Math.max(peak, live.getOrDefault(path, 0L));
            Optional<ReceptiveField> field = fields.at(path);
            height = Math.max(height, field.map(seen -> seen.vertical().size()).orElse(0L));
            width = Math.max(width, field.map(seen -> seen.horizontal().size()).orElse(0L));
            depth += onLongestPath.contains(path) ? 1 : 0;
            milliseconds += times.map(measured -> measured.byPath().getOrDefault(path, 0.0))
                    .orElse(0.0);
        }
        return new Figures(
                sums.trainable(),
                sums.total(),
                sums.count(),
                activations,
                peak,
                height,
                width,
                depth,
                times.isPresent() ? OptionalDouble.of(milliseconds) : OptionalDouble.empty(),
                sums.exact());
    }

    /** What the whole network comes to. */
    Total total() {
        Figures layers = of(analysis.nodes());
        List<Shape> inputs = analysis.nodes().stream()
                .filter(facts -> facts.node().isInput())
                .flatMap(facts -> facts.inferred().shape().stream())
                .toList();
        List<Diagnostic> problems = analysis.diagnostics();
        return new Total(
                inputs,
                times.map(measured -> with(layers, measured.total())).orElse(layers),
                times.isPresent()
                        ? OptionalDouble.of(
                                times.get().total() - layers.milliseconds().orElse(0))
                        : OptionalDouble.empty(),
                problems.stream().findFirst(),
                problems.size());
    }

    private static Figures with(Figures figures, double milliseconds) {
        return new Figures(
                figures.trainable(),
                figures.parameters(),
                figures.count(),
                figures.activations(),
                figures.peakBytes(),
                figures.fieldHeight(),
                figures.fieldWidth(),
                figures.depth(),
                OptionalDouble.of(milliseconds),
                figures.complete());
    }
}
