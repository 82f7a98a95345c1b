package org.convscape.io.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;

/**
 * The steps of a network as a tree of groups. A group that is left and entered again on one way cannot be called as a
 * whole: its steps stand in the scope around it.
 */
final class Parts {
    private final Graph graph;
    private final List<Step> steps;
    private final Set<String> results;

    private Parts(Graph graph, List<Step> steps, Set<String> results) {
        this.graph = graph;
        this.steps = steps;
        this.results = results;
    }

    /**
     * The whole network.
     *
     * @param steps in an order in which they can be computed
     * @param inputs the paths of what is given
     * @param results the paths of what it computes
     */
    static Part of(Graph graph, List<Step> steps, List<String> inputs, List<String> results) {
        Parts parts = new Parts(graph, steps, new HashSet<>(results));
        return new Part("", "", ordered(parts.elements("", steps), inputs), inputs, results);
    }

    private static boolean inside(String group, String path) {
        return path.length() > group.length() && path.startsWith(group) && path.charAt(group.length()) == '/';
    }

    /** What stands directly in a group; groups that cannot be called are replaced by what is in them. */
    private List<Element> elements(String group, List<Step> within) {
        Map<String, List<Step>> children = new LinkedHashMap<>();
        for (Step step : within) {
            int from = group.isEmpty() ? 0 : group.length() + 1;
            int slash = step.path().indexOf('/', from);
            String child = slash < 0 ? step.path() : step.path().substring(0, slash);
            children.computeIfAbsent(child, key -> new ArrayList<>()).add(step);
        }
        List<Element> elements = new ArrayList<>();
        children.forEach((child, inner) -> {
            if (inner.size() == 1 && inner.get(0).path().equals(child)) {
                elements.add(inner.get(0));
            } else if (callable(child)) {
                elements.add(part(child, inner));
            } else {
                elements.addAll(elements(child, inner));
            }
        });
        return elements;
    }

    private boolean callable(String group) {
        Set<String> behind = new HashSet<>();
        for (Step step : steps) {
            boolean inside = inside(group, step.path());
            boolean after =
                    step.reads().stream().anyMatch(path -> behind.contains(path) || (!inside && inside(group, path)));
            if (inside && after) {
                return false;
            }
            if (after) {
                behind.add(step.path());
            }
        }
        return true;
    }

    private Part part(String group, List<Step> within) {
        Set<String> reads = new LinkedHashSet<>();
        within.forEach(step ->
                step.reads().stream().filter(path -> !inside(group, path)).forEach(reads::add));
        Set<String> taken = new HashSet<>(results);
        steps.stream().filter(step -> !inside(group, step.path())).forEach(step -> taken.addAll(step.reads()));
        List<String> gives =
                within.stream().map(Step::path).filter(taken::contains).toList();
        String template =
                graph.group(new GroupPath(group)).map(known -> known.template()).orElse("");
        List<String> inputs = new ArrayList<>(reads);
        return new Part(
                group,
                template.isEmpty() ? GroupPath.tellingName(group) : template,
                ordered(elements(group, within), inputs),
                inputs,
                gives);
    }

    private static List<Element> ordered(List<Element> elements, List<String> given) {
        Set<String> there = new HashSet<>(given);
        List<Element> left = new ArrayList<>(elements);
        List<Element> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Element next = left.stream()
                    .filter(each -> there.containsAll(each.reads()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing can be computed next of " + left));
            left.remove(next);
            ordered.add(next);
            there.addAll(next.gives());
        }
        return ordered;
    }
}
