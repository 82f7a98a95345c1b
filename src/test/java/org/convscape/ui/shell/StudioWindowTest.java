package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.figures.Figures;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.convscape.testing.ScreenSize;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.maps.MapDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person does with the window, on the true engine. */
class StudioWindowTest extends StudioTest {
    /** 32×32×3, eight 3×3 filters without padding, ReLU. */
    private static Document small() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        String conv = graph.add("conv", Conv2d.of(8, 3, 1, Padding.VALID, false), picture);
        graph.add("relu", new Relu(), conv);
        return Document.of("small", graph.build());
    }

    private void awaitMaps(String path) {
        await("maps of " + path, () -> {
            MapDisplay display = window.view.maps().displayProperty().get();
            return display != null && display.stack().path().equals(path);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theFirstLookHasRunAndItsMapsAreSeenInBothThemes(ScreenSize size) {
        show(size);
        openNetwork("first-look");
        select("bottleneck/spatial");
        awaitMaps("bottleneck/spatial_relu");
        clickOn("#drawer-cost");
        window.screenshot("window-first-look-cost-" + size);
        clickOn("#drawer-maps");

        assertEquals("Engine ready", text("#engine-status"));
        assertTrue(text("#maps-summary").contains("64 maps"));
        assertEquals("115,605,504", text("#line-multiply-adds"));
        assertTrue(isInside(".maps", "#channel-figures"), "the figures of the map");
        assertTrue(isInside(".maps", "#loupe-value"), "the value under the pointer");
        window.screenshot("window-dark-" + size);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(Theme.LIGHT, window.view.themeProperty().get());
        window.screenshot("window-light-" + size);
    }

    private boolean isInside(String area, String part) {
        Node around = lookup(area).query();
        Node node = lookup(part).query();
        return around.localToScene(around.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void everyKeystrokeInAFieldChangesTheNumbersAndUndoTakesThemBackAsOne() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "conv");
        assertEquals("216", text("#line-parameters"));
        replace("#field-channels", "12");

        assertEquals("324", text("#line-parameters"));
        assertEquals("291,600", text("#line-multiply-adds"));
        push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("216", text("#line-parameters"));
        assertEquals("", document.workspace().undoLabelProperty().get());
    }

    @Test
    void whatCannotBeReadStaysInItsFieldWithASentence() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "conv");
        Document before = document.workspace().document();
        replace("#field-kernel", "3x");

        assertTrue(text("#error-kernel").startsWith("Expected a size"), text("#error-kernel"));
        assertEquals("3x", lookup("#field-kernel").<TextInputControl>query().getText());
        assertEquals(before.graph(), document.workspace().document().graph());
        window.screenshot("window-invalid-text");
    }

    @Test
    void anotherFitChangesWhatTheNetworkSeesAndTheSentence() {
        show(ScreenSize.DESKTOP);
        open(small());
        await("a preview", () -> text("#preview-sentence").contains("centre crop"));
        choose("#field-fit", "Squash");

        await("another preview", () -> text("#preview-sentence").contains("squashed to 32×32"));
        window.screenshot("window-preview");
    }

    @Test
    void theValueUnderThePointerIsThatOfTheTensor() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "relu");
        awaitMaps("relu");
        Tensor values = document.runs().resultProperty().get().activations().get("relu");
        clickOn("#loupe");
        Matcher first = place();
        int row = Integer.parseInt(first.group(1));
        int column = Integer.parseInt(first.group(2));
        assertEquals(Figures.value(values.at(row, column, 0)), text("#loupe-value"));
        push(KeyCode.RIGHT);
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);

        assertEquals("at (" + (row + 2) + ", " + (column + 1) + ")", text("#loupe-place"));
        assertEquals(Figures.value(values.at(row + 2, column + 1, 0)), text("#loupe-value"));
        clickOn("#map-grid");
        push(KeyCode.HOME);
        push(KeyCode.RIGHT);
        assertEquals(1, window.view.maps().channelProperty().get());
    }

    /** Row and column of the value that the loupe shows. */
    private Matcher place() {
        Matcher place = Pattern.compile("at \\((\\d+), (\\d+)\\)").matcher(text("#loupe-place"));
        assertTrue(place.matches(), () -> text("#loupe-place"));
        return place;
    }

    @Test
    void theValuesOfAVectorAreBarsBesideTheLargest() {
        show(ScreenSize.DESKTOP);
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        String conv = graph.add("conv", Conv2d.of(200, 3, 2, Padding.SAME, false), picture);
        graph.add("mean", GlobalAveragePool.TYPE.create(), conv);
        open(Document.of("vector", graph.build()), "mean");
        awaitMaps("mean");

        assertEquals("mean · 200 values", text("#maps-summary"));
        assertTrue(lookup("#vector-bars").query().isVisible());
        window.screenshot("window-vector");
    }

    @Test
    void aGraphThatDoesNotFitSaysWhereAndWhy() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "conv");
        replace("#field-kernel", "99");
        clickOn("#drawer-problems");

        ListView<?> problems = lookup("#problems-list").query();
        assertEquals(1, problems.getItems().size());
        assertEquals(
                "1", ((Label) lookup("#drawer-problems").<ToggleButton>query().getGraphic()).getText());
        assertTrue(lookup("#inspector-problems").query().isVisible());
        assertFalse(document.workspace().analysis().complete());
        window.screenshot("window-invalid-graph");
        clickOn("#drawer-cost");
        assertTrue(text("#cost-total").contains("at least"));
        window.screenshot("window-cost");
        clickOn("#drawer-maps");
    }

    @Test
    void anOperationOfTheTestsAppearsInPaletteAndForm() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "relu");
        replace("#palette-search", "negation");
        push(KeyCode.ENTER);

        assertTrue(document.workspace().document().graph().find("test-negate").isPresent());
        assertEquals("1.0", lookup("#field-strength").<TextInputControl>query().getText());
        awaitMaps("test-negate");
        replace("#palette-search", "");
        window.screenshot("window-test-operation");
    }

    @Test
    void aPictureThatCannotBeReadIsOneSentenceAndTheOldOneStays(@TempDir Path folder) throws Exception {
        show(ScreenSize.DESKTOP);
        Path empty = Files.createFile(folder.resolve("empty.png"));
        await("a picture", () -> window.studio.pictures().pictureProperty().get() != null);
        var before = window.studio.pictures().pictureProperty().get();
        window.answers.file = empty;
        push(KeyCode.CONTROL, KeyCode.I);

        await("a sentence", () -> text("#banner-sentence").contains("empty.png is empty"));
        assertEquals(before, window.studio.pictures().pictureProperty().get());
        window.screenshot("window-banner");
    }

    @Test
    void aDocumentIsSavedAndOpenedAgainAndUnsavedChangesAreAskedFor(@TempDir Path folder) {
        show(ScreenSize.DESKTOP);
        push(KeyCode.CONTROL, KeyCode.N);
        OpenDocument document = current();
        replace("#palette-search", "convolution");
        push(KeyCode.ENTER);
        replace("#field-channels", "5");
        assertTrue(document.changedProperty().get());
        window.answers.unsaved = Optional.empty();
        int asked = window.answers.asked;
        push(KeyCode.CONTROL, KeyCode.W);
        assertEquals(asked + 1, window.answers.asked);
        assertTrue(window.studio.documents().contains(document));

        window.answers.file = folder.resolve("mine.convscape");
        push(KeyCode.CONTROL, KeyCode.S);
        await("the file", () -> !document.changedProperty().get());
        assertEquals("mine", document.title());
        push(KeyCode.CONTROL, KeyCode.W);
        assertFalse(window.studio.documents().contains(document));
        push(KeyCode.CONTROL, KeyCode.O);
        await("the document", () -> window.studio.documents().stream()
                .anyMatch(one -> one.title().equals("mine")));
        assertEquals(
                document.workspace().document(),
                window.studio.focusedProperty().get().workspace().document());
    }

    @Test
    void aNetworkIsExportedBesideTheScreenAndTheMapsOfItsRunAreThoseOfTheFile(@TempDir Path folder) throws Exception {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "relu");
        awaitMaps("relu");
        window.answers.file = folder.resolve("mine");
        clickOn("File");
        clickOn("Export…");

        await("a sentence", () -> text("#banner-sentence").startsWith("Exported "));
        Path file = folder.resolve("mine.onnx");
        assertEquals(
                "Exported " + file + ": 2 nodes, 216 parameters, " + Figures.bytes(Files.size(file)),
                text("#banner-sentence"));
        window.screenshot("window-exported");
        var result = document.runs().resultProperty().get().activations();
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(Files.readAllBytes(file))) {
            Tensor theirs =
                    session.run(Map.of("picture", result.get("picture"))).get("relu");
            assertTrue(Differences.relative(result.get("relu"), theirs) < 1e-5);
        }
    }

    @Test
    void whatIsNotFinishedIsNotExportedAndTheBannerSaysWhy(@TempDir Path folder) {
        show(ScreenSize.DESKTOP);
        open(small(), "conv");
        replace("#field-kernel", "99");
        window.answers.file = folder.resolve("unfinished.onnx");
        push(KeyCode.CONTROL, KeyCode.E);

        await("a sentence", () -> text("#banner-sentence")
                .startsWith("Cannot be exported yet. conv: The 99×99 kernel"));
        assertFalse(Files.exists(window.answers.file));
    }

    @Test
    void aFewLettersFindABlockAndPutItOnTheCanvas() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(small(), "relu");
        push(KeyCode.CONTROL, KeyCode.K);
        write("mobile pair");
        window.screenshot("window-finder");
        push(KeyCode.ENTER);

        assertEquals(1, document.workspace().document().graph().groups().size());
        assertEquals(
                "mobilenet-pair",
                document.workspace()
                        .document()
                        .graph()
                        .groups()
                        .iterator()
                        .next()
                        .template());
    }
}
