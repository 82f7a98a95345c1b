package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.convscape.engine.PlannedEngine;
import org.convscape.task.JobRunner;
import org.convscape.testing.CutNumbers;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.ScreenThread;
import org.convscape.viewmodel.Libraries;
import org.convscape.viewmodel.Studio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** On every page of the drawer, at the sizes of usual screens, no number is shown with a part left out. */
class NumbersInFullTest extends ApplicationTest {
    private static final List<String> PAGES = List.of("maps", "cost", "problems", "why-different", "plane", "time");

    private Studio studio;
    private Stage window;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        studio = new Studio(
                Libraries.standard(),
                PlannedEngine.ofPlainLoops(),
                JobRunner.threads("files", 1),
                JobRunner.threads("raster", 1),
                JobRunner.threads("figures", 1),
                ScreenThread.executor());
        studio.liveProperty().set(false);
        StudioView view = new StudioView(studio, new StudioWindow.Answers());
        scene = new Scene(view, 1600, 1000);
        view.install(scene);
        window = stage;
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @Override
    public void stop() {
        studio.close();
    }

    @ParameterizedTest
    @CsvSource({"1600, 1000", "1366, 768", "1280, 720"})
    void everyPageOfALargeNetwork(int width, int height) {
        interact(() -> {
            window.setWidth(width);
            window.setHeight(height);
            studio.openNetwork("resnet50");
            studio.currentProperty().get().workspace().select("layer1/0/conv2");
        });
        everyPage(width + "-resnet50");
    }

    @Test
    void everyPageOfTheLargestCounts() {
        interact(() -> {
            window.setWidth(1280);
            window.setHeight(720);
            studio.openNetwork("vgg19");
        });
        everyPage("1280-vgg19");
    }

    private void everyPage(String of) {
        List<String> cut = new ArrayList<>();
        for (String page : PAGES) {
            interact(() -> lookup("#drawer-" + page).query().requestFocus());
            push(KeyCode.SPACE);
            Screenshots.settle(scene);
            WaitForAsyncUtils.waitForFxEvents(3);
            if (window.getWidth() < 1300) {
                Screenshots.take(scene, "numbers-" + of + "-" + page);
            }
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> CutNumbers.under(scene.getRoot()))
                    .forEach(number -> cut.add(page + ": " + number));
        }
        assertEquals("", String.join("\n", cut), of);
    }
}
