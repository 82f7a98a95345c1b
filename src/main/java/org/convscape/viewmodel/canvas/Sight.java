package org.convscape.viewmodel.canvas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.scene.Viewport;

/**
 * Which part of a canvas is seen, and what is asked for beside its cards. Whoever shows the canvas says how much room
 * there is and draws what is seen; without one, what is to be brought into sight waits until there is room.
 */
public final class Sight {
    /** How much larger everything is after one step. */
    public static final double ZOOM_STEP = 1.25;

    /** The height of the lower left corner that belongs to buttons, in pixels; it is three times as wide. */
    public static final double CORNER = 52;

    private static final double MARGIN = 24;
    /** In a low window every pixel counts: with it maps are seen that would not be with the wide margin. */
    private static final double SMALL_MARGIN = 10;

    private static final double LOW = 540;

    private final CanvasModel canvas;
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.PLAIN);
    private final ReadOnlyObjectWrapper<Prompt> prompt = new ReadOnlyObjectWrapper<>(this, "prompt");
    private double width;
    private double height;
    private Viewport lastFit;
    private double fittedWidth;
    private double fittedHeight;
    private String awaited = "";

    Sight(CanvasModel canvas) {
        this.canvas = canvas;
        canvas.workspace().selectionProperty().addListener((property, before, after) -> {
            if (shown()) {
                canvas.scene()
                        .outOfSight(viewport.get().visible(width, height), after)
                        .ifPresent(this::reveal);
            }
        });
    }

    private boolean shown() {
        return width > 0 && height > 0;
    }

    /**
     * Takes the room that the canvas has now, in pixels. What was seen as a whole still is, unless cards are about to
     * be placed anew.
     */
    public void resize(double toWidth, double toHeight) {
        width = toWidth;
        height = toHeight;
        boolean resized = fittedWidth != width || fittedHeight != height;
        boolean follows = lastFit == null || (resized && lastFit.equals(viewport.get()));
        if (shown() && follows && !canvas.scene().arranging()) {
            fit();
        }
        if (shown() && !awaited.isEmpty()) {
            reveal(awaited);
        }
    }

    /** Shows everything, as large as it fits; without room, when there is some. */
    public void fit() {
        if (!shown()) {
            return;
        }
        fittedWidth = width;
        fittedHeight = height;
        Box all = canvas.scene().places().bounds();
        double margin = height < LOW ? SMALL_MARGIN : MARGIN;
        Viewport whole = Viewport.fitting(all, width, height, margin);
        lastFit = underCorner(whole) ? Viewport.fitting(all, width, height - CORNER, margin) : whole;
        show(lastFit);
    }

    /** True when the buttons in the corner would lie on a card. */
    private boolean underCorner(Viewport seen) {
        Point corner = seen.toCanvas(3 * CORNER, height - CORNER);
        return canvas.scene().places().cards().values().stream()
                .anyMatch(box -> box.x() < corner.x() && box.bottom() > corner.y());
    }

    /** Enlarges about the middle. */
    public void zoom(double factor) {
        show(viewport.get().zoomed(factor, width / 2, height / 2));
    }

    /** Brings a card or group into sight by moving the view as little as possible; at once, or when there is room. */
    public void reveal(String path) {
        awaited = shown() ? "" : path;
        if (shown()) {
            canvas.scene().box(path).ifPresent(box -> show(viewport.get().revealing(box, width, height, MARGIN)));
        }
    }

    /** Moves the view so that a place lies in the middle. */
    public void centre(Point place) {
        double scale = viewport.get().scale();
        show(new Viewport(scale, width / 2 - place.x() * scale, height / 2 - place.y() * scale));
    }

    /** Opens or collapses a group: where everything was seen it still is, else the group stays where it is. */
    public void toggle(String group) {
        boolean whole = viewport.get().equals(lastFit);
        Box before = canvas.scene().box(group).orElse(null);
        canvas.toggle(new GroupPath(group));
        Box after = canvas.scene().box(group).orElse(null);
        if (whole) {
            fit();
        } else if (before != null && after != null) {
            double scale = viewport.get().scale();
            show(viewport.get().panned((before.x() - after.x()) * scale, (before.y() - after.y()) * scale));
        }
        canvas.workspace().select(group);
    }

    /** Shows this part. */
    public void show(Viewport fresh) {
        viewport.set(fresh);
    }

    /** Which part is seen. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** Asks whoever shows the canvas for something beside a card. */
    public void ask(Prompt wanted) {
        prompt.set(wanted);
        prompt.set(null);
    }

    /** What is just being asked for; null while nothing is. */
    public ReadOnlyObjectProperty<Prompt> promptProperty() {
        return prompt.getReadOnlyProperty();
    }
}
