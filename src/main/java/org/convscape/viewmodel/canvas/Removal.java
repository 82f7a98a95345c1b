package org.convscape.viewmodel.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convscape.document.Edit;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.scene.CardUnits;

/**
 * Deleting what is selected: a card goes with all layers on it; a layer that shares a card leaves no gap, what took its
 * output takes its input instead.
 */
final class Removal {
    private final Graph graph;
    private final CardUnits units;
    private final Set<String> gone = new HashSet<>();

    Removal(Graph graph, CardUnits units, Set<String> selection) {
        this.graph = graph;
        this.units = units;
        gone.addAll(selection);
        selection.forEach(path -> gone.addAll(units.followers(path)));
    }

    Edit edit() {
        List<Edit> edits = new ArrayList<>();
        for (String path : gone) {
            if (units.isFollower(path) && !GroupPath.covers(gone, units.host(path))) {
                String source = sourceOf(path);
                for (Edge edge : graph.outgoing(path)) {
                    if (!GroupPath.covers(gone, edge.to())) {
                        edits.add(new Edit.Connect(source, edge.to(), edge.port()));
                    }
                }
            }
        }
        Edit delete = new Edit.Delete(Set.copyOf(gone));
        if (edits.isEmpty()) {
            return delete;
        }
        edits.add(delete);
        return new Edit.Together(delete.label(), edits);
    }

    private String sourceOf(String follower) {
        String source = graph.node(follower).inputs().get(0);
        while (gone.contains(source)) {
            source = graph.node(source).inputs().get(0);
        }
        return source;
    }
}
