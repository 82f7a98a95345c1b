package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.testing.ScreenSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and named stands on the screen as it is: an underscore is no sign for a key. */
class NamesOnScreenTest extends StudioTest {

    /** Whatever is drawn in any window and begins like this. */
    private Set<String> drawn(String beginning) {
        List<String> texts = new ArrayList<>();
        interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .forEach(shown -> collect(shown.getScene().getRoot(), beginning, texts)));
        return new HashSet<>(texts);
    }

    private static void collect(Node root, String beginning, List<String> texts) {
        root.lookupAll(".text").stream()
                .filter(node -> node instanceof Text && seen(node))
                .map(node -> ((Text) node).getText())
                .filter(text -> text.contains(beginning))
                .forEach(texts::add);
    }

    @Test
    void aPictureKeepsItsUnderscores(@TempDir Path folder) throws IOException {
        showQuiet(ScreenSize.DESKTOP);
        Path file = folder.resolve("anim_frame_1.png");
        try (InputStream sample = getClass().getResourceAsStream("/org/convscape/sample-images/shapes.png")) {
            Files.copy(sample, file);
        }
        window.answers.file = file;
        push(KeyCode.CONTROL, KeyCode.I);
        await("the picture", () -> text("#picture-chooser").startsWith("anim"));

        assertEquals(Set.of("anim_frame_1.png"), drawn("anim"));
    }

    @Test
    void whatWasSaidBeforeTheWindowWasThereStandsInIt() {
        showQuiet(ScreenSize.DESKTOP);
        interact(() -> {
            window.studio.report("The engine could not be started");
            StudioView later = new StudioView(window.studio, window.answers);
            later.install(new Scene(later));
            assertEquals("The engine could not be started", ((Labeled) later.lookup("#banner-sentence")).getText());
        });
    }

    @Test
    void aDocumentAndALayerKeepTheirUnderscores() {
        showQuiet(ScreenSize.DESKTOP);
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        builder.add("my_own_layer", new Relu(), picture);
        open(Document.of("my_own_net", builder.build()), "my_own_layer");

        Set<String> names = drawn("own");
        assertFalse(names.isEmpty(), "the tab, at least");
        names.forEach(name -> assertTrue(name.contains("my_own_"), name));
    }
}
