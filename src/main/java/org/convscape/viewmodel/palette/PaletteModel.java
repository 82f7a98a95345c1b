package org.convscape.viewmodel.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.inventory.Libraries;
import org.convscape.layout.Link;
import org.convscape.op.OpType;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.zoo.Network;

/** The palette: everything the libraries hold, under headings, narrowed by a search. */
public final class PaletteModel {

    /** Of a family of many blocks, those with which one begins: one of each generation. */
    private static final Set<String> COMMON =
            Set.of("inception-naive", "inception-v1", "inception-v3-a", "inception-v4-a", "inception-resnet-a");

    /** A heading with what stands under it. */
    public record Section(String heading, List<PaletteItem> items) {

        /** What most people want of it; everything where it is not long. */
        public List<PaletteItem> common() {
            List<PaletteItem> common =
                    items.stream().filter(item -> COMMON.contains(item.id())).toList();
            return common.isEmpty() ? items : common;
        }
    }

    private final Studio studio;
    private final List<Section> all;
    private final ObjectProperty<Headings> headings = new SimpleObjectProperty<>(this, "headings", Headings.USUAL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<List<Section>> sections = new ReadOnlyObjectWrapper<>(this, "sections");

    /** The palette of a studio's libraries. */
    public PaletteModel(Studio studio) {
        this.studio = studio;
        this.all = sectionsOf(studio.libraries());
        search.addListener((property, before, after) -> filter());
        filter();
    }

    /** The headings of some libraries, with everything under them. */
    public static List<Section> sectionsOf(Libraries libraries) {
        List<Section> sections = new ArrayList<>();
        for (Family family : Family.values()) {
            List<PaletteItem> blocks = libraries.inventory().blocks().templates().stream()
                    .filter(template -> template.family() == family)
                    .map(PaletteModel::itemOf)
                    .toList();
            if (!blocks.isEmpty()) {
                sections.add(new Section(family.label(), blocks));
            }
        }
        sections.add(new Section(
                "Layers",
                libraries.inventory().operations().types().stream()
                        .map(PaletteModel::itemOf)
                        .toList()));
        sections.add(new Section(
                "Networks",
                libraries.networks().networks().stream()
                        .map(PaletteModel::itemOf)
                        .toList()));
        return List.copyOf(sections);
    }

    private static PaletteItem itemOf(BlockTemplate template) {
        return new PaletteItem(
                PaletteItem.Kind.BLOCK,
                "block:" + template.id(),
                template.label(),
                BlockSketch.of(template),
                template.help(),
                template.family(),
                Optional.empty());
    }

    private static PaletteItem itemOf(OpType<?> type) {
        return new PaletteItem(
                PaletteItem.Kind.LAYER,
                "op:" + type.id(),
                type.label(),
                type.category().label(),
                type.help(),
                Family.PLAIN,
                Optional.of(type.category()));
    }

    private static PaletteItem itemOf(Network network) {
        return new PaletteItem(
                PaletteItem.Kind.NETWORK,
                "network:" + network.id(),
                network.label(),
                network.defaultInput().toString(),
                network.origin(),
                network.family(),
                Optional.empty());
    }

    private void filter() {
        String wanted = search.get().strip();
        if (wanted.isEmpty()) {
            sections.set(all);
            return;
        }
        List<Section> matching = new ArrayList<>();
        for (Section section : all) {
            List<PaletteItem> items = section.items().stream()
                    .filter(item -> Matching.contains(item.searched(), wanted))
                    .toList();
            if (!items.isEmpty()) {
                matching.add(new Section(section.heading(), items));
            }
        }
        sections.set(matching);
    }

    /** How far each heading is open; a search shows everything it finds. */
    public ObjectProperty<Headings> headingsProperty() {
        return headings;
    }

    /** What is typed to narrow the palette. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The headings with what is left under them. */
    public ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /** What fits the search best; empty where nothing does, or nothing is searched. */
    public Optional<PaletteItem> best() {
        String wanted = search.get().strip();
        return wanted.isEmpty()
                ? Optional.empty()
                : sections.get().stream()
                        .flatMap(section -> section.items().stream())
                        .max(Comparator.comparingDouble(item -> item.fit(wanted)));
    }

    /** Everything there is, whatever the search. */
    public List<PaletteItem> items() {
        return all.stream().flatMap(section -> section.items().stream()).toList();
    }

    /**
     * Puts an item to use: a network opens on a tab, the rest goes into the connection that is selected, or onto the
     * canvas beside what is.
     */
    public void take(PaletteItem item) {
        if (item.kind() == PaletteItem.Kind.NETWORK) {
            studio.openNetwork(item.id());
            return;
        }
        OpenDocument document =
                Optional.ofNullable(studio.focusedProperty().get()).orElseGet(studio::openNew);
        Set<Link> links = document.canvas().selectedLinksProperty().get();
        if (links.size() == 1) {
            document.canvas().insertion().insertInto(links.iterator().next().edges(), item.item());
        } else {
            document.canvas().insertion().insertAtFreePlace(item.item());
        }
    }
}
