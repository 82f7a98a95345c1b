package org.convscape.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.Operation;

/** Adding, removing, renaming and expanding parts of a graph; each gives a new graph. */
final class GraphSurgery {
    private GraphSurgery() {}

    static Graph addNode(Document document, String path, Operation operation) {
        Graph graph = document.graph();
        requireFree(graph, path);
        List<String> open = Collections.nCopies(operation.type().minimumInputs(), Node.OPEN);
        return graph.with(new Node(path, operation, open, Origins.of(document).claim(path)));
    }

    static Graph addBlock(Document document, GroupPath path, BlockTemplate template, AttributeValues attributes) {
        Graph added = addBlock(document.graph(), path, template, attributes);
        Origins origins = Origins.of(document);
        return added.replacing(added.nodesIn(path).stream()
                .map(node -> node.from(origins.claim(node.path())))
                .toList());
    }

    private static Graph addBlock(Graph graph, GroupPath path, BlockTemplate template, AttributeValues attributes) {
        requireFree(graph, path.text());
        GraphBuilder builder = new GraphBuilder(graph);
        try {
            template.addTo(builder, path.text(), attributes, Node.OPEN);
        } catch (InvalidAttribute e) {
            throw new EditRefused(template.label() + ": " + e.getMessage());
        }
        return builder.build();
    }

    /** The block's old nodes are taken out, new ones put in, and what was connected from outside is connected again. */
    static Graph expandAnew(Document document, GroupPath path, BlockTemplate template, AttributeValues attributes) {
        Graph graph = document.graph();
        Group old = graph.group(path).orElseThrow(() -> new EditRefused("There is no block \"" + path + "\""));
        Optional<String> source = old.entries().stream()
                .map(entry -> graph.node(entry.node()).inputs().get(entry.index()))
                .filter(input -> !input.equals(Node.OPEN) && !path.contains(input))
                .findFirst();
        Graph fresh = Origins.inherited(document, path, addBlock(Graph.EMPTY, path, template, attributes));
        Group entered = fresh.group(path).orElseThrow();
        Graph replaced = replace(graph, path, fresh, old.exit(), entered.exit());
        if (source.isPresent()) {
            for (Port entry : entered.entries()) {
                replaced = replaced.with(replaced.node(entry.node()).withInput(entry.index(), source.get()));
            }
        }
        return replaced;
    }

    /** Puts the nodes and groups of {@code fresh} where the group stood; followers of the old exit take the new one. */
    private static Graph replace(Graph graph, GroupPath path, Graph fresh, String oldExit, String newExit) {
        List<Node> nodes = new ArrayList<>();
        boolean placed = false;
        for (Node node : graph.nodes()) {
            if (!path.contains(node.path())) {
                nodes.add(redirect(node, path, fresh, oldExit, newExit));
            } else if (!placed) {
                nodes.addAll(fresh.nodes());
                placed = true;
            }
        }
        List<Group> groups = new ArrayList<>();
        for (Group group : graph.groups()) {
            if (group.path().equals(path)) {
                groups.addAll(fresh.groups());
            } else if (group.path().contains(path.text())) {
                groups.add(around(group, path, fresh, oldExit, newExit));
            } else if (!path.contains(group.path().text())) {
                groups.add(group);
            }
        }
        return new Graph(nodes, groups);
    }

    /** A group around a block that was expanded anew: what it was entered and left by in the block is replaced. */
    private static Group around(Group group, GroupPath path, Graph fresh, String oldExit, String newExit) {
        List<Port> entries = new ArrayList<>();
        boolean entered = false;
        for (Port entry : group.entries()) {
            if (!path.contains(entry.node())) {
                entries.add(entry);
            } else if (!entered) {
                entries.addAll(fresh.group(path).orElseThrow().entries());
                entered = true;
            }
        }
        String exit = group.exit().equals(oldExit) ? newExit : group.exit();
        return new Group(group.path(), group.template(), group.attributes(), entries, exit);
    }

    private static Node redirect(Node node, GroupPath path, Graph fresh, String oldExit, String newExit) {
        Node changed = node;
        for (int port = 0; port < node.inputs().size(); port++) {
            String input = node.inputs().get(port);
            if (input.equals(oldExit)) {
                changed = changed.withInput(port, newExit);
            } else if (path.contains(input) && fresh.find(input).isEmpty()) {
                // A follower took from the middle of the block, from a layer that is no longer there.
                changed = changed.withInput(port, Node.OPEN);
            }
        }
        return changed;
    }

    static Graph addCopies(Document document, List<Node> copies, List<Group> copiedGroups) {
        Graph graph = document.graph();
        copies.forEach(node -> requireFree(graph, node.path()));
        copiedGroups.forEach(group -> requireFree(graph, group.path().text()));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        Origins origins = Origins.of(document);
        copies.forEach(node -> nodes.add(node.from(origins.claim(node))));
        List<Group> groups = new ArrayList<>(graph.groups());
        groups.addAll(copiedGroups);
        return new Graph(nodes, groups);
    }

    static Graph setOperation(Graph graph, String path, Operation operation) {
        return graph.with(graph.node(path).with(operation));
    }

    static Graph delete(Graph graph, Set<String> paths) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (GroupPath.covers(paths, node.path())) {
                continue;
            }
            Node changed = node;
            for (int port = 0; port < node.inputs().size(); port++) {
                if (GroupPath.covers(paths, node.inputs().get(port))
                        && !node.inputs().get(port).equals(Node.OPEN)) {
                    changed = changed.withInput(port, Node.OPEN);
                }
            }
            nodes.add(changed == node ? node : Connections.withoutSpareOpenPorts(graph, changed));
        }
        List<Group> groups = new ArrayList<>();
        Set<GroupPath> holding = GroupPath.around(nodes);
        for (Group group : graph.groups()) {
            if (holding.contains(group.path())
                    && !GroupPath.covers(paths, group.path().text())) {
                List<Port> entries = group.entries().stream()
                        .filter(entry -> !GroupPath.covers(paths, entry.node()))
                        .toList();
                String exit = GroupPath.covers(paths, group.exit()) ? "" : group.exit();
                groups.add(new Group(group.path(), group.template(), group.attributes(), entries, exit));
            }
        }
        return new Graph(nodes, groups);
    }

    /** A name as a person wrote it, without blanks around it; refused where no file could hold it. */
    static String named(String name) {
        if (name.isBlank() || name.contains("/")) {
            throw new EditRefused("A name has at least one character and no slash, found " + Naming.quoted(name));
        }
        Naming.fault(name.strip()).ifPresent(expected -> {
            throw new EditRefused("Expected " + expected + ", found " + Naming.quoted(name));
        });
        return name.strip();
    }

    /** What a path becomes when {@code from} is renamed to {@code to}. */
    static String renamed(String path, String from, String to) {
        if (path.equals(from)) {
            return to;
        }
        return new GroupPath(from).contains(path) ? to + path.substring(from.length()) : path;
    }

    static Graph rename(Graph graph, String from, String to) {
        if (from.equals(to)) {
            return graph;
        }
        requireFree(graph, to);
        UnaryOperator<String> mapping = path -> path.equals(Node.OPEN) ? path : renamed(path, from, to);
        Map<String, String> names = new HashMap<>();
        graph.nodes().forEach(node -> names.put(node.path(), mapping.apply(node.path())));
        List<Node> nodes =
                graph.nodes().stream().map(node -> node.moved(names::get)).toList();
        List<Group> groups = graph.groups().stream()
                .map(group -> new Group(
                        new GroupPath(mapping.apply(group.path().text())),
                        group.template(),
                        group.attributes(),
                        group.entries().stream()
                                .map(entry -> new Port(mapping.apply(entry.node()), entry.index()))
                                .toList(),
                        mapping.apply(group.exit())))
                .toList();
        return new Graph(nodes, groups);
    }

    private static void requireFree(Graph graph, String path) {
        if (graph.find(path).isPresent() || graph.group(new GroupPath(path)).isPresent()) {
            throw new EditRefused("There is already something named \"" + path + "\"; choose another name");
        }
    }
}
