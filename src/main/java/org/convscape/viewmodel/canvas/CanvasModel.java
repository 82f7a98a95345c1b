package org.convscape.viewmodel.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.execution.RunResult;
import org.convscape.execution.RunTimes;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.image.Picture;
import org.convscape.inventory.Inventory;
import org.convscape.layout.Card;
import org.convscape.layout.Extent;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.Link;
import org.convscape.layout.VisibleGraph;
import org.convscape.scene.CanvasContents;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.CardUnits;
import org.convscape.scene.FreePlace;
import org.convscape.scene.Reading;
import org.convscape.task.JobRunner;
import org.convscape.viewmodel.workspace.Insertion;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;

/** One workspace as a canvas: what is drawn where, and what a person can do to it there. */
public final class CanvasModel {
    /** How many bytes of small pictures are kept: some thousand cards. */
    private static final long PIXELS = 96_000_000;

    private final Workspace workspace;
    private final RunModel runs;
    private final ObservableValue<Convention> convention;
    private final Inventory inventory;
    private final CanvasArranger arranger;
    private final Insertion insertion;
    private final CardMaps maps;
    private final Connecting connecting;
    private final KeyConnection keyConnection = new KeyConnection(this);
    private final Sight sight;
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(this, "picture");
    private final ReadOnlyLongWrapper mapsArrived = new ReadOnlyLongWrapper(this, "mapsArrived");
    private final ReadOnlyObjectWrapper<Set<Link>> selectedLinks =
            new ReadOnlyObjectWrapper<>(this, "selectedLinks", Set.of());
    private final ReadOnlyObjectWrapper<CanvasScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");
    private final BooleanProperty joined = new SimpleBooleanProperty(this, "joined", true);
    private RunTimes times = RunTimes.NONE;
    private CardFace pictureFace;
    private Document shown;
    private CanvasContents contents;
    private VisibleGraph view;
    private Map<String, Extent> sizes = Map.of();

    /**
     * A canvas for a workspace.
     *
     * @param runs whose results the cards show
     * @param convention the rule that figures are counted by
     * @param screen brings results to the screen's thread
     * @param raster where maps become pixels and large networks are arranged
     * @param training what was trained, and what it says
     */
    public CanvasModel(
            Workspace workspace,
            RunModel runs,
            ObservableValue<Convention> convention,
            Inventory inventory,
            Executor screen,
            JobRunner raster,
            Training training) {
        this.workspace = workspace;
        this.runs = runs;
        this.convention = convention;
        this.inventory = inventory;
        this.arranger = new CanvasArranger(screen, raster, this::show);
        this.insertion = new Insertion(workspace, inventory, new CanvasSurroundings(this));
        this.maps = new CardMaps(screen, raster, PIXELS, training, () -> mapsArrived.set(mapsArrived.get() + 1));
        this.connecting = new Connecting(workspace);
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        workspace.selectionProperty().addListener((property, before, after) -> {
            if (!after.isEmpty()) {
                selectedLinks.set(Set.of());
            }
        });
        runs.resultProperty().addListener((property, before, after) -> show(after));
        picture.addListener((property, before, after) -> {
            pictureFace = after == null ? null : CardFace.of(after);
            mapsArrived.set(mapsArrived.get() + 1);
        });
        show(runs.resultProperty().get());
        convention.addListener((property, before, after) -> {
            contents = contents.rewritten(workspace.analysis(), after);
            refresh();
        });
        joined.addListener((property, before, after) -> {
            join(workspace.document());
            refresh();
        });
        refresh();
        sight = new Sight(this);
    }

    private void show(RunResult run) {
        times = RunTimes.of(run);
        maps.show(run);
    }

    private void refresh() {
        Document document = workspace.document();
        if (contents == null || !Structure.same(shown.graph(), document.graph())) {
            contents = CanvasContents.of(workspace.analysis(), convention.getValue(), inventory, unitsOf(document));
            review(document);
        } else {
            if (shown.graph() != document.graph()) {
                contents = contents.rewritten(workspace.analysis(), convention.getValue());
            }
            if (!shown.layout()
                    .positions()
                    .keySet()
                    .equals(document.layout().positions().keySet())) {
                join(document);
            } else if (!shown.layout().collapsed().equals(document.layout().collapsed())) {
                review(document);
            }
        }
        shown = document;
        arranger.arrange(view, sizes, document.layout().positions());
    }

    /** Finds anew which layers share a card. */
    private void join(Document document) {
        contents = contents.joined(unitsOf(document));
        review(document);
    }

    /** Finds anew what is drawn. */
    private void review(Document document) {
        VisibleGraph fresh = contents.units()
                .applied(VisibleGraph.of(document.graph(), document.layout().collapsed()));
        view = fresh.equals(view) ? view : fresh;
        Map<String, Extent> extents = new HashMap<>();
        view.cards()
                .forEach(card -> extents.put(card.path(), contents.format(card).extent()));
        sizes = extents;
    }

    private CardUnits unitsOf(Document document) {
        return joined.get()
                ? CardUnits.joined(
                        document.graph(), document.layout().positions().keySet())
                : CardUnits.APART;
    }

    private void show(LayoutResult places, boolean arranging) {
        scene.set(new CanvasScene(view, places, contents, arranging));
    }

    /** What is drawn. */
    public ReadOnlyObjectProperty<CanvasScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** What is drawn. */
    public CanvasScene scene() {
        return scene.get();
    }

    /** The document behind the canvas. */
    public Workspace workspace() {
        return workspace;
    }

    /** The runs whose results the cards show. */
    public RunModel runs() {
        return runs;
    }

    /** The picture as the network sees it, which input cards show; null for none. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    /** Counts up whenever a strip of maps is there that was not, or is no longer true. */
    public ReadOnlyLongProperty mapsArrivedProperty() {
        return mapsArrived.getReadOnlyProperty();
    }

    /** The picture on a card, where there is one; where one can be made, it will arrive. */
    public Optional<CardFace> face(CardContent card) {
        if (card.format() == CardFormat.PICTURE && pictureFace != null) {
            return Optional.of(pictureFace);
        }
        return maps.face(card, contents.units().members(card.path()));
    }

    /**
     * How long the last run took for all that is on a card or in a group, such as {@code 1.2 ms}; empty where it did
     * not.
     */
    public String time(String path) {
        return times.shortText(contents.units().members(path));
    }

    /** True while layers share cards with the normalisation and activation after them. */
    public BooleanProperty joinedProperty() {
        return joined;
    }

    /** The card that a layer is drawn on, or the group itself. */
    public String cardOf(String path) {
        return contents.units().host(path);
    }

    /** The connections that are selected. */
    public ReadOnlyObjectProperty<Set<Link>> selectedLinksProperty() {
        return selectedLinks.getReadOnlyProperty();
    }

    /** Selects connections, and nothing else. */
    public void selectLinks(Set<Link> links) {
        workspace.select(Set.of());
        selectedLinks.set(Set.copyOf(links));
    }

    /** What connecting would mean. */
    public Connecting connecting() {
        return connecting;
    }

    /** The connection that is being made with keys. */
    public KeyConnection keyConnection() {
        return keyConnection;
    }

    /** Which part of the canvas is seen. */
    public Sight sight() {
        return sight;
    }

    /** The node whose output a card or group gives; empty where it gives none. */
    public String resultOf(String path) {
        Graph graph = workspace.document().graph();
        return graph.find(path).isPresent()
                ? contents.units().result(path)
                : graph.group(new GroupPath(path)).map(Group::exit).orElse("");
    }

    /** Takes away what is selected: connections, or cards with all that is on them. */
    public void delete() {
        if (!selectedLinks.get().isEmpty()) {
            connecting.disconnect(selectedLinks.get());
            selectedLinks.set(Set.of());
        } else if (!workspace.selection().isEmpty()) {
            workspace.apply(new Removal(shown.graph(), contents.units(), workspace.selection()).edit());
        }
    }

    /** Puts a copy of what is selected beside it, with the same inputs, and selects the copy. */
    public void duplicate() {
        Copying copying = new Copying(shown, contents.units(), workspace.selection());
        if (!workspace.selection().isEmpty()
                && workspace.apply(copying.edit(FreePlace.shift(scene(), workspace.selection())))) {
            workspace.select(copying.selected());
        }
    }

    /** Selects every card. */
    public void selectAll() {
        workspace.select(view.cards().stream().map(Card::path).toList());
    }

    /** Collapses groups until a large network can be read; a small one stays as it is. */
    public void collapseForReading() {
        List<GroupPath> groups = Reading.missing(shown);
        if (!groups.isEmpty()) {
            workspace.collapse(groups, true);
        }
    }

    /** Putting things from the palette here. */
    public Insertion insertion() {
        return insertion;
    }

    /** Moves cards and groups, with everything that was put somewhere inside those groups, by one edit. */
    public void move(Set<String> paths, double dx, double dy) {
        Map<String, Point> to = new HashMap<>();
        for (String path : paths) {
            scene().box(path).ifPresent(box -> to.put(path, new Point(box.x() + dx, box.y() + dy)));
            shown.layout().positions().forEach((inner, at) -> {
                if (new GroupPath(path).contains(inner) && !paths.contains(inner)) {
                    to.put(inner, new Point(at.x() + dx, at.y() + dy));
                }
            });
        }
        if (!to.isEmpty() && (dx != 0 || dy != 0)) {
            workspace.apply(new Edit.Move(to));
        }
    }

    /** True for the path of a group, false for that of a node. */
    public boolean isGroup(String path) {
        return shown.graph().group(new GroupPath(path)).isPresent();
    }

    /** Opens a collapsed group, or draws an open one as one card. */
    public void toggle(GroupPath group) {
        workspace.collapse(Set.of(group), !shown.layout().collapsed().contains(group));
    }
}
