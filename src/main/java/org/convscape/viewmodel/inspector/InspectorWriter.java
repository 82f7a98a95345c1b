package org.convscape.viewmodel.inspector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Bounded;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Counts;
import org.convscape.analysis.Derivation;
import org.convscape.analysis.NodeFacts;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.execution.RunResult;
import org.convscape.execution.RunTimes;
import org.convscape.figures.Figures;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.op.WeightSpec;
import org.convscape.scene.Explanation.Quantity;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.inspector.InspectorContent.Kind;
import org.convscape.viewmodel.inspector.InspectorContent.Line;
import org.convscape.viewmodel.inspector.InspectorContent.Share;
import org.convscape.viewmodel.inspector.InspectorContent.WeightLine;

/** Writes down what is known of a layer, a group, several things, or the whole document. */
record InspectorWriter(
        String title, Analysis analysis, Convention convention, Inventory inventory, Optional<RunResult> run) {

    private static final int MOST_SHARES = 8;

    /** What there is to say of what is selected. */
    InspectorContent of(Set<String> selection) {
        return switch (selection.size()) {
            case 0 -> whole();
            case 1 -> one(selection.iterator().next());
            default -> several(selection);
        };
    }

    private InspectorContent whole() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Layers", Integer.toString(analysis.nodes().size()), ""));
        lines.addAll(sums(analysis.nodes(), true));
        if (!analysis.nodes().isEmpty()) {
            lines.addAll(MoreLines.ofPass(analysis));
        }
        Map<String, Collection<NodeFacts>> parts = new LinkedHashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            GroupPath group = facts.node().group();
            String top = group.isRoot()
                    ? facts.node().path()
                    : group.lineage().get(0).text();
            parts.computeIfAbsent(top, any -> new ArrayList<>()).add(facts);
        }
        return new InspectorContent(
                Kind.DOCUMENT,
                "",
                title,
                "Nothing is selected: the whole network",
                Family.PLAIN,
                List.of(),
                lines,
                List.of(),
                List.of(),
                shares(parts, ""));
    }

    private InspectorContent several(Set<String> paths) {
        Set<NodeFacts> members = new LinkedHashSet<>();
        paths.forEach(path -> members.addAll(membersOf(path)));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Layers", Integer.toString(members.size()), ""));
        lines.addAll(sums(members, false));
        return new InspectorContent(
                Kind.SEVERAL,
                "",
                SelectionWords.of(paths, analysis.graph(), inventory),
                "Selected together: their sums",
                Family.PLAIN,
                List.of(),
                lines,
                List.of(),
                List.of(),
                List.of());
    }

    private InspectorContent one(String path) {
        return analysis.graph().find(path).isPresent() ? layer(analysis.node(path)) : group(new GroupPath(path));
    }

    private InspectorContent layer(NodeFacts facts) {
        Node node = facts.node();
        List<Line> lines = new ArrayList<>();
        if (!facts.inputs().isEmpty()) {
            lines.add(new Line(facts.inputs().size() == 1 ? "Input" : "Inputs", shapes(facts.inputs()), ""));
        }
        lines.add(
                new Line("Output", facts.inferred().shape().map(Shape::toString).orElse("not known yet"), ""));
        lines.addAll(sums(List.of(facts), true));
        lines.addAll(MoreLines.ofLayer(analysis, facts, convention));
        Map<String, Collection<NodeFacts>> parts = new LinkedHashMap<>();
        for (NodeFacts sibling : analysis.nodesIn(node.group())) {
            if (GroupPath.same(sibling.node().path(), node.path())) {
                parts.put(sibling.node().path(), List.of(sibling));
            }
        }
        return new InspectorContent(
                Kind.LAYER,
                node.path(),
                GroupPath.tellingName(node.path()),
                node.operation().label()
                        + (node.group().isRoot() ? "" : " in " + node.group().text()),
                familyOf(node.group()),
                problems(List.of(facts)),
                lines,
                facts.weights().stream().map(InspectorWriter::line).toList(),
                derivations(facts),
                shares(parts, node.path()));
    }

    private List<Derivation> derivations(NodeFacts facts) {
        List<Derivation> derivations = new ArrayList<>();
        if (facts.known() && !facts.cost().amounts().isEmpty()) {
            derivations.add(Derivation.ofCount(facts, convention));
        }
        if (facts.known() && !facts.weights().isEmpty()) {
            derivations.add(Derivation.ofParameters(facts));
        }
        return derivations;
    }

    private InspectorContent group(GroupPath path) {
        Optional<Group> group = analysis.graph().group(path);
        Optional<BlockTemplate> template = group.flatMap(inventory::templateOf);
        List<NodeFacts> members = analysis.nodesIn(path);
        List<Line> lines = new ArrayList<>();
        List<Shape> entering = group.map(Group::entries).orElse(List.of()).stream()
                .map(port -> analysis.graph().node(port.node()).inputs().get(port.index()))
                .distinct()
                .flatMap(source -> analysis.shape(source).stream())
                .toList();
        if (!entering.isEmpty()) {
            lines.add(new Line("Input", shapes(entering), ""));
        }
        lines.add(new Line(
                "Output",
                group.map(Group::exit)
                        .flatMap(analysis::shape)
                        .map(Shape::toString)
                        .orElse("not known yet"),
                ""));
        lines.add(new Line("Layers", Integer.toString(members.size()), ""));
        lines.addAll(sums(members, true));
        group.map(Group::exit).ifPresent(exit -> lines.addAll(MoreLines.ofField(analysis, exit)));
        Map<String, Collection<NodeFacts>> parts = new LinkedHashMap<>();
        members.forEach(facts -> parts.put(facts.node().path(), List.of(facts)));
        return new InspectorContent(
                Kind.GROUP,
                path.text(),
                GroupPath.tellingName(path.text()),
                template.map(BlockTemplate::label).orElse("Group")
                        + (path.parent().isRoot() ? "" : " in " + path.parent()),
                familyOf(path),
                problems(members),
                lines,
                List.of(),
                List.of(),
                shares(parts, ""));
    }

    private static WeightLine line(WeightSpec weight) {
        return new WeightLine(
                weight.name(),
                weight.dimensions().stream().map(String::valueOf).collect(Collectors.joining("×")),
                Figures.whole(weight.elements()),
                weight.role().trainable());
    }

    private static String shapes(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).distinct().collect(Collectors.joining(", "));
    }

    private Family familyOf(GroupPath innermost) {
        for (GroupPath group = innermost; !group.isRoot(); group = group.parent()) {
            Optional<Family> family =
                    analysis.graph().group(group).flatMap(inventory::templateOf).map(BlockTemplate::family);
            if (family.isPresent()) {
                return family.get();
            }
        }
        return Family.PLAIN;
    }

    private List<NodeFacts> membersOf(String path) {
        return analysis.graph().find(path).isPresent()
                ? List.of(analysis.node(path))
                : analysis.nodesIn(new GroupPath(path));
    }

    private List<String> problems(Collection<NodeFacts> of) {
        Set<String> paths =
                of.stream().map(facts -> facts.node().path()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> problems = new ArrayList<>();
        analysis.diagnostics().stream()
                .filter(diagnostic -> paths.contains(diagnostic.node()))
                .forEach(diagnostic -> problems.add(
                        paths.size() == 1
                                ? diagnostic.message()
                                : GroupPath.nameOf(diagnostic.node()) + ": " + diagnostic.message()));
        return problems;
    }

    private List<Line> sums(Collection<NodeFacts> of, boolean one) {
        boolean exact = of.stream().allMatch(NodeFacts::known);
        String least = exact ? "" : "at least ";
        long trainable = of.stream().mapToLong(NodeFacts::trainableParameters).reduce(0, Bounded::plus);
        long total = of.stream().mapToLong(NodeFacts::totalParameters).reduce(0, Bounded::plus);
        long count = analysis.counts(convention).of(of);
        long elements = of.stream()
                .filter(NodeFacts::known)
                .mapToLong(facts -> facts.output().elements())
                .sum();
        List<Line> lines = new ArrayList<>();
        Line trained =
                new Line("Parameters", least + Figures.whole(trainable), "").meaning("Numbers that training changes");
        Line kept = new Line("with running statistics", least + Figures.whole(total), "")
                .meaning("All numbers that are kept: also the running means and variances of batch norm");
        Line counted = new Line(MoreLines.firstUpper(convention.unit()), least + Figures.whole(count), "")
                .meaning(MoreLines.firstUpper(convention.unit()) + " for one picture, counted by " + convention.id()
                        + ": " + convention.help());
        lines.add(one ? trained.asking(Quantity.PARAMETERS) : trained);
        if (total != trainable) {
            lines.add(one ? kept.asking(Quantity.PARAMETERS) : kept);
        }
        lines.add(one ? counted.asking(Quantity.COUNT) : counted);
        lines.add(new Line("Activations", least + Figures.whole(elements), Figures.bytes(4 * elements))
                .meaning("Values in the outputs, for one picture, and their size as 32-bit floats"));
        measured(of).ifPresent(lines::add);
        return lines;
    }

    private Optional<Line> measured(Collection<NodeFacts> of) {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ran = run.get().activations().paths();
        List<String> paths = of.stream()
                .map(facts -> facts.node().path())
                .filter(ran::contains)
                .toList();
        String time = RunTimes.of(run.get()).text(paths);
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line("Last run", time, "").meaning("How long it took here: " + RunTimes.MEANING));
    }

    private List<Share> shares(Map<String, Collection<NodeFacts>> parts, String selected) {
        Counts counts = analysis.counts(convention);
        long network = counts.network();
        if (network <= 0) {
            return List.of();
        }
        Map<String, String> names = ShareNames.of(parts.keySet());
        List<Share> shares = new ArrayList<>();
        parts.forEach((path, members) -> {
            long count = counts.of(members);
            if (count > 0) {
                shares.add(new Share(
                        path,
                        names.get(path),
                        (double) count / network,
                        Figures.percent(count, network),
                        path.equals(selected)));
            }
        });
        shares.sort(Comparator.comparingDouble(Share::part).reversed());
        List<Share> most = new ArrayList<>(shares.subList(0, Math.min(MOST_SHARES, shares.size())));
        shares.stream().skip(MOST_SHARES).filter(Share::here).forEach(most::add);
        return most;
    }
}
