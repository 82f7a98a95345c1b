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
import org.convscape.graph.Node;
import org.convscape.viewmodel.OpenDocument;
import org.convscape.viewmodel.Studio;

/** Insert or find: everything in the palette and every node of the open graph, best match first. */
public final class FinderModel {
    private static final int MOST = 60;

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
            Hit hit = new Hit(action, item.label(), item.detail(), item.family(), () -> palette.take(item));
            add(found, hit, Math.max(Matching.fuzzy(item.label(), typed), Matching.fuzzy(item.id(), typed)));
        }
        OpenDocument document = studio.currentProperty().get();
        if (document != null && !typed.isEmpty()) {
            for (Group group : document.workspace().document().graph().groups()) {
                add(
                        found,
                        goTo(document, group.path().text(), "Group"),
                        Matching.fuzzy(group.path().text(), typed));
            }
            for (Node node : document.workspace().document().graph().nodes()) {
                String label = node.operation().type().label();
                add(found, goTo(document, node.path(), label), Matching.fuzzy(node.path(), typed));
            }
        }
        found.sort(Comparator.comparingDouble(Scored::score).reversed());
        hits.set(found.stream().limit(MOST).map(Scored::hit).toList());
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
