package org.convscape.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;

/**
 * Where a number comes from: the formula with its values filled in, the rule it was counted by, and the sums it is part
 * of.
 *
 * @param quantity what the number counts, in the plural, such as {@code multiply-adds}
 * @param subject the path of the node or group; empty for the whole network
 * @param basis under which rule, for which input: a few phrases
 * @param summands sum to the value
 * @param complete false where a shape is unknown: then the value is "at least"
 * @param remarks sentences that belong to the number, such as why it is 0
 * @param partOf the sums that contain it, from the innermost group to the whole network
 */
public record Derivation(
        String quantity,
        String subject,
        List<String> basis,
        List<Summand> summands,
        long value,
        boolean complete,
        List<String> remarks,
        List<Summand> partOf) {

    /** Keeps unmodifiable copies. */
    public Derivation {
        basis = List.copyOf(basis);
        summands = List.copyOf(summands);
        remarks = List.copyOf(remarks);
        partOf = List.copyOf(partOf);
    }

    /** The multiply-adds of one node. */
    public static Derivation ofMultiplyAdds(NodeFacts node) {
        return ofCount(node, Convention.MACS);
    }

    /** The count of one node under a rule: a summand for every term of the rule that adds something. */
    public static Derivation ofCount(NodeFacts node, Convention convention) {
        List<Summand> summands = new ArrayList<>();
        for (Term term : convention.terms(node)) {
            if (term.of(node) != 0) {
                summands.add(Summand.product(
                        term.cause().label(), term.coefficient(), term.measure().factors(node)));
            }
        }
        List<String> basis = new ArrayList<>(List.of("convention " + convention.id()));
        basis.addAll(inputsOf(node));
        return new Derivation(
                convention.unit(),
                node.node().path(),
                basis,
                summands,
                convention.count(node),
                node.known(),
                summands.isEmpty() ? List.of(whyNothing(node, convention)) : List.of(),
                List.of());
    }

    private static String whyNothing(NodeFacts node, Convention convention) {
        String label = node.node().operation().type().label();
        if (!node.known()) {
            return "Nothing can be counted here while a shape is unknown.";
        }
        if (node.cost().amounts().isEmpty()) {
            return label + " does no arithmetic.";
        }
        return convention.covers(node)
                ? "The convention " + convention.id() + " counts 0 for " + label + "."
                : "The convention " + convention.id() + " does not know " + label + "; it is not counted.";
    }

    /** All parameters of one node: a summand for every array. */
    public static Derivation ofParameters(NodeFacts node) {
        List<Summand> summands = new ArrayList<>();
        for (WeightSpec weight : node.weights()) {
            summands.add(Summand.product(
                    weight.role().trainable() ? weight.name() : weight.name() + " (kept, not trained)",
                    1,
                    node.node().operation().weightFactors(weight, node.inputs())));
        }
        String label = node.node().operation().type().label();
        return new Derivation(
                "parameters",
                node.node().path(),
                inputsOf(node),
                summands,
                node.totalParameters(),
                node.known(),
                summands.isEmpty()
                        ? List.of(node.known() ? label + " has no parameters." : "The shapes are not known yet.")
                        : trained(node.trainableParameters(), node.totalParameters()),
                List.of());
    }

    private static List<String> trained(long trainable, long total) {
        return trainable == total ? List.of() : List.of(DerivationText.number(trainable) + " of them are trained.");
    }

    private static List<String> inputsOf(NodeFacts node) {
        String shapes = node.inputs().stream().map(Shape::toString).collect(Collectors.joining(" and "));
        return shapes.isEmpty() ? List.of("one picture") : List.of("input " + shapes, "one picture");
    }

    /** The count of the whole network, by its outermost groups and nodes. */
    public static Derivation ofTotal(Analysis analysis, Convention convention) {
        return ofCount(analysis, "", convention);
    }

    /** The parameters of the whole network, by its outermost groups and nodes. */
    public static Derivation ofTotalParameters(Analysis analysis) {
        return ofParameters(analysis, "");
    }

    /**
     * The count of a node, a group or (for an empty path) the whole network, with the sums it is part of.
     *
     * @throws IllegalArgumentException with a sentence when there is no such node or group
     */
    public static Derivation ofCount(Analysis analysis, String path, Convention convention) {
        if (analysis.graph().find(path).isPresent()) {
            return ofCount(analysis.node(path), convention).within(analysis, convention::count);
        }
        Derivation sum = sum(analysis, path, convention.unit(), convention::count);
        List<String> basis = new ArrayList<>(List.of("convention " + convention.id()));
        basis.addAll(sum.basis());
        return new Derivation(
                sum.quantity, sum.subject, basis, sum.summands, sum.value, sum.complete, sum.remarks, sum.partOf);
    }

    /**
     * The parameters of a node, a group or (for an empty path) the whole network, with the sums they are part of.
     *
     * @throws IllegalArgumentException with a sentence when there is no such node or group
     */
    public static Derivation ofParameters(Analysis analysis, String path) {
        return analysis.graph().find(path).isPresent()
                ? ofParameters(analysis.node(path)).within(analysis, NodeFacts::totalParameters)
                : sum(analysis, path, "parameters", NodeFacts::totalParameters)
                        .remarking(trained(
                                analysis.nodesIn(new GroupPath(path)).stream()
                                        .mapToLong(NodeFacts::trainableParameters)
                                        .reduce(0, Bounded::plus),
                                analysis.nodesIn(new GroupPath(path)).stream()
                                        .mapToLong(NodeFacts::totalParameters)
                                        .reduce(0, Bounded::plus)));
    }

    /** The count of several nodes that are shown as one, such as a convolution with the activation behind it. */
    public static Derivation ofCount(Analysis analysis, List<String> paths, Convention convention) {
        return paths.size() == 1
                ? ofCount(analysis, paths.get(0), convention)
                : together(analysis, paths, node -> ofCount(node, convention), convention::count);
    }

    /** The parameters of several nodes that are shown as one. */
    public static Derivation ofParameters(Analysis analysis, List<String> paths) {
        if (paths.size() == 1) {
            return ofParameters(analysis, paths.get(0));
        }
        Derivation sum = together(analysis, paths, Derivation::ofParameters, NodeFacts::totalParameters);
        return sum.remarking(trained(
                paths.stream()
                        .mapToLong(path -> analysis.node(path).trainableParameters())
                        .reduce(0, Bounded::plus),
                sum.value()));
    }

    /** The summands of all, each with the name of its node, and the sums that contain them together. */
    private static Derivation together(
            Analysis analysis,
            List<String> paths,
            Function<NodeFacts, Derivation> each,
            ToLongFunction<NodeFacts> count) {
        List<Derivation> parts = paths.stream().map(analysis::node).map(each).toList();
        Derivation first = parts.get(0);
        List<Summand> summands = new ArrayList<>();
        int silent = 0;
        for (Derivation part : parts) {
            String name = GroupPath.nameOf(part.subject());
            part.summands().forEach(summand -> summands.add(summand.labelled(name + ": " + summand.label())));
            silent += part.value() == 0 ? 1 : 0;
        }
        long value = parts.stream().mapToLong(Derivation::value).reduce(0, Bounded::plus);
        String others = parts.stream()
                .skip(1)
                .map(part -> GroupPath.nameOf(part.subject()))
                .collect(Collectors.joining(" and "));
        return new Derivation(
                first.quantity,
                first.subject + " with " + others,
                first.basis,
                summands,
                value,
                parts.stream().allMatch(Derivation::complete),
                silence(silent),
                sumsAround(analysis, GroupPath.of(first.subject), count));
    }

    private Derivation remarking(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Derivation(quantity, subject, basis, summands, value, complete, all, partOf);
    }

    private static Derivation sum(Analysis analysis, String path, String unit, ToLongFunction<NodeFacts> count) {
        GroupPath group = new GroupPath(path);
        List<NodeFacts> members = analysis.nodesIn(group);
        if (members.isEmpty() && !group.isRoot()) {
            throw new IllegalArgumentException("There is no node or group \"" + path + "\" in this network");
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        boolean complete = true;
        for (NodeFacts member : members) {
            parts.merge(childOf(group, member.node()), count.applyAsLong(member), Bounded::plus);
            complete &= member.known();
        }
        List<Summand> summands = new ArrayList<>();
        parts.forEach((name, value) -> {
            if (value != 0) {
                summands.add(Summand.plain(name, value));
            }
        });
        int silent = parts.size() - summands.size();
        long value = summands.stream().mapToLong(Summand::value).reduce(0, Bounded::plus);
        return new Derivation(unit, path, picturesOf(analysis), summands, value, complete, silence(silent), List.of())
                .within(analysis, count);
    }

    private static List<String> silence(int silent) {
        return silent == 0
                ? List.of()
                : List.of(silent == 1 ? "One more here counts 0." : silent + " more here count 0.");
    }

    /** The path of the group or node directly in {@code group} that {@code node} belongs to. */
    private static String childOf(GroupPath group, Node node) {
        int slash = node.path().indexOf('/', group.isRoot() ? 0 : group.text().length() + 1);
        return slash < 0 ? node.path() : node.path().substring(0, slash);
    }

    private static List<String> picturesOf(Analysis analysis) {
        List<String> basis = analysis.nodes().stream()
                .filter(node -> node.node().isInput())
                .flatMap(node -> node.inferred().shape().stream())
                .map(shape -> "input " + shape)
                .collect(Collectors.toCollection(ArrayList::new));
        basis.add("one picture");
        return basis;
    }

    private Derivation within(Analysis analysis, ToLongFunction<NodeFacts> count) {
        return subject.isEmpty()
                ? this
                : new Derivation(
                        quantity,
                        subject,
                        basis,
                        summands,
                        value,
                        complete,
                        remarks,
                        sumsAround(analysis, GroupPath.of(subject), count));
    }

    /** The sums of a group and of all around it, the whole network last. */
    private static List<Summand> sumsAround(Analysis analysis, GroupPath innermost, ToLongFunction<NodeFacts> count) {
        List<Summand> around = new ArrayList<>();
        for (GroupPath group = innermost; ; group = group.parent()) {
            long sum = analysis.nodesIn(group).stream().mapToLong(count).reduce(0, Bounded::plus);
            around.add(Summand.plain(group.isRoot() ? "the whole network" : group.text(), sum));
            if (group.isRoot()) {
                return around;
            }
        }
    }

    /** The derivation as plain text, several lines. */
    public String text() {
        return DerivationText.plain(this);
    }

    /** The derivation as LaTeX: an {@code align*} (package amsmath). */
    public String latex() {
        return DerivationText.latex(this);
    }
}
