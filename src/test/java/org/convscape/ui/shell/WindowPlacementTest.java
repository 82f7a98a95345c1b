package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.convscape.session.Settings;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window stands on a screen, and where it stood before. */
class WindowPlacementTest extends ScreenTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1280, 720);

    @ParameterizedTest
    @CsvSource({"1600, 1000", "1366, 768", "1280, 720", "1024, 700", "910, 512"})
    void theFirstPlaceIsOnTheScreenWithItsFrame(double width, double height) {
        Rectangle2D screen = new Rectangle2D(100, 50, width, height);
        Rectangle2D place = WindowPlacement.firstPlace(screen);
        assertTrue(screen.contains(place), place.toString());
        assertTrue(place.getHeight() <= height - 30, "room for the title");
    }

    @Test
    void whatAScreenShowedThatIsGoneComesBackOnOneThatIsThere() {
        Rectangle2D gone = new Rectangle2D(3000, 100, 1000, 600);
        Rectangle2D place = WindowPlacement.within(gone, SCREEN);
        assertTrue(SCREEN.contains(place), place.toString());
        assertEquals(1000, place.getWidth());
    }

    @Test
    void aPlaceOnTheScreenStaysAsItIsAndALargerOneIsCutDown() {
        Rectangle2D here = new Rectangle2D(40, 60, 900, 500);
        assertEquals(here, WindowPlacement.within(here, SCREEN));
        assertEquals(SCREEN, WindowPlacement.within(new Rectangle2D(0, 0, 1600, 1000), SCREEN));
    }

    @Test
    void itStandsWhereItStoodAtTheStartBeforeAndDamagedSettingsGiveTheFirstPlace(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("settings.json");
        List<String> said = new ArrayList<>();
        try (Settings settings = new Settings(file, Later.now(), JobRunner.calling(), said::add)) {
            settings.put("window.x", 70);
            settings.put("window.y", 90);
            settings.put("window.width", 1000);
            settings.put("window.height", 640);
            settings.put("window.maximised", false);
        }
        assertEquals(new Rectangle2D(70, 90, 1000, 640), placed(file, said));
        Files.writeString(file, "{\"window.x\": ");
        Rectangle2D first = placed(file, said);
        assertTrue(Screen.getPrimary().getVisualBounds().contains(first));
        assertEquals(1, said.size(), said.toString());
    }

    private Rectangle2D placed(Path file, List<String> said) {
        Rectangle2D[] place = new Rectangle2D[1];
        try (Settings settings = new Settings(file, Later.now(), JobRunner.calling(), said::add)) {
            interact(() -> {
                Stage stage = new Stage();
                stage.setScene(new Scene(new Pane()));
                new WindowPlacement(stage, settings);
                place[0] = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            });
        }
        return place[0];
    }
}
