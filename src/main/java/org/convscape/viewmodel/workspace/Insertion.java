package org.convscape.viewmodel.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.EditRefused;
import org.convscape.document.Point;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/**
 * Putting something from the palette on the canvas. What is put there is named in one line of text, {@code op:conv2d}
 * or {@code block:residual-bottleneck}; it gets a free name and is selected afterwards.
 */
public final class Insertion {

    /** What an insertion asks of the canvas it goes to. */
    public interface Surroundings {

        /** A place with room beside a card or group; null where everything is placed automatically. */
        Point freePlace(String anchor);

        /** The node whose output a card or group gives; empty where it gives none. */
        String resultOf(String path);
    }

    private final Workspace workspace;
    private final Inventory inventory;
    private final Surroundings surroundings;

    /** Inserts into this workspace what the inventory holds. */
    public Insertion(Workspace workspace, Inventory inventory, Surroundings surroundings) {
        this.workspace = workspace;
        this.inventory = inventory;
        this.surroundings = surroundings;
    }

    /**
     * Puts an item at a place, unconnected.
     *
     * @return true when it is there; else the workspace's notice says why not
     */
    public boolean insert(String item, Point at) {
        return insert(item, at, GroupPath.ROOT);
    }

    /** Puts an item at a place in an open group, unconnected. */
    public boolean insert(String item, Point at, GroupPath into) {
        return find(item, into, at).map(addition -> apply(addition, List.of())).orElse(false);
    }

    /** Puts an item into a connection: it takes from the connection's source, and its targets take from the item. */
    public boolean insertInto(Collection<Edge> connection, String item) {
        Edge first = connection.iterator().next();
        GroupPath into = sharedGroup(first);
        Optional<Addition> found = find(item, into, null, Optional.of(first.from()));
        if (found.isEmpty()) {
            return false;
        }
        Addition addition = found.get();
        String result = resultAfter(addition);
        if (!addition.takesInput() || result.isEmpty()) {
            workspace.say(GroupPath.nameOf(addition.path()) + " has no input or no output, so it cannot stand between "
                    + GroupPath.nameOf(first.from()) + " and " + GroupPath.nameOf(first.to()));
            return false;
        }
        List<Edit> connects = new ArrayList<>();
        connects.add(addition.from(first.from()));
        connection.forEach(edge -> connects.add(new Edit.Connect(result, edge.to(), edge.port())));
        return apply(addition, connects);
    }

    /**
     * Puts an item beside what is selected and connects the two where that makes sense: the item takes the selection's
     * output, or a picture enters the selection's open input.
     */
    public boolean insertAtFreePlace(String item) {
        List<String> selected = List.copyOf(workspace.selection());
        String anchor = selected.isEmpty() ? "" : selected.get(0);
        List<String> sources = selected.stream()
                .map(surroundings::resultOf)
                .filter(path -> !path.isEmpty())
                .sorted()
                .toList();
        GroupPath into = sources.isEmpty() ? GroupPath.ROOT : groupAfter(sources.get(0));
        Optional<Addition> trial = find(item, into, null);
        if (trial.isEmpty()) {
            return false;
        }
        if (trial.get().takesInput() && !sources.isEmpty()) {
            int taken = trial.get().takesMany() ? sources.size() : 1;
            List<Edit> connects =
                    sources.stream().limit(taken).map(trial.get()::from).toList();
            return find(item, into, surroundings.freePlace(anchor), Optional.of(sources.get(0)))
                    .map(addition -> apply(addition, connects))
                    .orElse(false);
        }
        Point place = surroundings.freePlace(anchor);
        return find(item, GroupPath.ROOT, place)
                .map(addition -> apply(addition, addition.takesInput() ? List.of() : intoOpenInput(addition, anchor)))
                .orElse(false);
    }

    private Optional<Addition> find(String item, GroupPath into, Point at) {
        return find(item, into, at, Optional.empty());
    }

    private Optional<Addition> find(String item, GroupPath into, Point at, Optional<String> source) {
        Optional<Shape> on = source.flatMap(workspace.analysis()::shape)
                .filter(shape -> !shape.vector() && shape.channels() <= Conv2d.MAXIMUM_CHANNELS);
        Optional<Addition> addition = Addition.of(workspace.document(), inventory, item, into, at, on);
        if (addition.isEmpty()) {
            workspace.say("There is nothing named \"" + item + "\" that could be put on the canvas");
        }
        return addition;
    }

    private boolean apply(Addition addition, List<Edit> connects) {
        List<Edit> all = new ArrayList<>();
        all.add(addition.add());
        all.addAll(connects);
        boolean done = workspace.apply(
                connects.isEmpty()
                        ? addition.add()
                        : new Edit.Together(addition.add().label(), all));
        if (done) {
            workspace.select(addition.path());
        }
        return done;
    }

    private String resultAfter(Addition addition) {
        try {
            Document added = addition.add().apply(workspace.document());
            return addition.result(added);
        } catch (EditRefused refused) {
            return "";
        }
    }

    /** What takes the output of a group's exit stands after the group, not in it. */
    private GroupPath groupAfter(String source) {
        Graph graph = workspace.document().graph();
        GroupPath group = GroupPath.of(source);
        while (graph.group(group).map(Group::exit).filter(source::equals).isPresent()) {
            group = group.parent();
        }
        return group;
    }

    private static GroupPath sharedGroup(Edge edge) {
        GroupPath group = GroupPath.of(edge.from());
        while (!group.contains(edge.to())) {
            group = group.parent();
        }
        return group;
    }

    private List<Edit> intoOpenInput(Addition addition, String anchor) {
        Graph graph = workspace.document().graph();
        Optional<Node> node = graph.find(anchor);
        if (node.isPresent()) {
            int open = node.get().inputs().indexOf(Node.OPEN);
            return open < 0 ? List.of() : List.of(new Edit.Connect(addition.path(), anchor, open));
        }
        return graph.group(new GroupPath(anchor))
                .filter(group -> !group.entries().isEmpty())
                .filter(group -> group.entries().stream().allMatch(entry -> graph.node(entry.node())
                        .inputs()
                        .get(entry.index())
                        .equals(Node.OPEN)))
                .map(group -> List.<Edit>of(new Edit.ConnectGroup(addition.path(), group.path())))
                .orElse(List.of());
    }
}
