package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import javafx.stage.Window;
import org.convscape.testing.Contrast;
import org.convscape.testing.ScreenSize;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What says where a number comes from points to it, is whole, can be read, and goes by Escape or a click elsewhere. */
class CalloutTest extends StudioTest {
    private static final List<String> NUMBERS = List.of("#line-multiply-adds", "#status-parameters", "#status-count");

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void whatExplainsANumberPointsToItAndIsWhole(ScreenSize size) {
        showQuiet(size);
        openNetwork("resnet50", "layer1/0/conv2");
        for (Theme theme : Theme.values()) {
            interact(() -> window.view.themeProperty().set(theme));
            for (String number : NUMBERS) {
                clickOn(number);
                settle();
                interact(() -> {
                    check(number, lookup(number).query());
                    canBeRead(theme);
                });
                window.screenshot("callout-" + number.substring(1) + "-"
                        + size.name().toLowerCase(Locale.ROOT) + "-" + theme.id());
                type(KeyCode.ESCAPE);
                assertFalse(lookup("#explanation").tryQuery().isPresent(), "Escape closes it");
            }
        }
        clickOn("#status-count");
        assertTrue(lookup("#explanation").tryQuery().isPresent());
        clickOn("#drawer-time");
        settle();
        assertFalse(lookup("#explanation").tryQuery().isPresent(), "a click elsewhere closes it");
    }

    private void check(String number, Node figure) {
        Node explanation = lookup("#explanation").query();
        Path border = lookup(".popover > .border").query();
        Window around = figure.getScene().getWindow();
        Rectangle2D screen = new Rectangle2D(around.getX(), around.getY(), around.getWidth(), around.getHeight());
        Bounds shown = border.localToScreen(border.getLayoutBounds());
        assertTrue(
                shown.getMinX() >= screen.getMinX()
                        && shown.getMaxX() <= screen.getMaxX()
                        && shown.getMinY() >= screen.getMinY()
                        && shown.getMaxY() <= screen.getMaxY(),
                () -> number + ": " + shown + " on " + screen);
        Bounds place = figure.localToScreen(figure.getLayoutBounds());
        double tip =
                tip(border, place.getMinY() > explanation.localToScreen(0, 0).getY());
        assertTrue(
                Math.abs(tip - place.getCenterX()) <= 3,
                () -> number + ": the arrow is at " + tip + ", the number at " + place);
    }

    /** Where the outermost point of an outline is on the screen, across. */
    private static double tip(Path border, boolean below) {
        List<Point2D> corners = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (PathElement element : border.getElements()) {
            if (element instanceof MoveTo move) {
                x = move.getX();
                y = move.getY();
            } else if (element instanceof LineTo line) {
                x = line.getX();
                y = line.getY();
                corners.add(border.localToScreen(x, y));
            } else if (element instanceof HLineTo across) {
                x = across.getX();
            } else if (element instanceof VLineTo down) {
                y = down.getY();
            }
        }
        return corners.stream()
                .max((one, other) -> Double.compare(one.getY(), other.getY()) * (below ? 1 : -1))
                .orElseThrow()
                .getX();
    }

    private void canBeRead(Theme theme) {
        Color ground = (Color) lookup(".popover > .border").<Path>query().getFill();
        assertEquals(1, ground.getOpacity(), "an opaque ground");
        for (Node node : lookup("#explanation").lookup(".label").queryAll()) {
            Label label = (Label) node;
            double contrast = Contrast.of((Color) label.getTextFill(), ground);
            assertTrue(
                    contrast >= 4.5 || label.getParent() instanceof javafx.scene.control.Button,
                    () -> label.getText() + " in " + theme + ": " + contrast);
        }
    }
}
