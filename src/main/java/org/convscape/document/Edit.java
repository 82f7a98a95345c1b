package org.convscape.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.Operation;

/** One change of a document, as a value. Applying it gives a new document or refuses with a reason. */
public sealed interface Edit {

    /**
     * The document after this change.
     *
     * @throws EditRefused with a sentence for the user when it cannot be made
     */
    Document apply(Document document);

    /** What it does, for the undo menu: "Add Convolution". */
    String label();

    /** Changes with the same non-empty key that follow each other are undone as one. */
    default String mergeKey() {
        return "";
    }

    /**
     * Puts a new operation with open inputs on the canvas.
     *
     * @param at its place, or null to have it placed automatically
     */
    record AddNode(String path, Operation operation, Point at) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.addNode(document, path, operation))
                    .with(at == null ? document.layout() : document.layout().moved(Map.of(path, at)));
        }

        @Override
        public String label() {
            return "Add " + operation.type().label();
        }
    }

    /**
     * Expands a block template into a new group with open inputs.
     *
     * @param at its place, or null to have it placed automatically
     */
    record AddBlock(GroupPath path, BlockTemplate template, AttributeValues attributes, Point at) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.addBlock(document, path, template, attributes))
                    .with(at == null ? document.layout() : document.layout().moved(Map.of(path.text(), at)));
        }

        @Override
        public String label() {
            return "Add " + template.label();
        }
    }

    /**
     * Puts copies of nodes and groups on the canvas; their inputs are nodes of the document or of the copies. A copy
     * keeps its origin, and so its weights, only where no node of the document has it: cut and pasted, but not
     * duplicated.
     *
     * @param at their places, by path; what is absent is placed automatically
     */
    record AddCopies(List<Node> nodes, List<Group> groups, Map<String, Point> at) implements Edit {
        /** Keeps unmodifiable copies. */
        public AddCopies {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
            at = Map.copyOf(at);
        }

        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.addCopies(document, nodes, groups))
                    .with(document.layout().moved(at));
        }

        @Override
        public String label() {
            return "Duplicate";
        }
    }

    /**
     * Connects an output to an input.
     *
     * @param from the node whose output is taken
     * @param to the node that takes it
     * @param port the port to connect, or {@link #ANY_PORT} for the first open one or a new one
     */
    record Connect(String from, String to, int port) implements Edit {
        /** The first open port, or a new one where the operation takes any number. */
        public static final int ANY_PORT = -1;

        @Override
        public Document apply(Document document) {
            return document.with(Connections.connect(document.graph(), from, to, port));
        }

        @Override
        public String label() {
            return "Connect " + GroupPath.nameOf(from) + " to " + GroupPath.nameOf(to);
        }
    }

    /** Connects an output to every entry of a block. */
    record ConnectGroup(String from, GroupPath to) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(Connections.connectGroup(document.graph(), from, to));
        }

        @Override
        public String label() {
            return "Connect " + GroupPath.nameOf(from) + " to " + to.name();
        }
    }

    /** Takes connections away; ports that an operation must have stay open. */
    record Disconnect(Set<Edge> edges) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(Connections.disconnect(document.graph(), edges));
        }

        @Override
        public String label() {
            return edges.size() == 1 ? "Disconnect" : "Disconnect " + edges.size() + " connections";
        }
    }

    /** Takes nodes and whole groups away, with their connections. */
    record Delete(Set<String> paths) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.delete(document.graph(), paths))
                    .with(document.layout().mapped(path -> GroupPath.covers(paths, path) ? null : path));
        }

        @Override
        public String label() {
            return paths.size() == 1
                    ? "Delete " + GroupPath.nameOf(paths.iterator().next())
                    : "Delete " + paths.size() + " items";
        }
    }

    /** Moves cards to new places. */
    record Move(Map<String, Point> to) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(document.layout().moved(to));
        }

        @Override
        public String label() {
            return to.size() == 1
                    ? "Move " + GroupPath.nameOf(to.keySet().iterator().next())
                    : "Move " + to.size() + " cards";
        }
    }

    /** Forgets where cards were put, so that everything is placed automatically. */
    record ArrangeAutomatically() implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(new Layout(Map.of(), document.layout().collapsed()));
        }

        @Override
        public String label() {
            return "Arrange automatically";
        }
    }

    /** Replaces the operation of a node by one of the same kind with other attributes. */
    record SetOperation(String path, Operation operation, String attribute) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.setOperation(document.graph(), path, operation));
        }

        @Override
        public String label() {
            return "Change " + attribute + " of " + GroupPath.nameOf(path);
        }

        @Override
        public String mergeKey() {
            return path + " " + attribute;
        }
    }

    /** Expands a block anew with other attributes; its connections to the outside stay. */
    record SetBlock(GroupPath path, BlockTemplate template, AttributeValues attributes, String attribute)
            implements Edit {
        @Override
        public Document apply(Document document) {
            return document.with(GraphSurgery.expandAnew(document, path, template, attributes));
        }

        @Override
        public String label() {
            return "Change " + attribute + " of " + path.name();
        }

        @Override
        public String mergeKey() {
            return path + " " + attribute;
        }
    }

    /**
     * Builds the network of a document anew. What still exists stays where it was put and as it was opened.
     *
     * @param what the attribute that changes; empty where only changes by hand are dropped
     */
    record Rebuild(Graph graph, Provenance from, String what) implements Edit {
        @Override
        public Document apply(Document document) {
            return Renaming.replaced(document, graph).from(from);
        }

        @Override
        public String label() {
            return what.isEmpty() ? "Build " + from.network() + " anew" : "Change " + what + " of " + from.network();
        }

        @Override
        public String mergeKey() {
            return what.isEmpty() ? "" : "network " + what;
        }
    }

    /** Gives a node or group another name in the same group. */
    record Rename(String path, String name) implements Edit {
        @Override
        public Document apply(Document document) {
            return Renaming.of(document, path, name);
        }

        @Override
        public String label() {
            return "Rename " + GroupPath.nameOf(path);
        }
    }

    /** Changes how the document is run: fit, normalisation, seed. */
    record SetSetting(String name, String value) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.setting(name, value);
        }

        @Override
        public String label() {
            return "Change " + name;
        }

        @Override
        public String mergeKey() {
            return "setting " + name;
        }
    }

    /** Changes the notes. */
    record SetNotes(String notes) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.noted(notes);
        }

        @Override
        public String label() {
            return "Change the notes";
        }

        @Override
        public String mergeKey() {
            return "notes";
        }
    }

    /**
     * Takes batch normalisations and scales into the convolutions and dense layers before them, or out of them.
     *
     * @param paths nodes and groups to look at; none stands for the whole document
     */
    record SetFolded(Set<String> paths, boolean folded) implements Edit {
        @Override
        public Document apply(Document document) {
            return folded ? ScalingFolds.fold(document, paths) : ScalingFolds.unfold(document, paths);
        }

        @Override
        public String label() {
            return (folded ? "Fold" : "Unfold") + " batch normalisation";
        }
    }

    /** Several changes that are made and undone as one. */
    record Together(String label, List<Edit> edits) implements Edit {
        /** Keeps an unmodifiable copy. */
        public Together {
            edits = List.copyOf(edits);
        }

        @Override
        public Document apply(Document document) {
            Document changed = document;
            for (Edit edit : edits) {
                changed = edit.apply(changed);
            }
            return changed;
        }
    }
}
