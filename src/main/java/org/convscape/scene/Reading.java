package org.convscape.scene;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convscape.document.Document;
import org.convscape.document.Layout;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.layout.VisibleGraph;

/** Collapsing a large network so far that a person can read it: the innermost groups first, outwards as needed. */
public final class Reading {
    /** More cards than this are a pattern, not a text. */
    public static final int CARDS = 48;

    private Reading() {}

    /** The document with as many groups collapsed as reading needs; a small network stays open. */
    public static Document of(Document document) {
        Graph graph = document.graph();
        CardUnits units = CardUnits.joined(graph, document.layout().positions().keySet());
        Set<GroupPath> collapsed = new HashSet<>(document.layout().collapsed());
        int deepest = graph.groups().stream()
                .mapToInt(group -> group.path().lineage().size())
                .max()
                .orElse(0);
        for (int depth = deepest; depth > 0 && cards(graph, units, collapsed) > CARDS; depth--) {
            int level = depth;
            graph.groups().stream()
                    .map(Group::path)
                    .filter(path -> path.lineage().size() == level)
                    .forEach(collapsed::add);
        }
        return document.with(new Layout(document.layout().positions(), collapsed));
    }

    private static int cards(Graph graph, CardUnits units, Set<GroupPath> collapsed) {
        return units.applied(VisibleGraph.of(graph, collapsed)).cards().size();
    }

    /** The groups that would be collapsed and are not, outermost first. */
    public static List<GroupPath> missing(Document document) {
        Set<GroupPath> wanted = new HashSet<>(of(document).layout().collapsed());
        wanted.removeAll(document.layout().collapsed());
        return wanted.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
