package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;

/**
 * What a network costs under one convention, row by row; the rows always sum to the total.
 *
 * @param convention the id of the rule that was counted by
 * @param unit what the counts count, in the plural
 * @param inputs the shapes of the pictures that enter, usually one
 * @param batch how many pictures the counts are for: always 1
 * @param rows in the order in which the network computes them
 * @param total the sum of the rows
 * @param complete false while a shape is unknown: then every sum is "at least"
 * @param notCounted the labels of the operations in this network that do work which the convention counts as 0
 * @param unknown those of them that the convention does not know at all, rather than counting them as 0
 * @param variant what the same tool gives with its other setting, where it has one
 */
public record CostTable(
        Grouping grouping,
        String convention,
        String unit,
        List<Shape> inputs,
        int batch,
        List<Row> rows,
        Row total,
        boolean complete,
        List<String> notCounted,
        List<String> unknown,
        Optional<Variant> variant) {

    /** What a row is of that stands for a group which is no block. */
    public static final String GROUP = "group";

    /** The total under the same tool's other rule. */
    public record Variant(String convention, long count) {}

    /** What one row stands for. */
    public enum Grouping {
        /** One operation. */
        NODE,
        /** The outermost block around an operation; without one, its top-level group; without that, the operation. */
        BLOCK,
        /** The whole network. */
        TOTAL
    }

    /**
     * One line of the table.
     *
     * @param path of the node or the group; empty for the whole
     * @param operation the id of the operation or of the block template; {@link #GROUP} for a plain group
     * @param label the operation and its setting in words; the id where it stands for more than one operation
     * @param output the shape that leaves, as text; {@code unknown} where it is
     * @param complete false where a shape in this row is unknown: then its numbers are "at least"
     */
    public record Row(
            String path,
            String operation,
            String label,
            String output,
            long trainable,
            long total,
            long count,
            boolean complete) {}

    /** Keeps unmodifiable copies. */
    public CostTable {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
        notCounted = List.copyOf(notCounted);
        unknown = List.copyOf(unknown);
    }

    /** Counts a network. */
    public static CostTable of(Analysis analysis, Convention convention, Grouping grouping) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        Sum total = new Sum("", "total", "Total", resultsOf(analysis));
        Set<String> notCounted = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        List<Shape> inputs = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            long count = convention.count(facts);
            if (grouping != Grouping.TOTAL) {
                String path = pathOfRow(analysis, facts.node(), grouping);
                sums.computeIfAbsent(path, unseen -> begin(analysis, facts, path))
                        .add(facts, count);
            }
            total.add(facts, count);
            if (count == 0 && !facts.cost().amounts().isEmpty()) {
                OpType<?> type = facts.node().operation().type();
                notCounted.add(type.label());
                if (!convention.covers(type.id())) {
                    unknown.add(type.label());
                }
            }
            if (facts.node().operation().type().category() == Category.INPUT) {
                facts.inferred().shape().ifPresent(inputs::add);
            }
        }
        List<Row> rows = grouping == Grouping.TOTAL
                ? List.of(total.row())
                : sums.values().stream().map(Sum::row).toList();
        return new CostTable(
                grouping,
                convention.id(),
                convention.unit(),
                inputs,
                1,
                rows,
                total.row(),
                total.complete,
                List.copyOf(notCounted),
                List.copyOf(unknown),
                convention.variant().flatMap(Conventions::find).map(other -> variant(analysis, other)));
    }

    private static Variant variant(Analysis analysis, Convention other) {
        long count = 0;
        for (NodeFacts facts : analysis.nodes()) {
            count = Bounded.plus(count, other.count(facts));
        }
        return new Variant(other.id(), count);
    }

    private static String pathOfRow(Analysis analysis, Node node, Grouping grouping) {
        if (grouping != Grouping.BLOCK || node.group().isRoot()) {
            return node.path();
        }
        List<GroupPath> lineage = node.group().lineage();
        return lineage.stream()
                .filter(group ->
                        analysis.graph().group(group).filter(Group::isBlock).isPresent())
                .findFirst()
                .orElse(lineage.get(0))
                .text();
    }

    private static Sum begin(Analysis analysis, NodeFacts facts, String path) {
        if (path.equals(facts.node().path())) {
            String badge = facts.node().operation().badge();
            String label = facts.node().operation().type().label();
            return new Sum(
                    path,
                    facts.node().operation().type().id(),
                    badge.isEmpty() ? label : label + " " + badge,
                    textOf(facts.inferred().shape()));
        }
        Optional<Group> group = analysis.graph().group(new GroupPath(path));
        String id = group.filter(Group::isBlock).map(Group::template).orElse(GROUP);
        return new Sum(path, id, id, textOf(group.map(Group::exit).flatMap(analysis::shape)));
    }

    private static String resultsOf(Analysis analysis) {
        return analysis.outputs().stream()
                .map(facts -> textOf(facts.inferred().shape()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String textOf(Optional<Shape> shape) {
        return shape.map(Shape::toString).orElse("unknown");
    }

    /** A row in the making. */
    private static final class Sum {
        private final String path;
        private final String operation;
        private final String label;
        private final String output;
        private long trainable;
        private long total;
        private long count;
        private boolean complete = true;

        Sum(String path, String operation, String label, String output) {
            this.path = path;
            this.operation = operation;
            this.label = label;
            this.output = output;
        }

        void add(NodeFacts facts, long counted) {
            complete &= facts.known();
            trainable = plus(trainable, facts.trainableParameters());
            total = plus(total, facts.totalParameters());
            count = plus(count, counted);
        }

        /** A sum beyond 2^63 stays there and is "at least". */
        private long plus(long left, long right) {
            if (left > Long.MAX_VALUE - right) {
                complete = false;
                return Long.MAX_VALUE;
            }
            return left + right;
        }

        Row row() {
            return new Row(path, operation, label, output, trainable, total, count, complete);
        }
    }
}
