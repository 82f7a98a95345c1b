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
    private static final double LEFT = CardFormat.LEFT;
    private static final double RIGHT = CardFormat.RIGHT;

    /** What is written below a card reaches so far into the gap beside it: not to what stands below the next card. */
    private static final double PROBLEM_OVERHANG = 44;

    private final CardFormat format;
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

    /** What is heard and what appears at the pointer is put into words when it is asked for: an edit may change every card. */
    private void describe() {
        Hints.on(this, this::hint);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String hint() {
        return content.hint() + (ran() ? "\n" + figures.time() + ", " + RunTimes.MEANING : "");
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
        edge.resizeRelocate(0, 0, 4, height);
        boolean far = detail == Detail.FAR;
        boolean small = format == CardFormat.SMALL;
        badge.setVisible(!far && !small);
        glyph.setVisible(!far);
        chips.setVisible(!far);
        figures.show(!far && !small && format != CardFormat.PICTURE);
        if (far) {
            layoutFar(width, height);
        } else if (small) {
            layoutSmall(width);
        } else {
            layoutFull(width, height);
        }
        problem.setVisible(!far && !problem.getText().isEmpty());
        if (problem.isVisible()) {
            double room = width + PROBLEM_OVERHANG;
            problem.resizeRelocate(0, height + 5, room, problem.prefHeight(room));
        }
        ports.layout(width, height);
    }

    private void layoutFull(double width, double height) {
        double right = width - RIGHT;
        double shapeWidth = shape.prefWidth(-1);
        shape.resizeRelocate(right - shapeWidth, 9, shapeWidth, 16);
        double signWidth = sign.place(LEFT, 10);
        title.resizeRelocate(LEFT + signWidth, 7, right - shapeWidth - 6 - LEFT - signWidth, 19);
        glyph.relocate(LEFT, 29);
        double chipsWidth = chips.prefWidth(-1);
        chips.resizeRelocate(right - chipsWidth, 26, chipsWidth, 17);
        badge.resizeRelocate(LEFT + 17, 26, Math.max(0, right - chipsWidth - 4 - LEFT - 17), 17);
        if (format == CardFormat.PICTURE) {
            strip.resizeRelocate(LEFT, 48, right - LEFT, height - 48 - 11);
            return;
        }
        double bottom = height - 12;
        strip.resizeRelocate(LEFT, 48, right - LEFT, bottom - 22 - 48);
        figures.layout(
                LEFT, right, bottom, content == null ? 0 : content.amounts().share());
    }

    private void layoutSmall(double width) {
        double right = width - RIGHT;
        glyph.relocate(LEFT, 11);
        double signWidth = sign.place(right - 14, 11);
        title.resizeRelocate(LEFT + 17, 7, right - LEFT - 17 - signWidth, 19);
        double shapeWidth = Math.min(right - LEFT, shape.prefWidth(-1));
        shape.resizeRelocate(LEFT, 26, shapeWidth, 16);
        strip.resizeRelocate(LEFT, 46, right - LEFT, format.tile());
        double chipsWidth = Math.min(right - LEFT, chips.prefWidth(-1));
        chips.resizeRelocate(LEFT, 71, chipsWidth, 17);
    }

    private void layoutFar(double width, double height) {
        double right = width - RIGHT;
        sign.place(right - 14, 11);
        title.resizeRelocate(LEFT, 4, right - LEFT, 32);
        shape.resizeRelocate(LEFT, 34, right - LEFT, 24);
        double top = format == CardFormat.SMALL ? 58 : 62;
        strip.resizeRelocate(LEFT, top, right - LEFT, Math.max(0, height - top - 10));
    }
}
