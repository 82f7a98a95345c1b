package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.convscape.graph.GroupPath;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.desk.OpenDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line of groups around what is selected is whole, moves nothing, and goes to where it is pressed. */
class CrumbsTest extends StudioTest {

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void aPressGoesToTheGroupThatIsNamed(ScreenSize size) {
        showQuiet(size);
        OpenDocument document = openNetwork("resnet50");
        String name = size.name().toLowerCase(Locale.ROOT);
        assertFalse(seen("#crumbs"), "nothing is selected");
        select("conv1");
        assertFalse(seen("#crumbs"), "a layer in no group");

        select("layer2/0");
        type(KeyCode.ENTER);
        settle();
        interact(() -> document.workspace().select("layer2/0/conv1"));
        settle();
        assertEquals(List.of("resnet50", "layer2", "0", "conv1"), words());
        isWhole();
        screenshotInBothThemes("crumbs-" + name);

        clickOn("#crumb-layer2");
        settle();
        assertEquals(Set.of("layer2"), document.workspace().selection());
        assertTrue(seen("#group-layer2"));
        assertEquals(List.of("resnet50", "layer2"), words());

        clickOn("#crumb-network");
        settle();
        assertEquals(Set.of(), document.workspace().selection());
        assertFalse(seen("#crumbs"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void deepAndLongNamesAreShortenedInTheMiddle(ScreenSize size) {
        showQuiet(size);
        OpenDocument document = openNetwork("inception-v3");
        interact(() -> {
            String deepest = document.workspace().document().graph().nodes().stream()
                    .map(node -> node.path())
                    .max((one, other) -> Integer.compare(
                            new GroupPath(one).lineage().size() * 1000 + one.length(),
                            new GroupPath(other).lineage().size() * 1000 + other.length()))
                    .orElseThrow();
            document.workspace().select(deepest);
        });
        settle();
        isWhole();
        screenshotInBothThemes("crumbs-deep-" + size.name().toLowerCase(Locale.ROOT));
    }

    private List<String> words() {
        return lookup("#crumbs").lookup(".crumb").queryAllAs(Button.class).stream()
                .map(Button::getText)
                .toList();
    }

    private void isWhole() {
        interact(() -> {
            Bounds canvas = inScene(lookup("#canvas").query());
            Bounds tab = inScene(lookup("#documents").lookup(".headers-region").query());
            Bounds bar = inScene(lookup("#crumbs").query());
            assertTrue(bar.getMinX() >= tab.getMaxX() && bar.getMaxX() <= canvas.getMaxX(), bar + " in " + canvas);
            assertTrue(bar.getMaxY() <= canvas.getMinY(), bar + " over " + canvas);
            double before = bar.getMinX();
            for (Node crumb : lookup("#crumbs").lookup(".crumb").queryAll()) {
                Bounds one = inScene(crumb);
                assertTrue(one.getMinX() >= before && one.getMaxX() <= bar.getMaxX(), one + " in " + bar);
                before = one.getMaxX() - 1;
            }
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
