package org.convscape.ui.cost;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import org.convscape.testing.ScreenTest;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.Floating;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.cost.CostModel;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Test;

/** What costs most and where memory is fullest, as charts. */
class CostChartsMenuTest extends ScreenTest {
    private Studio studio;

    private void show(Theme theme) {
        interact(() -> {
            studio = closing(QuietStudio.open());
            assertTrue(studio.openNetwork("resnet50").isPresent());
            CostView view = new CostView(new CostModel(studio));
            BorderPane page = new BorderPane(view);
            page.setTop(view.controls());
            Scene scene = new Scene(page, 1300, 760);
            theme.dress(scene);
            Floating.over(scene);
            showInWindow(scene);
        });
        settle();
    }

    private ChartViewer open(String item) {
        clickOn("#cost-charts").clickOn("#" + item);
        await("the chart", () -> seen("#large-chart") && viewer().getRenderingInfo() != null);
        return viewer();
    }

    private ChartViewer viewer() {
        return (ChartViewer) lookup("#large-chart").query().lookupAll("*").stream()
                .filter(ChartViewer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothChartsOpenSelectWhatIsClickedAndCloseWithEscape() {
        show(Theme.DARK);
        for (String item : new String[] {"cost-shares", "cost-memory"}) {
            ChartViewer viewer = open(item);
            Scene large = viewer.getScene();
            Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
            interact(() -> studio.focusedProperty().get().workspace().select());
            clickOn(viewer.localToScreen(area.getCenterX(), area.getCenterY()), MouseButton.PRIMARY);
            assertFalse(studio.focusedProperty().get().workspace().selection().isEmpty(), item);
            Screenshots.take(large, item + "-dark");
            interact(() -> Theme.LIGHT.dress(large));
            Screenshots.take(large, item + "-light");
            push(KeyCode.ESCAPE);
            assertFalse(large.getWindow() != null && large.getWindow().isShowing());
            assertTrue(seen("#cost-table"));
        }
    }
}
