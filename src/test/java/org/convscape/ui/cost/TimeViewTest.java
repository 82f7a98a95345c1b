package org.convscape.ui.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import org.convscape.document.Document;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Shape;
import org.convscape.testing.ScreenTest;
import org.convscape.testing.Screenshots;
import org.convscape.timing.Repetitions;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.cost.TimeModel;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network is timed at the press of a button, and its roofline is seen; nothing here depends on how long it takes. */
class TimeViewTest extends ScreenTest {
    private Studio studio;
    private Scene scene;

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
        showInWindow(scene);
    }

    @Test
    void aPressOfTheButtonFillsTableAndChart() {
        Model model = Catalogue.standard().require("xception-entry");
        interact(() -> studio.open(Document.of(
                model.label(), model.build(Shape.maps(6, 6, 16), model.schema().defaults()))));
        clickOn("#time-start");

        TableView<TimingTable.Row> table = lookup("#time-table").query();
        assertEquals(
                studio.focusedProperty().get().workspace().analysis().nodes().size(),
                table.getItems().size());
        String total = lookup("#time-total").<Label>query().getText();
        assertTrue(total.matches(".*: [0-9.]+ m?s, of it overhead .*GMAC/s"), total);
        ImageView chart = lookup("#time-roofline").lookup(".image-view").query();
        assertNotNull(chart.getImage());
        Screenshots.take(scene, "time");
    }
}
