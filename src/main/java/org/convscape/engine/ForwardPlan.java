package org.convscape.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.analysis.NodeFacts;
import org.convscape.tensor.Tensor;

/** The steps of a forward pass in order, with the point from which on each output is no longer needed. */
public final class ForwardPlan {

    /**
     * One node's turn.
     *
     * @param kept whether the output stays available after the run
     * @param releases the paths whose outputs nobody needs once this step is done; this node's own may be among them
     */
    public record Step(NodeFacts facts, boolean kept, List<String> releases) {

        /** The path of the node. */
        public String path() {
            return facts.node().path();
        }

        /** True for an input node: its value is given. */
        public boolean given() {
            return facts.node().inputs().isEmpty();
        }
    }

    private final List<Step> steps;

    private ForwardPlan(List<Step> steps) {
        this.steps = Collections.unmodifiableList(steps);
    }

    /**
     * Plans a run.
     *
     * @throws EngineFailure with a sentence for the user when the graph is unfinished or the pictures do not fit
     */
    public static ForwardPlan of(ForwardRequest request) {
        requireComplete(request.analysis());
        requirePictures(request.analysis(), request.pictures());
        return of(request.analysis(), request.keep());
    }

    private static ForwardPlan of(Analysis analysis, Predicate<String> keep) {
        Map<String, String> lastUse = new HashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            lastUse.put(path, path);
            facts.node().inputs().forEach(input -> lastUse.put(input, path));
        }
        List<Step> steps = new ArrayList<>(analysis.nodes().size());
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            Set<String> candidates = new LinkedHashSet<>(facts.node().inputs());
            candidates.add(path);
            candidates.removeIf(each -> keep.test(each) || !lastUse.get(each).equals(path));
            steps.add(new Step(facts, keep.test(path), List.copyOf(candidates)));
        }
        return new ForwardPlan(steps);
    }

    private static void requireComplete(Analysis analysis) {
        if (analysis.graph().size() == 0) {
            throw new EngineFailure("There is nothing to run: the network has no layers yet");
        }
        if (!analysis.complete()) {
            throw new EngineFailure(analysis.diagnostics().stream()
                    .findFirst()
                    .map(ForwardPlan::unfinished)
                    .orElse("The network cannot run: not every shape is known"));
        }
    }

    private static String unfinished(Diagnostic diagnostic) {
        return "The network cannot run yet, see \"" + diagnostic.node() + "\": " + diagnostic.message();
    }

    private static void requirePictures(Analysis analysis, Map<String, Tensor> pictures) {
        Set<String> inputs = new LinkedHashSet<>();
        for (NodeFacts facts : analysis.nodes()) {
            if (!facts.node().inputs().isEmpty()) {
                continue;
            }
            String path = facts.node().path();
            inputs.add(path);
            Tensor picture = pictures.get(path);
            if (picture == null) {
                throw new EngineFailure("No picture is given for the input \"" + path + "\"");
            }
            if (!picture.shape().equals(facts.output())) {
                throw new EngineFailure("The input \"" + path + "\" takes " + facts.output()
                        + ", but the picture given is " + picture.shape());
            }
        }
        for (String path : pictures.keySet()) {
            if (!inputs.contains(path)) {
                throw new EngineFailure(
                        "A picture is given for \"" + path + "\", but the inputs of this network are " + inputs);
            }
        }
    }

    /** The steps, in the order in which they can be done. */
    public List<Step> steps() {
        return steps;
    }

    /** How much memory the run takes at its fullest: all weights, and the outputs that are alive at the same time. */
    public long estimatedBytes() {
        long parameters =
                steps.stream().mapToLong(step -> step.facts().totalParameters()).reduce(0, Math::addExact);
        return Math.addExact(Math.multiplyExact(parameters, (long) Float.BYTES), estimatedActivationBytes());
    }

    private long estimatedActivationBytes() {
        Map<String, Long> alive = new HashMap<>();
        long sum = 0;
        long most = 0;
        for (Step step : steps) {
            long output = Math.multiplyExact(step.facts().output().elements(), (long) Float.BYTES);
            alive.put(step.path(), output);
            sum = Math.addExact(sum, output);
            // A step may need as much again for a value in between.
            most = Math.max(most, Math.addExact(sum, output));
            for (String path : step.releases()) {
                sum -= alive.remove(path);
            }
        }
        return most;
    }

    /** This plan if no output were kept. */
    ForwardPlan keepingNothing(Analysis analysis) {
        return of(analysis, path -> false);
    }

    /** How many steps' outputs are kept. */
    long keptSteps() {
        return steps.stream().filter(Step::kept).count();
    }
}
