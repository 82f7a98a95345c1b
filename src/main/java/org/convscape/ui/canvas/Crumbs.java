package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.controlsfx.control.BreadCrumbBar;
import org.convscape.graph.GroupPath;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.MiddleEllipsis;
import org.convscape.ui.control.TextWidth;
import org.convscape.viewmodel.canvas.CanvasModel;

/**
 * Where what is selected stands: the network, the groups around it from the outside, and itself. A click goes to one of
 * them. Seen only where there is a group.
 */
public final class Crumbs extends BreadCrumbBar<String> {
    /** With less room than this, in pixels, nothing is said. */
    private static final double LEAST_ROOM = 200;

    private static final double HEIGHT = 24;

    /** What a name has around it with the sign before it, in pixels. */
    private static final double AROUND = 26;

    /** What the bar has around its names, with the sign for what is left out. */
    private static final double EDGES = 40;

    /** The room of a short name; where not all have it, groups are left out. */
    private static final double SHORT = 64;

    /** The network, the group around what is selected, and that itself are always there. */
    private static final int LEAST = 3;

    private final CanvasModel canvas;
    private final Runnable focus;
    private final Font font = Font.font("Inter", FontWeight.BOLD, 11.5);
    private List<String> paths = List.of();
    private double room;

    /**
     * Follows what is selected on a canvas.
     *
     * @param focus gives the canvas the keyboard
     */
    public Crumbs(CanvasModel canvas, Runnable focus) {
        this.canvas = canvas;
        this.focus = focus;
        setManaged(false);
        setId("crumbs");
        setAutoNavigationEnabled(false);
        setFocusTraversable(false);
        setCrumbFactory(this::crumb);
        setOnCrumbAction(event -> goTo(event.getSelectedCrumb().getValue()));
        setVisible(false);
        canvas.workspace().selectionProperty().addListener(observable -> follow());
        canvas.workspace().documentProperty().addListener(observable -> follow());
        follow();
    }

    private void follow() {
        List<String> fresh = canvas.workspace().selected().map(this::pathsTo).orElse(List.of());
        if (!fresh.equals(paths)) {
            paths = fresh;
            rebuild();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
    }

    /** From the network, whose path is empty, to what is selected; nothing for a layer in no group. */
    private List<String> pathsTo(String path) {
        GroupPath around = GroupPath.of(path);
        if (around.isRoot() && !canvas.isGroup(path)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        found.add("");
        around.lineage().forEach(group -> found.add(group.text()));
        found.add(path);
        return found;
    }

    /** Lays this into a line, at its right end: between two places from the left and as high as that, in pixels. */
    public void layAtEnd(double start, double end, double height) {
        if (Math.abs(end - start - room) > 1) {
            room = end - start;
            rebuild();
        }
        setVisible(!paths.isEmpty() && room >= LEAST_ROOM);
        // The control itself knows how wide it is only after it has been laid out, and leaves its padding out.
        applyCss();
        double names = getChildrenUnmodifiable().stream()
                .mapToDouble(crumb -> Math.ceil(crumb.prefWidth(-1)))
                .sum();
        double width = Math.min(room, names + snappedLeftInset() + snappedRightInset());
        resizeRelocate(end - width, Math.round((height - HEIGHT) / 2), width, HEIGHT);
    }

    private void rebuild() {
        int most = Math.max(LEAST, (int) ((room - EDGES) / (SHORT + AROUND)));
        TreeItem<String> last = null;
        for (int i = 0; i < paths.size(); i++) {
            boolean leftOut = i > 0 && i <= paths.size() - most;
            if (!leftOut) {
                TreeItem<String> item = new TreeItem<>(paths.get(i));
                if (last != null) {
                    last.getChildren().add(item);
                }
                last = item;
            }
        }
        setSelectedCrumb(last);
    }

    private Button crumb(TreeItem<String> item) {
        String path = item.getValue();
        boolean network = path.isEmpty();
        int shown = Math.min(paths.size(), Math.max(LEAST, (int) ((room - EDGES) / (SHORT + AROUND))));
        double width = Math.max(SHORT, (room - EDGES) / shown - AROUND);
        String name = network ? canvas.workspace().title() : GroupPath.nameOf(path);
        Button crumb = new Button(MiddleEllipsis.of(name, width, text -> TextWidth.of(text, font)));
        crumb.setId(network ? "crumb-network" : "crumb-" + path);
        crumb.setFocusTraversable(false);
        if (!network) {
            boolean gap =
                    item.getParent().getValue().isEmpty() && !GroupPath.of(path).isRoot();
            Label sign = new Label(gap ? "› … ›" : "›");
            sign.getStyleClass().add("muted");
            crumb.setGraphic(sign);
        }
        if (item.getChildren().isEmpty()) {
            crumb.getStyleClass().add("here");
        }
        Hints.on(crumb, network ? "The whole network" : path);
        return crumb;
    }

    /** Selects a layer or a group and moves the view so that it is seen; the whole network for the empty path. */
    private void goTo(String path) {
        focus.run();
        if (path.isEmpty()) {
            canvas.workspace().select(Set.of());
            canvas.sight().fit();
        } else {
            canvas.workspace().select(path);
            canvas.sight().reveal(canvas.cardOf(path));
        }
    }
}
