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
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/** Insert or find: everything in the palette and every node of the open graph, best match first. */
public final class FinderModel {
    private static final int MOST = 60;

    /** What there is on the canvas comes after what can be put there. */
    private static final double OPEN_ALREADY = 2;

    /**
     * One thing that was found.
     *
     * @param action what choosing it does: "Insert", "Open", "Go to"
     */
    public record Hit(String action, String label, String detail, Family family, Runnable choose) {}

    private record Scored(Hit hit, double score) {}

    private final Studio studio;
    private final PaletteModel palette;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(this, "hits", List.of());

    /** Searches a studio and its palette. */
    public FinderModel(Studio studio, PaletteModel palette) {
        this.studio = studio;
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
