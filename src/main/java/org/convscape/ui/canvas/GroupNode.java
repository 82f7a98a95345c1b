package org.convscape.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.convscape.execution.RunTimes;
import org.convscape.layout.Box;
import org.convscape.layout.LayoutRequest;
import org.convscape.scene.Amounts;
import org.convscape.scene.Condition;
import org.convscape.scene.Explanation.Quantity;
import org.convscape.scene.GroupContent;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.Glyph;
import org.convscape.ui.control.Hints;

/** The frame of an open group, with its title and figures. */
final class GroupNode extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass DISTANT = PseudoClass.getPseudoClass("distant");
    private static final double SIDE = 14;
    /** Between labels. */
    private static final double GAP = 12;
    /** What of a title is left at least. */
    private static final double LEAST_TITLE = 22;
    /** Figures that a dot parts stand closer. */
    private static final double DOT = 7;

    private final Label title = new Label();
    private final Label kind = new Label();
    private final Label parameters = new Label();
    private final Label count = new Label();
    private final Label times = new Label();
    private final Label close = new Label("", Glyph.COLLAPSE.node(11));
    private Region glyph = new Region();
    private GroupContent content;
    private String time = "";
    private Detail detail = Detail.NEAR;

    GroupNode(CardActions actions) {
        getStyleClass().add("group-frame");
        setManaged(false);
        setAccessibleRole(AccessibleRole.PARENT);
        title.getStyleClass().add("title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        kind.getStyleClass().add("kind");
        for (Label figure : new Label[] {parameters, count, times}) {
            figure.getStyleClass().add("group-figures");
        }
        close.getStyleClass().addAll("chip", "toggle");
        Hints.on(close, "Collapse (Enter)");
        ChipRow.onPress(close, () -> actions.toggle(content.path().text()));
        for (Label label : new Label[] {title, kind, parameters, count, times}) {
            label.setMinWidth(0);
        }
        for (Label label : new Label[] {title, kind, times}) {
            label.setMouseTransparent(true);
        }
        explained(parameters, Quantity.PARAMETERS, actions);
        explained(count, Quantity.COUNT, actions);
        getChildren().addAll(glyph, title, kind, parameters, count, times, close);
    }

    private void explained(Label figure, Quantity quantity, CardActions actions) {
        Explained.clickable(figure, () -> actions.explain(content.path().text(), quantity));
    }

    /** What is to be pointed at where that number is explained. */
    Node figure(Quantity quantity) {
        Label figure = quantity == Quantity.COUNT ? count : parameters;
        return figure.isVisible() ? figure : title;
    }

    GroupContent content() {
        return content;
    }

    void show(GroupContent fresh) {
        content = fresh;
        setId("group-" + fresh.path());
        FamilyStyle.apply(this, fresh.family());
        pseudoClassStateChanged(WRONG, fresh.condition() == Condition.WRONG);
        title.setText(fresh.title());
        kind.setText(fresh.kind());
        getChildren().remove(glyph);
        glyph = (fresh.condition() == Condition.WRONG ? Glyph.WARNING : Glyph.of(fresh.family())).node(14);
        glyph.getStyleClass().add("card-glyph");
        getChildren().add(glyph);
        close.setAccessibleText("Collapse " + fresh.path());
        describe();
        requestLayout();
    }

    /** Writes how long the last run took in here; empty where nothing ran. */
    void time(String text) {
        if (!text.equals(time)) {
            time = text;
            describe();
            requestLayout();
        }
    }

    private void describe() {
        writeFigures();
        String words = content.hint() + (time.isEmpty() ? "" : "\n" + time + ", " + RunTimes.MEANING);
        Hints.on(this, words);
        setAccessibleText(words.replace("\n", ", "));
    }

    /** From afar the count alone has room. */
    private void writeFigures() {
        if (content == null) {
            return;
        }
        Amounts amounts = content.amounts();
        if (detail == Detail.DISTANT) {
            count.setText(amounts.count() > 0 ? amounts.shortCount() : "");
        } else {
            parameters.setText(words(amounts, false)[0]);
            count.setText(words(amounts, false)[1]);
            times.setText(time.isEmpty() ? "" : "· " + time);
        }
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void target(boolean aimedAt) {
        pseudoClassStateChanged(TARGET, aimedAt);
    }

    void detail(Detail fresh) {
        if (detail != fresh) {
            detail = fresh;
            pseudoClassStateChanged(FAR, fresh == Detail.FAR);
            pseudoClassStateChanged(DISTANT, fresh == Detail.DISTANT);
            writeFigures();
            requestLayout();
        }
    }

    void place(Box box) {
        relocate(box.x(), box.y());
        resize(box.width(), box.height());
    }

    @Override
    protected void layoutChildren() {
        boolean far = detail != Detail.NEAR;
        double right = getWidth() - SIDE;
        double height = LayoutRequest.GROUP_HEADER;
        glyph.relocate(SIDE, (height - 14) / 2);
        glyph.setVisible(!far);
        close.setVisible(!far);
        double closeWidth = far ? 0 : close.prefWidth(-1);
        close.resizeRelocate(right - closeWidth, (height - 18) / 2, closeWidth, 18);
        right -= closeWidth + 8;
        double x = far ? SIDE : SIDE + 21;
        if (!far) {
            fitFigures(right - x);
        }
        double figures = far ? (detail == Detail.FAR ? 0 : GAP + count.prefWidth(-1)) : figuresWidth();
        x = put(title, x, Math.max(x + LEAST_TITLE, right - figures), height, true, true);
        x = put(parameters, x, right, height, !far, true);
        x = put(count, far ? x : x - DOT, right, height, detail != Detail.FAR, true);
        x = put(times, x - DOT, right, height, !far, false);
        put(kind, x, right, height, !far, false);
    }

    private double figuresWidth() {
        return 2 * GAP - DOT + parameters.prefWidth(-1) + count.prefWidth(-1);
    }

    /** Parameters and count are always there: where their words do not fit, letters stand for them, as on cards. */
    private void fitFigures(double room) {
        for (boolean brief : new boolean[] {false, true}) {
            String[] words = words(content.amounts(), brief);
            write(parameters, words[0]);
            write(count, words[1]);
            if (title.prefWidth(-1) + figuresWidth() <= room) {
                return;
            }
        }
    }

    private static void write(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }

    private static String[] words(Amounts amounts, boolean brief) {
        return brief
                ? new String[] {"P " + amounts.shortParameters(), "· M " + amounts.shortCount()}
                : new String[] {
                    amounts.shortParameters() + " params",
                    "· " + amounts.shortCount() + " " + amounts.convention().unit()
                };
    }

    /**
     * Puts a label where it fits, and leaves it out where it does not, rather than cut a number in the middle.
     *
     * @param needed shown in any case; of a title the middle is then left out
     */
    private static double put(Label label, double x, double right, double height, boolean wanted, boolean needed) {
        double width = label.prefWidth(-1);
        boolean shown = wanted && !label.getText().isEmpty() && (needed || x + width <= right);
        label.setVisible(shown);
        if (!shown) {
            return x;
        }
        double taken = Math.max(0, Math.min(width, right - x));
        label.resizeRelocate(x, 0, taken, height);
        return x + taken + GAP;
    }
}
