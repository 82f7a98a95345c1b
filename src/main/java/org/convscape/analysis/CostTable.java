package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.Operation;
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

    /** What the row is of that stands for the whole network. */
    public static final String TOTAL = "total";

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
     * @param layer the operation, where the row stands for one
     * @param outputs the shapes that leave, one but for the whole of a network with several results; empty where
     *     unknown
     * @param complete false where a shape in this row is unknown: then its numbers are "at least"
     */
    public record Row(
            String path,
            String operation,
            Optional<Operation> layer,
            List<Optional<Shape>> outputs,
            long trainable,
            long total,
            long count,
            boolean complete) {

        /** Keeps an unmodifiable copy. */
        public Row {
            outputs = List.copyOf(outputs);
        }
    }

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
        Sum total = new Sum("", TOTAL, Optional.empty(), resultsOf(analysis));
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
                String label = facts.node().operation().type().label();
                notCounted.add(label);
                if (!convention.covers(facts)) {
                    unknown.add(label);
                }
            }
            if (facts.node().isInput()) {
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
                total.sums.exact(),
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
            Operation operation = facts.node().operation();
            return new Sum(
                    path,
                    operation.type().id(),
                    Optional.of(operation),
                    List.of(facts.inferred().shape()));
        }
        Optional<Group> group = analysis.graph().group(new GroupPath(path));
        String id = group.filter(Group::isBlock).map(Group::template).orElse(GROUP);
        return new Sum(
                path, id, Optional.empty(), List.of(group.map(Group::exit).flatMap(analysis::shape)));
    }

    private static List<Optional<Shape>> resultsOf(Analysis analysis) {
        return analysis.outputs().stream()
                .map(facts -> facts.inferred().shape())
                .distinct()
                .toList();
    }

    /** A row in the making. */
    private static final class Sum {
        private final String path;
        private final String operation;
        private final Optional<Operation> layer;
        private final List<Optional<Shape>> outputs;
        private final Totals sums = new Totals();

        Sum(String path, String operation, Optional<Operation> layer, List<Optional<Shape>> outputs) {
            this.path = path;
            this.operation = operation;
            this.layer = layer;
            this.outputs = outputs;
        }

        void add(NodeFacts facts, long counted) {
            sums.add(facts, counted);
        }

        Row row() {
            return new Row(path, operation, layer, outputs, sums.trainable(), sums.total(), sums.count(), sums.exact());
        }
    }
}
