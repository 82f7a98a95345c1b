package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.convscape.execution.RunTimes;
import org.convscape.layout.Box;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.CardGeometry;
import org.convscape.scene.Condition;
import org.convscape.scene.Explanation;
import org.convscape.ui.control.Glyph;
import org.convscape.ui.control.Hints;

/** One card: name, glyph and setting, shape, the layers that share it, a strip of maps, figures, share of the cost. */
final class CardNode extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /** The room of the glyph before a text. */
    private static final double GLYPH = 17;

    /** What is written below a card reaches so far into the gap beside it: not to what stands below the next card. */
    private static final double PROBLEM_OVERHANG = 44;

    private final CardFormat format;
    private final CardGeometry places;
    private final Region edge = new Region();
    private final Label title = label("title");
    private final Label shape = label("shape", "figure");
    private final Label badge = label("badge");
    private final CardFigures figures;
    private final ChipRow chips;
    private final StripView strip;
    private final CardPorts ports = new CardPorts();
    private final Label problem = label("problem");
    private final ConditionSign sign = new ConditionSign();
    private final List<Node> closeUp;
    private DistantFace distant;
    private Region glyph = new Region();
    private CardContent content;
    private Detail detail = Detail.NEAR;
    /** What the close-up says may be older than {@link #content}: it is written only while it is seen. */
    private CardContent written;

    CardNode(CardFormat format, CardActions actions) {
        this.format = format;
        this.places = format.geometry();
        this.figures = new CardFigures(actions, () -> content.path());
        this.chips = new ChipRow(actions);
        this.strip = new StripView();
        getStyleClass().addAll("card", "card-" + format.name().toLowerCase(java.util.Locale.ROOT));
        setAccessibleRole(AccessibleRole.BUTTON);
        setManaged(false);
        edge.getStyleClass().add("edge");
        problem.setWrapText(true);
        shape.setTextOverrun(OverrunStyle.CLIP);
        closeUp = new ArrayList<>(List.of(title, shape, badge, strip));
        closeUp.addAll(figures.all());
        closeUp.addAll(List.of(chips, problem));
        getChildren().add(edge);
        getChildren().addAll(closeUp);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        label.setMouseTransparent(true);
        label.setMinWidth(0);
        return label;
    }

    CardFormat format() {
        return format;
    }

    CardContent content() {
        return content;
    }

    StripView strip() {
        return strip;
    }

    /** What is to be pointed at where that number is explained: from afar the card itself. */
    Node figure(Explanation.Quantity quantity) {
        Node figure = figures.of(quantity);
        return figure.getParent() != null && figure.isVisible() ? figure : this;
    }

    /** Writes everything anew; callers ask only when something changed. */
    void show(CardContent fresh) {
        content = fresh;
        setId("card-" + fresh.path());
        FamilyStyle.apply(this, fresh.family());
        pseudoClassStateChanged(WRONG, fresh.condition() == Condition.WRONG);
        // What is written below a card that is wrong lies over its neighbours.
        setViewOrder(fresh.condition() == Condition.WRONG ? -1 : 0);
        pseudoClassStateChanged(WAITING, fresh.condition() == Condition.WAITING);
        pseudoClassStateChanged(OPEN, fresh.condition() == Condition.OPEN);
        describe();
        write();
    }

    private void write() {
        if (detail == Detail.DISTANT) {
            distant.show(content);
        } else if (content != written) {
            writeCloseUp(content, written);
            written = content;
        }
        requestLayout();
    }

    private void writeCloseUp(CardContent fresh, CardContent before) {
        title.setText(fresh.title());
        shape.setText(fresh.shape().isEmpty() ? "?" : fresh.shape());
        badge.setText(fresh.setting());
        figures.write(fresh);
        problem.setText(fresh.condition() == Condition.WRONG ? fresh.message() : "");
        // New nodes have to be styled, which is dear: they are made only where something else is to be seen.
        if (before == null
                || !before.parts().equals(fresh.parts())
                || !before.maps().equals(fresh.maps())) {
            chips.show(fresh);
        }
        if (before == null || before.family() != fresh.family() || before.category() != fresh.category()) {
            glyph(fresh);
        }
        if (before == null || before.condition() != fresh.condition()) {
            sign.show(getChildren(), fresh.condition());
        }
        if (before == null
                || before.inputs() != fresh.inputs()
                || !before.openPorts().equals(fresh.openPorts())) {
            getChildren().removeAll(ports.all());
            ports.show(fresh.inputs(), fresh.openPorts());
            getChildren().addAll(ports.all());
        }
    }

    /** Writes how long the last run took here; empty where nothing ran. */
    void time(String text) {
        if (figures.writeTime(text)) {
            describe();
            requestLayout();
        }
    }

    /**
     * What is heard and what appears at the pointer is put into words when it is asked for: an edit may change every
     * card.
     */
    private void describe() {
        Hints.on(this, this::hint);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String hint() {
        String remark = strip.remark();
        return content.hint()
                + (ran() ? "\n" + figures.time() + ", " + RunTimes.MEANING : "")
                + (remark.isEmpty() ? "" : "\n" + remark);
    }

    private boolean ran() {
        return !figures.time().isEmpty();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && content != null
                ? content.spoken() + (ran() ? ". " + figures.time() + " in the last run" : "")
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void glyph(CardContent fresh) {
        getChildren().remove(glyph);
        glyph = (fresh.group() ? Glyph.of(fresh.family()) : Glyph.of(fresh.category())).node(12);
        glyph.getStyleClass().add("card-glyph");
        getChildren().add(glyph);
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void dim(boolean dimmed) {
        pseudoClassStateChanged(DIMMED, dimmed);
    }

    void target(boolean aimedAt) {
        pseudoClassStateChanged(TARGET, aimedAt);
    }

    /** Says as much as can be read. */
    void detail(Detail fresh) {
        if (detail == fresh) {
            return;
        }
        boolean turns = (detail == Detail.DISTANT) != (fresh == Detail.DISTANT);
        detail = fresh;
        pseudoClassStateChanged(FAR, fresh == Detail.FAR);
        if (turns) {
            turn();
        }
        if (content != null) {
            write();
        }
        requestLayout();
    }

    /** From the close-up to the large type, or back. */
    private void turn() {
        getChildren().setAll(edge);
        if (detail == Detail.DISTANT) {
            if (distant == null) {
                distant = new DistantFace(format);
            }
            getChildren().add(distant);
            return;
        }
        getChildren().addAll(closeUp);
        getChildren().add(glyph);
        sign.putOn(getChildren());
        getChildren().addAll(ports.all());
    }

    void place(Box box) {
        if (getLayoutX() != box.x() || getLayoutY() != box.y()) {
            relocate(box.x(), box.y());
        }
        if (getWidth() != box.width() || getHeight() != box.height()) {
            resize(box.width(), box.height());
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (detail == Detail.DISTANT) {
            edge.resizeRelocate(0, 0, 7, height);
            distant.resizeRelocate(0, 0, width, height);
            return;
        }
        edge.resizeRelocate(0, 0, CardGeometry.EDGE, height);
        boolean far = detail == Detail.FAR;
        boolean small = format == CardFormat.SMALL;
        badge.setVisible(!far && !small);
        glyph.setVisible(!far);
        chips.setVisible(!far);
        figures.show(!far && !small && format != CardFormat.PICTURE);
        if (far) {
            layoutFar(height);
        } else if (small) {
            layoutSmall();
        } else {
            layoutFull();
        }
        problem.setVisible(!far && !problem.getText().isEmpty());
        if (problem.isVisible()) {
            double room = width + PROBLEM_OVERHANG;
            problem.resizeRelocate(0, height + 5, room, problem.prefHeight(room));
        }
        ports.layout(width, height);
    }

    private void layoutFull() {
        double left = places.left();
        double right = places.right();
        double shapeWidth = shape.prefWidth(-1);
        place(shape, places.shape(), right - shapeWidth, shapeWidth);
        double signWidth = sign.place(left, 10);
        place(title, places.title(), left + signWidth, right - shapeWidth - 6 - left - signWidth);
        glyph.relocate(left, places.setting().top() + 3);
        double chipsWidth = chips.prefWidth(-1);
        place(chips, places.setting(), right - chipsWidth, chipsWidth);
        place(badge, places.setting(), left + GLYPH, Math.max(0, right - chipsWidth - 4 - left - GLYPH));
        placeStrip();
        if (format != CardFormat.PICTURE) {
            figures.layout(places, content == null ? 0 : content.amounts().share());
        }
    }

    private void layoutSmall() {
        double left = places.left();
        double room = places.right() - left;
        glyph.relocate(left, 11);
        double signWidth = sign.place(places.right() - 14, 11);
        place(title, places.title(), left + GLYPH, room - GLYPH - signWidth);
        place(shape, places.shape(), left, Math.min(room, shape.prefWidth(-1)));
        placeStrip();
        place(chips, places.setting(), left, Math.min(room, chips.prefWidth(-1)));
    }

    private static void place(Region region, CardGeometry.Line line, double x, double width) {
        region.resizeRelocate(x, line.top(), width, line.height());
    }

    private void placeStrip() {
        Box box = places.strip();
        strip.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    /** From afar there is less to read, in larger type. */
    private void layoutFar(double height) {
        double left = places.left();
        double room = places.right() - left;
        sign.place(places.right() - 14, 11);
        title.resizeRelocate(left, 4, room, 32);
        shape.resizeRelocate(left, 34, room, 24);
        double top = format == CardFormat.SMALL ? 58 : 62;
        strip.resizeRelocate(left, top, room, Math.max(0, height - top - 10));
    }
}
