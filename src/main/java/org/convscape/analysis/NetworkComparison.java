package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    NetworkComparison(Analysis left, Analysis right, Convention convention) {
        this.left = left;
        this.right = right;
        this.convention = convention;
        this.pairs = Alignment.of(left, right);
        this.moves = StrideMove.in(pairs);
    }

    NetworkDifference difference() {
        Map<StrideMove, Long> moved = new LinkedHashMap<>();
        for (Alignment.Pair pair : pairs) {
            compareCounts(pair, moved);
            compareWeights(pair);
        }
        moved.forEach((move, amount) -> counts.add(new Difference.Entry(
                where(move.to()) + " and " + where(move.from()),
                StrideMove.kernelOf(move.to().left()) + " and "
                        + StrideMove.kernelOf(move.from().left()),
                move.reason(),
                amount)));
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
                        node.node().path(),
                        node.node().operation().type().label(),
                        "moving statistics, which a total counts and training does not change",
                        amount));
            }
        }
        return statistics;
    }

    private long count(Analysis network) {
        return network.nodes().stream().mapToLong(convention::count).sum();
    }

    private static long trained(Analysis network) {
        return network.nodes().stream()
                .mapToLong(NodeFacts::trainableParameters)
                .sum();
    }

    private static long kept(Analysis network) {
        return network.nodes().stream().mapToLong(NodeFacts::totalParameters).sum() - trained(network);
    }

    private void compareCounts(Alignment.Pair pair, Map<StrideMove, Long> moved) {
        Map<Cause, Long> before = pair.left() == null ? Map.of() : convention.causes(pair.left());
        Map<Cause, Long> after = pair.right() == null ? Map.of() : convention.causes(pair.right());
        StrideMove move = moves.get(pair.block());
        if (move != null && (pair == move.to() || pair == move.from())) {
            moved.merge(move, 0L, Long::sum);
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
                moved.merge(move, amount, Long::sum);
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

    private String reasonFor(Alignment.Pair pair, WeightSpec weight, boolean both) {
        if (!both && pair.left() != null && pair.right() != null) {
            return switch (weight.role()) {
                case BIAS -> biasReason(pair);
                case SCALE -> "learned factor (gamma) of batch norm";
                case RUNNING_MEAN, RUNNING_VARIANCE -> "moving statistics of batch norm";
                case KERNEL, SHIFT -> weight.name();
            };
        }
        return reasonFor(pair);
    }

    /** A bias is idle where batch norm takes the mean away again right behind it. */
    private String biasReason(Alignment.Pair pair) {
        boolean onTheRight = pair.right() != null
                && pair.right().weights().stream().anyMatch(weight -> weight.role() == WeightSpec.Role.BIAS);
        Analysis network = onTheRight ? right : left;
        NodeFacts node = onTheRight ? pair.right() : pair.left();
        List<Edge> followers = network.graph().outgoing(node.node().path());
        boolean normalised = !followers.isEmpty()
                && followers.stream().allMatch(edge -> network.node(edge.to()).weights().stream()
                        .anyMatch(weight -> weight.role() == WeightSpec.Role.RUNNING_MEAN));
        String layer = node.node().operation().type().label().toLowerCase(java.util.Locale.ROOT);
        return normalised ? "bias of a " + layer + " that batch norm follows" : "bias of a " + layer;
    }

    /** What distinguishes two nodes: their attributes, else the size of what comes in. */
    private static String reasonFor(Alignment.Pair pair) {
        if (pair.left() == null) {
            return "only in the second network";
        }
        if (pair.right() == null) {
            return "only in the first network";
        }
        List<String> changed = changedAttributes(pair);
        if (changed.isEmpty()) {
            return inputReason(pair.left().inputs(), pair.right().inputs());
        }
        AttributeValues before = pair.left().node().operation().attributes();
        AttributeValues after = pair.right().node().operation().attributes();
        List<String> phrases = new ArrayList<>();
        for (String name : changed) {
            Attribute<?> attribute = after.schema().require(name);
            phrases.add(attribute.label().toLowerCase(java.util.Locale.ROOT) + " " + after.format(attribute)
                    + " instead of " + before.format(attribute));
        }
        return String.join(", ", phrases);
    }

    /** By their channels where that is all in which the inputs differ, else by their whole shapes. */
    private static String inputReason(List<Shape> before, List<Shape> after) {
        if (before.size() == 1 && after.size() == 1) {
            Shape one = before.get(0);
            Shape other = after.get(0);
            if (one.vector() == other.vector() && one.height() == other.height() && one.width() == other.width()) {
                return other.channels() + " instead of " + one.channels()
                        + (one.vector() ? " inputs" : " input channels");
            }
        }
        return "input " + listed(after) + " instead of " + listed(before);
    }

    private static String listed(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "));
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

    private static Difference.Entry entry(Alignment.Pair pair, String reason, long amount) {
        NodeFacts node = pair.right() == null ? pair.left() : pair.right();
        String label = node.node().operation().type().label();
        String badge = node.node().operation().badge();
        return new Difference.Entry(where(pair), badge.isEmpty() ? label : label + " " + badge, reason, amount);
    }

    private static String where(Alignment.Pair pair) {
        if (pair.left() == null) {
            return pair.right().node().path();
        }
        String path = pair.left().node().path();
        return pair.right() == null || path.equals(pair.right().node().path())
                ? path
                : path + " ↔ " + pair.right().node().path();
    }
}
