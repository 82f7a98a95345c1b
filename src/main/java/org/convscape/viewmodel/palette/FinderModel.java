package org.convscape.viewmodel.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscape.block.Family;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Shortcut;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/** Insert, find or do: everything in the palette, every node of the open graph, every action; best match first. */
public final class FinderModel {
    private static final int MOST = 60;

    /** What there is on the canvas comes after what can be put there. */
    private static final double OPEN_ALREADY = 2;

    /**
     * One thing that was found.
     *
     * @param action what choosing it does: "Insert", "Open", "Go to", "Do"
     */
    public record Hit(String action, String label, String detail, Family family, Runnable choose) {}

    /** What can be done comes after what there is, where the letters mean both. */
    private static final double DONE = 1;

    private record Scored(Hit hit, double score) {}

    private final Studio studio;
    private final PaletteModel palette;
    private final Actions actions;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(this, "hits", List.of());

    /** Searches a studio, its palette, and what can be done. */
    public FinderModel(Studio studio, PaletteModel palette, Actions actions) {
        this.studio = studio;
        this.actions = actions;
        this.palette = palette;
        search.addListener((property, before, after) -> find());
    }

    /** Begins a new search. */
    public void begin() {
        search.set("");
        find();
    }

    private void find() {
        String typed = search.get().strip();
        List<Scored> found = new ArrayList<>();
        for (PaletteItem item : palette.items()) {
            String action = item.kind() == PaletteItem.Kind.NETWORK ? "Open" : "Insert";
            Hit hit = new Hit(action, item.label(), item.described(), item.family(), () -> palette.take(item));
            add(found, hit, item.fit(typed));
        }
        if (!typed.isEmpty()) {
            actions.all().stream()
                    .filter(action -> !action.ofControl() && action.held() != Action.Held.MOVES)
                    .forEach(action -> add(found, perform(action), Matching.name(action.name(), typed) - DONE));
        }
        OpenDocument document = studio.focusedProperty().get();
        if (document != null && !typed.isEmpty()) {
            for (Group group : document.workspace().document().graph().groups()) {
                String path = group.path().text();
                add(found, goTo(document, path, "Group"), fit(path, "", typed) - OPEN_ALREADY);
            }
            for (Node node : document.workspace().document().graph().nodes()) {
                String kind = node.operation().label();
                add(found, goTo(document, node.path(), kind), fit(node.path(), kind, typed) - OPEN_ALREADY);
            }
        }
        found.sort(Comparator.comparingDouble(Scored::score).reversed());
        hits.set(found.stream().limit(MOST).map(Scored::hit).toList());
    }

    /** Of a path its last name counts as much as all of it. */
    private static double fit(String path, String kind, String typed) {
        double name = Math.max(Matching.name(path, typed), Matching.name(GroupPath.nameOf(path), typed));
        return Math.max(name, Matching.contains(path + " " + kind, typed) ? PaletteItem.IN_WORDS : 0);
    }

    private static void add(List<Scored> found, Hit hit, double score) {
        if (score > 0) {
            found.add(new Scored(hit, score));
        }
    }

    /** What is not possible now says why, also when it is chosen. */
    private Hit perform(Action action) {
        String reason = action.reason().getValue();
        String keys = action.shortcut().map(Shortcut::words).orElse("");
        return new Hit(
                "Do",
                action.text(),
                reason.isEmpty() ? keys : "not now: " + reason,
                Family.PLAIN,
                () -> actions.perform(action.id()));
    }

    private static Hit goTo(OpenDocument document, String path, String kind) {
        return new Hit(
                "Go to", path, kind, Family.PLAIN, () -> document.workspace().select(path));
    }

    /** What is typed. */
    public StringProperty searchProperty() {
        return search;
    }

    /** What was found, the best match first. */
    public ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }
}
