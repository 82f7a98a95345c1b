package org.convscape.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.convscape.graph.Graph;

/**
 * What a forward pass of one picture keeps in memory, step by step: how large each output is, from which step to which
 * it has to live, and how much lives at once. Values are 32-bit floats; every output is an array of its own, and what a
 * step needs while it computes is not counted.
 *
 * @param lifetimes one per node, in the order of the steps
 * @param live the bytes of activations that live during each step, if an output is let go after its last use
 * @param weightBytes all parameters together
 * @param complete false while a shape is unknown: then every number is "at least"
 */
public record MemoryProfile(List<Lifetime> lifetimes, List<Long> live, long weightBytes, boolean complete) {

    /** The size of one value. */
    public static final int BYTES_PER_VALUE = 4;

    /**
     * One output's life.
     *
     * @param elements how many values it has; 0 where the shape is unknown
     * @param weightBytes the parameters of the node that makes it
     * @param first the step that makes it, from 0
     * @param last the last step that needs it; the last of all for what nobody takes: it is a result
     * @param intensity multiply-adds per byte of input, output and weights; 0 where there are none
     */
    public record Lifetime(String path, long elements, long weightBytes, int first, int last, double intensity) {

        /** The size of the output. */
        public long bytes() {
            return Bounded.times(BYTES_PER_VALUE, elements);
        }
    }

    /** Keeps unmodifiable copies. */
    public MemoryProfile {
        lifetimes = List.copyOf(lifetimes);
        live = List.copyOf(live);
    }

    /** Follows one forward pass, in topological order. */
    public static MemoryProfile of(Analysis analysis) {
        List<NodeFacts> steps = analysis.nodes();
        int[] lastUse = lastUse(analysis);
        List<Lifetime> lifetimes = new ArrayList<>(steps.size());
        boolean complete = true;
        for (int step = 0; step < steps.size(); step++) {
            NodeFacts facts = steps.get(step);
            complete &= facts.known();
            int last = lastUse[analysis.position(step)];
            lifetimes.add(new Lifetime(
                    facts.node().path(),
                    Measure.OUTPUTS.of(facts),
                    Bounded.times(BYTES_PER_VALUE, facts.totalParameters()),
                    step,
                    Math.max(last, step),
                    intensity(facts, Convention.MACS)));
        }
        long weights = lifetimes.stream().mapToLong(Lifetime::weightBytes).reduce(0, Bounded::plus);
        return new MemoryProfile(lifetimes, liveIn(lifetimes), weights, complete);
    }

    /** The last step that takes each output, by the position of the node in the graph. */
    private static int[] lastUse(Analysis analysis) {
        Graph graph = analysis.graph();
        int[] lastUse = new int[graph.size()];
        Arrays.fill(lastUse, graph.size() - 1);
        for (int step = 0; step < lastUse.length; step++) {
            int position = analysis.position(step);
            for (int port = 0; port < graph.node(position).inputs().size(); port++) {
                int source = graph.source(position, port);
                if (source >= 0) {
                    lastUse[source] = step;
                }
            }
        }
        return lastUse;
    }

    /** What a rule counts at a node per byte of input, output and weights; 0 where there are none. */
    public static double intensity(NodeFacts facts, Convention convention) {
        double moved = movedBytes(facts);
        return moved == 0 ? 0 : convention.count(facts) / moved;
    }

    /** The bytes of a node's inputs, output and weights together: what it moves if it touches every value once. */
    public static double movedBytes(NodeFacts facts) {
        double values = (double) Measure.INPUTS.of(facts) + Measure.OUTPUTS.of(facts) + facts.totalParameters();
        return BYTES_PER_VALUE * values;
    }

    /** A running sum: what is born in a step joins it, what was last needed in the step before leaves it. */
    private static List<Long> liveIn(List<Lifetime> lifetimes) {
        long[] dying = new long[lifetimes.size()];
        List<Long> live = new ArrayList<>(lifetimes.size());
        long sum = 0;
        for (int step = 0; step < lifetimes.size(); step++) {
            Lifetime born = lifetimes.get(step);
            dying[born.last()] = Bounded.plus(dying[born.last()], born.bytes());
            sum = Bounded.plus(sum, born.bytes());
            live.add(sum);
            sum -= dying[step];
        }
        return live;
    }

    /** The most activation bytes that live at once, if every output is let go after its last use. */
    public long peakBytes() {
        return live.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The step with the most; -1 for a graph without nodes. */
    public int peakStep() {
        return live.indexOf(peakBytes());
    }

    /** All activations together: what a pass takes that keeps every map to look at. */
    public long keptBytes() {
        return lifetimes.stream().mapToLong(Lifetime::bytes).reduce(0, Bounded::plus);
    }

    /** The number of values in all activations together. */
    public long elements() {
        return lifetimes.stream().mapToLong(Lifetime::elements).reduce(0, Bounded::plus);
    }

    /** The outputs that live during a step, the longest lives first. */
    public List<Lifetime> livingIn(int step) {
        return lifetimes.stream()
                .filter(life -> life.first() <= step && step <= life.last())
                .sorted(Comparator.comparingInt(life -> life.first() - life.last()))
                .toList();
    }
}
