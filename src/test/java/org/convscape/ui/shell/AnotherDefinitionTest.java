package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.attribute.AttributeValues;
import org.convscape.document.Document;
import org.convscape.exchange.Exported;
import org.convscape.exchange.Exporters;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Libraries;
import org.convscape.session.Settings;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.weights.SeededWeights;
import org.convscape.zoo.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of another definition, which fit by names and shapes: a person decides. */
class AnotherDefinitionTest extends StudioTest {

    @TempDir
    Path folder;

    private static Document network(String shortcut) {
        Network network = Libraries.standard().networks().find("cifar-resnet20").orElseThrow();
        AttributeValues values = network.schema().defaults().with("shortcut", shortcut);
        return BuiltNetwork.document(network, network.defaultInput(), values);
    }

    @Test
    void aPersonIsAskedBeforeSuchWeightsAreTaken() {
        Path file = folder.resolve("plain.safetensors");
        Document plain = network("none");
        Exporters.write(
                Exporters.forFile(file).orElseThrow(),
                new Exported(
                        plain,
                        Analysis.of(plain.graph()),
                        Libraries.standard().inventory(),
                        Convention.MACS,
                        false,
                        new SeededWeights(7),
                        "drawn"),
                file,
                Progress.NONE,
                new Cancellation());
        showQuiet(ScreenSize.DESKTOP);
        interact(() -> window.studio.open(network("a")));
        settle();
        OpenDocument document = window.studio.focusedProperty().get();
        interact(() -> window.answers.windows = new StageDialogs(window.stage, Settings.passing()));

        drop(file);
        await("the question", () -> seen("#take-part"));
        settle();
        assertTrue(lookup("#weight-gaps")
                .<javafx.scene.control.TextArea>query()
                .getText()
                .startsWith("The file is of cifar-resnet20 shortcut=none, as it says of itself"));
        push(KeyCode.ENTER);
        await("no question", () -> !seen("#take-part"));
        assertFalse(document.weights().trained());

        drop(file);
        await("the question", () -> seen("#take-part"));
        settle();
        clickOn("Take it anyway");
        await("the weights", () -> document.weights().loadedProperty().get() != null);
        assertEquals(
                97, document.weights().loadedProperty().get().match().assigned().size());
    }

    /** Not waited for: the question that comes up waits for a person itself. */
    private void drop(Path file) {
        Platform.runLater(() -> window.view.open(file));
    }
}
