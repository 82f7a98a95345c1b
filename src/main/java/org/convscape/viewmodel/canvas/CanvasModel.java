package org.convscape.viewmodel.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Extent;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.VisibleGraph;
import org.convscape.task.JobRunner;
import org.convscape.viewmodel.Insertion;
import org.convscape.viewmodel.Inventory;
import org.convscape.viewmodel.RunModel;
import org.convscape.viewmodel.Workspace;

/** One workspace as a canvas: what is drawn where, and what a person can do to it there. */
public final class CanvasModel {
    private final Workspace workspace;
    private final RunModel runs;
    private final ObservableValue<Convention> convention;
    private final Inventory inventory;
    private final CanvasArranger arranger;
    private final Insertion insertion;
    private final ReadOnlyObjectWrapper<CanvasScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");
    private Document shown;
    private CanvasContents contents;
    private VisibleGraph view;

    /**
     * A canvas for a workspace.
     *
     * @param runs whose results the cards show
     * @param convention the rule that figures are counted by
     * @param screen brings results to the screen's thread
     * @param raster where maps become pixels and large networks are arranged
     */
    public CanvasModel(
            Workspace workspace,
            RunModel runs,
            ObservableValue<Convention> convention,
            Inventory inventory,
            Executor screen,
            JobRunner raster) {
        this.workspace = workspace;
        this.runs = runs;
        this.convention = convention;
        this.inventory = inventory;
        this.arranger = new CanvasArranger(screen, raster, this::show);
        this.insertion = new Insertion(workspace, inventory, new Surroundings());
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        convention.addListener((property, before, after) -> {
            contents = null;
            refresh();
        });
        refresh();
    }

    private void refresh() {
        Document document = workspace.document();
        boolean sameGraph = shown != null && shown.graph() == document.graph();
        boolean sameView =
                sameGraph && shown.layout().collapsed().equals(document.layout().collapsed());
        if (!sameGraph || contents == null) {
            CardUnits units = CardUnits.joined(document.graph());
            contents = new CanvasContents(workspace.analysis(), convention.getValue(), inventory, units);
        }
        if (!sameView) {
            VisibleGraph fresh = contents.units()
                    .applied(VisibleGraph.of(document.graph(), document.layout().collapsed()));
            view = fresh.equals(view) ? view : fresh;
        }
        shown = document;
        Map<String, Extent> sizes = new HashMap<>();
        view.cards()
                .forEach(card -> sizes.put(card.path(), contents.format(card).extent()));
        arranger.arrange(view, sizes, document.layout().positions());
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

    /** The cards that lie wholly in a box. */
    public Set<String> within(Box box) {
        Set<String> found = new HashSet<>();
        scene().places().cards().forEach((path, card) -> {
            if (card.x() >= box.x()
                    && card.y() >= box.y()
                    && card.right() <= box.right()
                    && card.bottom() <= box.bottom()) {
                found.add(path);
            }
        });
        return found;
    }

    /** True for the path of a group, false for that of a node. */
    public boolean isGroup(String path) {
        return shown.graph().group(new GroupPath(path)).isPresent();
    }

    /** Opens a collapsed group, or draws an open one as one card. */
    public void toggle(GroupPath group) {
        workspace.apply(new Edit.SetCollapsed(group, !shown.layout().collapsed().contains(group)));
    }

    /** What an insertion asks of this canvas. */
    private final class Surroundings implements Insertion.Surroundings {
        private static final double GAP = 56;
        private static final double STEP = 24;

        @Override
        public Point freePlace(String anchor) {
            if (shown.layout().positions().isEmpty()) {
                return null;
            }
            Optional<Box> beside = scene().box(anchor);
            Box bounds = scene().places().bounds();
            double x = beside.map(Box::right).orElse(bounds.right()) + GAP;
            double y = beside.map(Box::y).orElse(bounds.y());
            Extent room = CardFormat.GROUP.extent();
            List<Box> taken = List.copyOf(scene().places().cards().values());
            while (overlaps(new Box(x, y, room.width(), room.height()), taken)) {
                y += STEP;
            }
            return new Point(x, y);
        }

        private boolean overlaps(Box wanted, List<Box> taken) {
            return taken.stream()
                    .anyMatch(box -> box.x() < wanted.right()
                            && wanted.x() < box.right()
                            && box.y() < wanted.bottom()
                            && wanted.y() < box.bottom());
        }

        @Override
        public String resultOf(String path) {
            Graph graph = workspace.document().graph();
            return graph.find(path).isPresent()
                    ? contents.units().result(path)
                    : graph.group(new GroupPath(path)).map(Group::exit).orElse("");
        }
    }
}
