package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;

/**
 * The steps of a forward pass: what the passes {@link Folding}, {@link Overwriting} and {@link Lifetimes} make of a
 * graph and of what is wanted from it. Knows no kinds of operations, only what each declares.
 */
public final class ForwardPlan {
    private final Analysis analysis;
    private final List<Step> steps;
    private final int whole;
    private final Set<String> available = new LinkedHashSet<>();
    private final Map<String, String> foldedInto = new HashMap<>();

    private ForwardPlan(Analysis analysis, List<Step> steps, int whole, Available availability) {
        this.analysis = analysis;
        this.whole = whole;
        this.steps = Collections.unmodifiableList(steps);
        for (NodeFacts facts : analysis.nodes()) {
            if (availability.wanted(facts.node().path())) {
                available.add(facts.node().path());
            }
        }
    }

    /**
     * Plans a run.
     *
     * @param analysis of a graph whose shapes are all known
     * @param wanted the paths of the outputs that somebody may ask for afterwards
     * @param atHand the paths whose outputs an earlier run has left; asked only if {@code options} say resume
     */
    public static ForwardPlan of(
            Analysis analysis, Predicate<String> wanted, PlanOptions options, Predicate<String> atHand) {
        Available available = new Available(wanted);
        List<List<NodeFacts>> folded = folded(analysis, available, options);
        Set<String> overwriting = overwriting(analysis, folded, available, options);
        List<Step> steps = new ArrayList<>(folded.size());
        for (List<NodeFacts> nodes : folded) {
            String path = nodes.get(nodes.size() - 1).node().path();
            boolean reused = options.resume() && !nodes.get(0).node().isInput() && atHand.test(path);
            steps.add(Step.of(nodes, overwriting.contains(path), reused, available.stored(path)));
        }
        List<Step> needed = options.resume() ? needed(analysis, steps) : steps;
        ForwardPlan plan = new ForwardPlan(analysis, Lifetimes.of(needed), steps.size(), available);
        steps.forEach(step -> step.nodes()
                .subList(1, step.nodes().size())
                .forEach(facts -> plan.foldedInto.put(
                        facts.node().path(), step.head().node().path())));
        return plan;
    }

    private static List<List<NodeFacts>> folded(Analysis analysis, Available available, PlanOptions options) {
        Folding folding = new Folding(analysis, available, options);
        List<List<NodeFacts>> steps = new ArrayList<>();
        Set<NodeFacts> done = Collections.newSetFromMap(new IdentityHashMap<>());
        // A step takes the place of its last node in the order: by then all that its first node needs is there too.
        Map<String, List<NodeFacts>> byLast = new HashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            if (!done.contains(facts)) {
                List<NodeFacts> nodes = folding.from(facts, done::contains);
                done.addAll(nodes);
                byLast.put(nodes.get(nodes.size() - 1).node().path(), nodes);
            }
            List<NodeFacts> ending = byLast.remove(facts.node().path());
            if (ending != null) {
                steps.add(ending);
            }
        }
        return steps;
    }

    private static Set<String> overwriting(
            Analysis analysis, List<List<NodeFacts>> steps, Available available, PlanOptions options) {
        Overwriting overwriting = new Overwriting(analysis, available);
        Set<String> paths = new HashSet<>();
        if (options.overwrite()) {
            for (List<NodeFacts> nodes : steps) {
                if (nodes.size() == 1 && overwriting.may(nodes.get(0))) {
                    paths.add(nodes.get(0).node().path());
                }
            }
        }
        return paths;
    }

    /** The steps without which what is stored, or the result of the network, would be missing. */
    private static List<Step> needed(Analysis analysis, List<Step> steps) {
        Set<String> asked = new HashSet<>();
        List<Step> needed = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            String path = step.path();
            if (step.stored()
                    || asked.contains(path)
                    || analysis.graph().outgoing(path).isEmpty()) {
                needed.add(step);
                if (!step.reused()) {
                    asked.addAll(step.inputs());
                }
            }
        }
        Collections.reverse(needed);
        return needed;
    }

    /** The steps, in the order in which they can be done. */
    public List<Step> steps() {
        return steps;
    }

    /** The paths of the outputs that can be had after the run, in the order of the nodes: stored or computed again. */
    public Set<String> available() {
        return Collections.unmodifiableSet(available);
    }

    /** For each node whose work is done in another's step, the path of that node. */
    public Map<String, String> foldedInto() {
        return Collections.unmodifiableMap(foldedInto);
    }

    /**
     * The nodes to compute, in order, to have an output again that was not stored.
     *
     * @param present the paths of the outputs that are there
     */
    public List<NodeFacts> again(String path, Predicate<String> present) {
        Map<String, NodeFacts> missing = new LinkedHashMap<>();
        collect(path, present, missing);
        return List.copyOf(missing.values());
    }

    private void collect(String path, Predicate<String> present, Map<String, NodeFacts> missing) {
        if (!present.test(path) && !missing.containsKey(path)) {
            Node node = analysis.graph().node(path);
            node.inputs().forEach(input -> collect(input, present, missing));
            missing.put(path, analysis.node(path));
        }
    }

    /** How much memory a run with one picture takes at its fullest. */
    public long estimatedBytes() {
        return estimatedBytes(1);
    }

    /**
     * How much memory the run takes at its fullest: all weights, and the outputs that are alive at the same time, those
     * for each of so many pictures.
     */
    public long estimatedBytes(int pictures) {
        long parameters = steps.stream()
                .filter(step -> !step.reused())
                .mapToLong(ForwardPlan::parameters)
                .reduce(0, Math::addExact);
        return Math.addExact(
                Math.multiplyExact(parameters, (long) Float.BYTES),
                Math.multiplyExact(estimatedActivationBytes(), pictures));
    }

    private static long parameters(Step step) {
        return step.weights().stream().mapToLong(WeightSpec::elements).sum();
    }

    private long estimatedActivationBytes() {
        Map<String, Long> alive = new HashMap<>();
        long sum = 0;
        long most = 0;
        for (Step step : steps) {
            long output = Math.multiplyExact(step.last().output().elements(), (long) Float.BYTES);
            alive.put(step.path(), output);
            sum = Math.addExact(sum, output);
            // A step may need as much again for a value in between; one that overwrites takes nothing at all.
            most = Math.max(most, step.overwrite() ? sum - output : Math.addExact(sum, output));
            for (String path : step.releases()) {
                sum -= alive.remove(path);
            }
        }
        return most;
    }

    /** How many steps compute something in this run. */
    public int computed() {
        return (int) steps.stream().filter(step -> !step.reused()).count();
    }

    /** How many steps would compute something if no earlier run had left anything. */
    public int whole() {
        return whole;
    }
}
