package org.convscape.ui.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.convscape.document.Document;
import org.convscape.graph.GroupPath;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Shape;
import org.convscape.testing.Contrast;
import org.convscape.testing.CutNumbers;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.ScreenTest;
import org.convscape.testing.Screenshots;
import org.convscape.testing.Whole;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.convscape.ui.chart.ChartView;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.cost.TimeModel;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network is timed at the press of a button, and its charts are seen; nothing here depends on how long it takes. */
class TimeViewTest extends ScreenTest {
    private static final double READABLE = 4.5;

    /** What the shell leaves of a window for the drawer: the palette and the inspector beside it, the canvas above. */
    private static final double BESIDE = 555;

    private Studio studio;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void show() {
        interact(this::showTimes);
    }

    private void showTimes() {
        studio = closing(QuietStudio.open());
        TimeView view = new TimeView(
                new TimeModel(studio, JobRunner.calling(), new Repetitions(3, 1, 0), new Roofline(1, 0.5)));
        BorderPane both = new BorderPane(view);
        both.setTop(view.controls());
        scene = new Scene(both, 1500, 420);
        Theme.DARK.dress(scene);
        stage = showInWindow(scene);
    }

    private void timed() {
        Model model = Catalogue.standard().require("xception-entry");
        interact(() -> studio.open(Document.of(
                model.label(), model.build(Shape.maps(6, 6, 16), model.schema().defaults()))));
        clickOn("#time-start");
        settle();
    }

    private ChartViewer viewer(String of) {
        return (ChartViewer) lookup(of).query().lookupAll("*").stream()
                .filter(ChartViewer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** A place of the chart on the screen, from where it was drawn. */
    private Point2D onScreen(ChartViewer viewer, double across, double down) {
        Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
        return viewer.localToScreen(area.getX() + across * area.getWidth(), area.getY() + down * area.getHeight());
    }

    private static Range shown(ChartViewer viewer) {
        return viewer.getChart().getXYPlot().getDomainAxis().getRange();
    }

    @Test
    void aPressOfTheButtonFillsTableAndChart() {
        timed();

        TableView<TimingTable.Row> table = lookup("#time-table").query();
        assertEquals(
                studio.focusedProperty().get().workspace().analysis().nodes().size(),
                table.getItems().size());
        String total = lookup("#time-total").<Label>query().getText();
        assertTrue(total.matches(".*: [0-9.]+ m?s, quartiles .* m?s … .* m?s"), total);
        String conditions = text("#time-conditions");
        assertTrue(conditions.matches("3 runs, overhead .* m?s, .* GMAC/s, 6×6×16, 1 thread"), conditions);
        assertTrue(seen("#time-chart"));
        Screenshots.take(scene, "time");
    }

    @Test
    void aBarSaysWhatItStandsForAndSelectsItsLayer() {
        timed();
        clickOn("#time-show-bars");
        settle();
        ChartViewer viewer = viewer("#time-chart");
        Point2D first = onScreen(viewer, 0.01, 0.02);
        moveTo(first);
        String tip = lookup(".chart-pane").query().lookup(".map-hover") instanceof Label label ? label.getText() : "";
        String path = tip.lines().findFirst().orElse("");
        assertTrue(tip.contains(" ms, quartiles ") && tip.contains(" % of the time"), tip);
        clickOn(first, MouseButton.PRIMARY);
        assertEquals(Set.of(path), studio.focusedProperty().get().workspace().selection());

        clickOn("#time-blocks").clickOn("#time-longest");
        settle();
        clickOn(onScreen(viewer, 0.01, 0.02), MouseButton.PRIMARY);
        Set<String> block = studio.focusedProperty().get().workspace().selection();
        assertTrue(
                block.stream()
                        .allMatch(each -> studio.focusedProperty()
                                        .get()
                                        .workspace()
                                        .document()
                                        .graph()
                                        .group(new GroupPath(each))
                                        .isPresent()
                                || !each.contains("/")),
                block::toString);
        Screenshots.take(scene, "time-bars");
    }

    @Test
    void theWheelZoomsADragEnclosesAndADoubleClickShowsAllAgain() {
        timed();
        for (String kind : List.of("#time-show-roofline", "#time-show-bars")) {
            clickOn(kind);
            settle();
            ChartViewer viewer = viewer("#time-chart");
            Range all = shown(viewer);
            assertTrue(lookup("#chart-all").<Button>query().isDisabled());
            moveTo(onScreen(viewer, 0.5, 0.5));
            scroll(3, VerticalDirection.DOWN).scroll(3, VerticalDirection.UP);
            settle();
            Range wheeled = shown(viewer);
            clickOn("#chart-all");
            settle();
            assertEquals(all, shown(viewer), kind);
            drag(onScreen(viewer, 0.3, 0.3), MouseButton.PRIMARY).dropTo(onScreen(viewer, 0.6, 0.7));
            settle();
            Range dragged = shown(viewer);
            assertTrue(dragged.getLength() < 0.8 * all.getLength(), kind + " enclosed " + dragged);
            assertFalse(lookup("#chart-all").<Button>query().isDisabled());
            doubleClickOn(onScreen(viewer, 0.5, 0.5), MouseButton.PRIMARY);
            settle();
            assertEquals(all, shown(viewer), kind);
            assertTrue(all.contains(wheeled.getLowerBound()) && all.contains(wheeled.getUpperBound()), "never beyond");
        }
    }

    @Test
    void aChartOpensLargeAndEscapeClosesIt() {
        timed();
        clickOn("#chart-large");
        await(
                "the large chart",
                () -> seen("#large-chart") && viewer("#large-chart").getRenderingInfo() != null);
        Window large = lookup("#large-chart").query().getScene().getWindow();
        assertTrue(((Stage) large).getTitle().endsWith("under the roofline"));
        assertReadable(viewer("#large-chart"));
        interact(() -> Theme.LIGHT.dress(scene));
        settle();
        assertReadable(viewer("#large-chart"));
        Screenshots.take(large.getScene(), "time-large");
        push(KeyCode.ESCAPE);
        assertFalse(large.isShowing());
        assertTrue(stage.isShowing());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void writingStandsOutFromTheGroundInEveryTheme(Theme theme) {
        timed();
        interact(() -> theme.dress(scene));
        settle();
        for (String kind : List.of("#time-show-roofline", "#time-show-bars")) {
            clickOn(kind);
            settle();
            assertReadable(viewer("#time-chart"));
            assertEquals(
                    theme == Theme.DARK,
                    Contrast.of(rgb(viewer("#time-chart").getChart().getBackgroundPaint()), 0) < 3,
                    "the ground is that of the theme");
            Screenshots.take(scene, "time" + kind.substring(kind.lastIndexOf('-')) + "-" + theme.id());
        }
    }

    private static void assertReadable(ChartViewer viewer) {
        JFreeChart chart = viewer.getChart();
        XYPlot plot = chart.getXYPlot();
        int ground = rgb(chart.getBackgroundPaint());
        assertEquals(ground, rgb(plot.getBackgroundPaint()));
        for (ValueAxis axis : List.of(plot.getDomainAxis(), plot.getRangeAxis())) {
            assertTrue(Contrast.of(rgb(axis.getTickLabelPaint()), ground) >= READABLE);
            assertTrue(Contrast.of(rgb(axis.getLabelPaint()), ground) >= READABLE);
            assertTrue(axis.getTickLabelFont().getSize() >= 11);
        }
        assertTrue(Contrast.of(rgb(chart.getLegend().getItemPaint()), ground) >= READABLE);
    }

    private static int rgb(java.awt.Paint paint) {
        return ((Color) paint).getRGB() & 0xFFFFFF;
    }

    @ParameterizedTest
    @EnumSource(ScreenSize.class)
    void noNumberIsCutOnAnyScreen(ScreenSize size) {
        timed();
        interact(() -> {
            stage.setWidth(size.width() - BESIDE);
            stage.setHeight(size.height() / 4.0);
        });
        for (String shown : List.of("#time-show-table", "#time-show-roofline", "#time-show-bars")) {
            clickOn(shown);
            settle();
            interact(() -> {
                assertEquals(List.of(), CutNumbers.under(scene.getRoot()), shown);
                assertEquals(List.of(), Whole.faults(scene.getRoot()), shown);
            });
            Screenshots.take(scene, "time-" + size + shown.substring(shown.lastIndexOf('-')));
        }
    }

    @Test
    void aChartIsSavedAsAPictureOrADrawing(@TempDir Path folder) throws IOException {
        timed();
        for (String name : List.of("chart.png", "chart.svg")) {
            lookup("#time-chart")
                    .<ChartView>query()
                    .setChooser((window, proposed) -> Optional.of(folder.resolve(name)));
            clickOn("#chart-save");
            settle();
            assertTrue(Files.size(folder.resolve(name)) > 1000, name);
            assertEquals("Saved " + name, studio.noticeProperty().get().sentence());
        }
        lookup("#time-chart")
                .<ChartView>query()
                .setChooser((window, proposed) -> Optional.of(folder.resolve("chart.pdf")));
        clickOn("#chart-save");
        assertTrue(studio.noticeProperty().get().sentence().contains(".png or .svg, found chart.pdf"));
        assertFalse(Files.exists(folder.resolve("chart.pdf")));
    }
}
