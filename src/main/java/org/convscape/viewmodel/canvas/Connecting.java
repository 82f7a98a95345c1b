package org.convscape.viewmodel.canvas;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.document.Connections;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.EditRefused;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.layout.Link;
import org.convscape.viewmodel.workspace.Workspace;

/** What making, moving and taking away a connection would mean, asked while a person still drags it. */
public final class Connecting {
    private final Workspace workspace;

    Connecting(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A connection from a node's output to a card.
     *
     * @param from the node; empty where a card gives no output
     * @param to a node or a group
     * @param port the port of a node, or {@link Edit.Connect#ANY_PORT}
     * @param instead the connection it replaces; null for none
     */
    public Proposal propose(String from, String to, int port, Link instead) {
        if (from.isEmpty()) {
            return Proposal.refused("This block has no output that could be taken as a whole; open it and connect the"
                    + " layer that is meant");
        }
        Document document = workspace.document();
        boolean group = document.graph().group(new GroupPath(to)).isPresent();
        if (!group) {
            String refusal = Connections.refusal(document.graph(), from, to);
            if (refusal != null) {
                return Proposal.refused(refusal);
            }
        }
        Edit connect = group ? new Edit.ConnectGroup(from, new GroupPath(to)) : new Edit.Connect(from, to, port);
        Edit edit = instead == null
                ? connect
                : new Edit.Together(
                        "Move a connection", List.of(new Edit.Disconnect(Set.copyOf(instead.edges())), connect));
        try {
            return new Proposal(edit, "", problemAfter(edit.apply(document)));
        } catch (EditRefused refused) {
            return Proposal.refused(refused.getMessage());
        }
    }

    /** The first error that is there after a change and was not before; empty for none. */
    private String problemAfter(Document after) {
        Set<Diagnostic> before = new HashSet<>(workspace.analysis().diagnostics());
        return Analysis.of(after.graph()).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .filter(diagnostic -> !before.contains(diagnostic))
                .findFirst()
                .map(diagnostic -> GroupPath.nameOf(diagnostic.node()) + ": " + diagnostic.message())
                .orElse("");
    }

    /** The nodes that cannot take a node's output: those it depends on, itself, and pictures. */
    public Set<String> forbidden(String from) {
        Graph graph = workspace.document().graph();
        Set<String> found = new HashSet<>();
        graph.nodes().stream().filter(Node::isInput).forEach(node -> found.add(node.path()));
        ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = graph.node(open.remove());
            found.add(node.path());
            for (String input : node.inputs()) {
                if (!input.equals(Node.OPEN) && found.add(input)) {
                    open.add(input);
                }
            }
        }
        return found;
    }

    /** Takes connections away, by one change. */
    public void disconnect(Set<Link> links) {
        Set<Edge> edges = new HashSet<>();
        links.forEach(link -> edges.addAll(link.edges()));
        if (!edges.isEmpty()) {
            workspace.apply(new Edit.Disconnect(edges));
        }
    }
}
