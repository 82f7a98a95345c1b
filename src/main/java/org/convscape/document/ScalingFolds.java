package org.convscape.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.graph.Scalings;

/** Takes channel scalings, such as batch normalisation, into the linear operations before them, and out again. */
final class ScalingFolds {
    private ScalingFolds() {}

    /** Folds what can be folded among these paths and in these groups; an empty set stands for the whole document. */
    static Document fold(Document document, Set<String> paths) {
        Graph graph = document.graph();
        Map<String, Folded> folds = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            List<Node> scalings = Scalings.behind(graph, node);
            boolean wanted = covered(paths, node) || scalings.stream().anyMatch(scaling -> covered(paths, scaling));
            if (wanted && !scalings.isEmpty()) {
                folds.put(node.path(), new Folded(node, scalings));
            }
        }
        if (folds.isEmpty()) {
            throw new EditRefused(
                    "There is nothing to fold here: a batch normalisation or scale can be folded that stands"
                            + " directly behind a convolution or dense layer and is the only one to take its output");
        }
        Map<String, Folded> all = new TreeMap<>(document.folds());
        folds.forEach((path, fold) -> all.merge(path, fold, ScalingFolds::further));
        return document.with(folded(graph, folds)).folding(all);
    }

    /** A node that was folded before takes in more. */
    private static Folded further(Folded before, Folded more) {
        List<Node> scalings = new ArrayList<>(before.scalings());
        scalings.addAll(more.scalings());
        return new Folded(before.linear(), scalings);
    }

    private static Graph folded(Graph graph, Map<String, Folded> folds) {
        Map<String, String> standIn = new HashMap<>();
        folds.forEach((path, fold) -> fold.scalings().forEach(scaling -> standIn.put(scaling.path(), path)));
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!standIn.containsKey(node.path())) {
                Node linear = folds.containsKey(node.path())
                        ? node.with(node.operation().withBias().orElseThrow())
                        : node;
                nodes.add(takingFrom(linear, standIn));
            }
        }
        return new Graph(nodes, groups(graph, nodes, standIn));
    }

    /** Unfolds the nodes among these paths and in these groups; an empty set stands for the whole document. */
    static Document unfold(Document document, Set<String> paths) {
        Map<String, Folded> folds = new TreeMap<>(document.folds());
        folds.values().removeIf(fold -> !covered(paths, fold.linear()));
        if (folds.isEmpty()) {
            throw new EditRefused("There is nothing to unfold here: no layer of these stands for several");
        }
        Map<String, Folded> staying = new TreeMap<>(document.folds());
        staying.keySet().removeAll(folds.keySet());
        return document.with(unfolded(document.graph(), folds)).folding(staying);
    }

    private static Graph unfolded(Graph graph, Map<String, Folded> folds) {
        Map<String, String> last = new HashMap<>();
        folds.forEach((path, fold) ->
                last.put(path, fold.scalings().get(fold.scalings().size() - 1).path()));
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Folded fold = folds.get(node.path());
            Node original = fold == null ? node : node.with(fold.linear().operation());
            nodes.add(takingFrom(original, last));
            if (fold != null) {
                String before = node.path();
                for (Node scaling : fold.scalings()) {
                    nodes.add(scaling.taking(List.of(before)));
                    before = scaling.path();
                }
            }
        }
        return new Graph(nodes, groups(graph, nodes, last));
    }

    private static Node takingFrom(Node node, Map<String, String> others) {
        return node.taking(node.inputs().stream()
                .map(input -> others.getOrDefault(input, input))
                .toList());
    }

    /** The groups that still have nodes, left by the node that stands where their old exit stood. */
    private static List<Group> groups(Graph graph, List<Node> nodes, Map<String, String> others) {
        List<Group> groups = new ArrayList<>();
        Set<GroupPath> holding = GroupPath.around(nodes);
        Set<String> staying = new HashSet<>();
        nodes.forEach(node -> staying.add(node.path()));
        for (Group group : graph.groups()) {
            if (holding.contains(group.path())) {
                String exit = others.getOrDefault(group.exit(), group.exit());
                groups.add(new Group(
                        group.path(),
                        group.template(),
                        group.attributes(),
                        group.entries().stream()
                                .filter(entry -> staying.contains(entry.node()))
                                .toList(),
                        group.path().contains(exit) ? exit : ""));
            }
        }
        return groups;
    }

    private static boolean covered(Set<String> paths, Node node) {
        return paths.isEmpty() || GroupPath.covers(paths, node.path());
    }
}
