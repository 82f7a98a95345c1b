package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.Edge;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;

/** Finds, for every pair of matched nodes, by how much they differ and why. */
final class NetworkComparison {
    private final Analysis left;
    private final Analysis right;
    private final Convention convention;
    private final List<Alignment.Pair> pairs;
    private final Map<Integer, StrideMove> moves;
    private final List<Difference.Entry> counts = new ArrayList<>();
    private final List<Difference.Entry> trainable = new ArrayList<>();
    private final List<Difference.Entry> kept = new ArrayList<>();

    NetworkComparison(Alignment alignment, Convention convention) {
        this.left = alignment.left();
        this.right = alignment.right();
        this.convention = convention;
        this.pairs = alignment.pairs();
        this.moves = StrideMove.in(pairs);
    }

    NetworkDifference difference() {
        Map<StrideMove, Long> moved = new LinkedHashMap<>();
        for (Alignment.Pair pair : pairs) {
            compareCounts(pair, moved);
            compareWeights(pair);
        }
        moved.forEach((move, amount) ->
                counts.add(new Difference.Entry(List.of(move.to(), move.from()), move.reason(), amount)));
        return new NetworkDifference(
                new Difference(convention.unit(), count(left), count(right), counts),
                new Difference("trained parameters", trained(left), trained(right), trainable),
                new Difference("parameters kept and not trained", kept(left), kept(right), kept),
                kept(left),
                statistics(right));
    }

    private static List<Difference.Entry> statistics(Analysis network) {
        List<Difference.Entry> statistics = new ArrayList<>();
        for (NodeFacts node : network.nodes()) {
            long amount = node.totalParameters() - node.trainableParameters();
            if (amount != 0) {
                statistics.add(new Difference.Entry(
                        List.of(Alignment.Pair.right(node)), new Reason.UntrainedStatistics(), amount));
            }
        }
        return statistics;
    }

    private long count(Analysis network) {
        return network.nodes().stream().mapToLong(convention::count).reduce(0, Bounded::plus);
    }

    private static long trained(Analysis network) {
        return network.nodes().stream()
                .mapToLong(NodeFacts::trainableParameters)
                .reduce(0, Bounded::plus);
    }

    private static long kept(Analysis network) {
        return network.nodes().stream().mapToLong(NodeFacts::totalParameters).reduce(0, Bounded::plus)
                - trained(network);
    }

    private void compareCounts(Alignment.Pair pair, Map<StrideMove, Long> moved) {
        Map<Cause, Long> before = pair.left() == null ? Map.of() : convention.causes(pair.left());
        Map<Cause, Long> after = pair.right() == null ? Map.of() : convention.causes(pair.right());
        StrideMove move = moves.get(pair.block());
        if (move != null && (pair == move.to() || pair == move.from())) {
            moved.merge(move, 0L, Bounded::plus);
        }
        for (Cause cause : WhyDifferent.causesOf(before, after)) {
            long amount = after.getOrDefault(cause, 0L) - before.getOrDefault(cause, 0L);
            if (amount == 0) {
                continue;
            }
            boolean both = before.containsKey(cause) && after.containsKey(cause);
            if (cause == Cause.BIAS && !both) {
                counts.add(entry(pair, biasReason(pair), amount));
            } else if (move != null && both && onlyMoved(pair, move)) {
                moved.merge(move, amount, Bounded::plus);
            } else {
                counts.add(entry(pair, reasonFor(pair), amount));
            }
        }
    }

    /** True when nothing but the stride itself, or the sizes that follow from it, distinguishes the two nodes. */
    private static boolean onlyMoved(Alignment.Pair pair, StrideMove move) {
        List<String> changed = changedAttributes(pair);
        changed.removeAll(List.of("bias", "padding"));
        boolean ofTheMove = pair == move.to() || pair == move.from();
        return changed.isEmpty() || (ofTheMove && changed.equals(List.of("stride")));
    }

    private void compareWeights(Alignment.Pair pair) {
        Map<String, WeightSpec> before = weightsOf(pair.left());
        Map<String, WeightSpec> after = weightsOf(pair.right());
        Map<String, WeightSpec> all = new LinkedHashMap<>(before);
        all.putAll(after);
        all.forEach((name, spec) -> {
            long amount = elements(after.get(name)) - elements(before.get(name));
            if (amount != 0) {
                boolean both = before.containsKey(name) && after.containsKey(name);
                (spec.role().trainable() ? trainable : kept).add(entry(pair, reasonFor(pair, spec, both), amount));
            }
        });
    }

    private static Map<String, WeightSpec> weightsOf(NodeFacts node) {
        Map<String, WeightSpec> weights = new LinkedHashMap<>();
        if (node != null) {
            node.weights().forEach(weight -> weights.put(weight.name(), weight));
        }
        return weights;
    }

    private static long elements(WeightSpec weight) {
        return weight == null ? 0 : weight.elements();
    }

    private Reason reasonFor(Alignment.Pair pair, WeightSpec weight, boolean both) {
        if (!both && pair.matched()) {
            return switch (weight.role()) {
                case BIAS -> biasReason(pair);
                case SCALE -> new Reason.LearnedFactor();
                case RUNNING_MEAN, RUNNING_VARIANCE -> new Reason.MovingStatistics();
                case KERNEL, SHIFT, SLOPE -> new Reason.OtherWeight(weight.name());
            };
        }
        return reasonFor(pair);
    }

    /** A bias is idle where batch norm takes the mean away again right behind it. */
    private Reason biasReason(Alignment.Pair pair) {
        boolean onTheRight = pair.right() != null
                && pair.right().weights().stream().anyMatch(weight -> weight.role() == WeightSpec.Role.BIAS);
        Analysis network = onTheRight ? right : left;
        NodeFacts node = onTheRight ? pair.right() : pair.left();
        List<Edge> followers = network.graph().outgoing(node.node().path());
        boolean normalised = !followers.isEmpty()
                && followers.stream().allMatch(edge -> network.node(edge.to()).weights().stream()
                        .anyMatch(weight -> weight.role() == WeightSpec.Role.RUNNING_MEAN));
        return new Reason.Bias(node.node().operation().type(), normalised);
    }

    /** What distinguishes two nodes: their attributes, else the size of what comes in. */
    private static Reason reasonFor(Alignment.Pair pair) {
        if (!pair.matched()) {
            return new Reason.Only(pair.left() == null ? Reason.Side.RIGHT : Reason.Side.LEFT);
        }
        List<String> changed = changedAttributes(pair);
        if (changed.isEmpty()) {
            return inputReason(pair.left().inputs(), pair.right().inputs());
        }
        AttributeValues before = pair.left().node().operation().attributes();
        AttributeValues after = pair.right().node().operation().attributes();
        return new Reason.Settings(changed.stream()
                .<Attribute<?>>map(after.schema()::require)
                .map(attribute -> new Reason.Settings.Change(
                        attribute.label(), before.format(attribute), after.format(attribute)))
                .toList());
    }

    /** By their channels where that is all in which the inputs differ, else by their whole shapes. */
    private static Reason inputReason(List<Shape> before, List<Shape> after) {
        if (before.size() == 1 && after.size() == 1) {
            Shape one = before.get(0);
            Shape other = after.get(0);
            if (one.vector() == other.vector() && one.height() == other.height() && one.width() == other.width()) {
                return new Reason.InputChannels(one.channels(), other.channels(), one.vector());
            }
        }
        return new Reason.Inputs(before, after);
    }

    /** The names of the attributes whose values differ; matched nodes are of one kind and have the same ones. */
    private static List<String> changedAttributes(Alignment.Pair pair) {
        AttributeValues before = pair.left().node().operation().attributes();
        AttributeValues after = pair.right().node().operation().attributes();
        List<String> changed = new ArrayList<>();
        for (Attribute<?> attribute : before.schema().attributes()) {
            if (!Objects.equals(before.get(attribute.name()), after.get(attribute.name()))) {
                changed.add(attribute.name());
            }
        }
        return changed;
    }

    private static Difference.Entry entry(Alignment.Pair pair, Reason reason, long amount) {
        return new Difference.Entry(List.of(pair), reason, amount);
    }
}
