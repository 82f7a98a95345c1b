package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.execution.Exports;
import org.convscape.figures.Figures;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.labels.Prediction;
import org.convscape.maps.MapStatistics;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.MaxPool;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.testfx.robot.Motion;

/** What a layer has learnt, in the inspector, and what the network says, on its last card. */
class KernelsInTheWindowTest extends StudioTest {

    private static Document network(int classes) {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        at = graph.add("stem", Conv2d.of(16, 7, 2, Padding.SAME, false), at);
        at = graph.add("wide", Conv2d.of(100, 3, 1, Padding.SAME, true), at);
        at = graph.add("pool", MaxPool.TYPE.create(), at);
        graph.add("scores", new Dense(classes, true), graph.add("mean", GlobalAveragePool.TYPE.create(), at));
        return Document.of("kernels", graph.build());
    }

    private boolean seen() {
        Node kernels = lookup("#kernels").query();
        return kernels.isVisible();
    }

    private Image picture() {
        ImageView view = lookup("#kernels-image").query();
        return view.getImage();
    }

    private String says(String id) {
        Label label = lookup(id).query();
        return label.getText();
    }

    /** Turns the wheel over the inspector until something is seen in full. */
    private void scrollTo(String id) {
        moveTo("#inspector-title");
        Node wanted = lookup(id).query();
        for (int turn = 0; turn < 40 && below(wanted); turn++) {
            scroll(40, VerticalDirection.UP);
            settle();
        }
    }

    private static boolean below(Node wanted) {
        double statusLine = 40;
        return wanted.localToScene(wanted.getLayoutBounds()).getMaxY()
                > wanted.getScene().getHeight() - statusLine;
    }

    @Test
    void aLayersArraysAreShownAsFiguresAndAsPictures() {
        showQuiet(ScreenSize.DESKTOP);
        OpenDocument document = open(network(10), "stem");
        await("the kernels of the stem", this::seen);
        screenshotInBothThemes("kernels-stem");
        Analysis analysis = document.workspace().analysis();
        MapStatistics figures = MapStatistics.of(
                new SeededWeights(1).get("stem", analysis.node("stem").weights().get(0)));
        String words =
                lookup(".array-figures").<Label>queryAll().iterator().next().getText();
        assertEquals(
                Figures.value(figures.minimum()) + " to " + Figures.value(figures.maximum()) + " · mean\u00a0"
                        + Figures.value(figures.mean()) + " · σ\u00a0" + Figures.value(figures.deviation()),
                words);
        assertFalse(lookup("#kernels-input").query().getParent().isVisible(), "a stem shows its inputs as colours");
        Image stem = picture();

        select("wide");
        await("the kernels of the wide layer", () -> picture() != stem && seen());
        assertEquals("Kernels 1 to 64 of 100", says("#kernels-page"));
        scrollTo("#kernels-page");
        Image first = picture();
        clickOn("#kernels-input");
        push(KeyCode.END);
        settle();
        assertNotEquals(first, picture());
        await("the last input", () -> picture() != first);
        assertTrue(lookup("#kernels-back").query().isDisabled(), "there is nothing before the first page");
        window.screenshot("kernels-wide");
        clickOn("#kernels-on");
        assertEquals("Kernels 65 to 100 of 100", says("#kernels-page"));
        assertTrue(lookup("#kernels-on").query().isDisabled());
        moveTo(lookup("#kernels-image").query(), Pos.TOP_LEFT, new Point2D(4, 4), Motion.DIRECT);
        assertTrue(says("#kernels-pointed").startsWith("Kernel 65: colours from −"), says("#kernels-pointed"));

        select("pool");
        await("a layer without arrays", () -> !seen());
    }

    @Test
    void anArrayOfTooManyNumbersIsNotLookedAt() {
        showQuiet(ScreenSize.DESKTOP);
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(50, 50, 2)));
        graph.add("wide", new Dense(5000, true), graph.add("flat", new Flatten(), picture));
        open(Document.of("large", graph.build()), "wide");

        await("figures of the bias", () -> lookup(".array-figures").<Label>queryAll().stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains("mean")));
        assertEquals(
                "more numbers than are looked at here",
                lookup(".array-figures").<Label>queryAll().iterator().next().getText());
        assertFalse(seen(), "there is no picture of it");
    }

    /** A file with the weights that another seed gives. */
    private Path trained(Document document) {
        Path file = folder.resolve("trained.onnx");
        OnnxFile.write(
                Exports.onnx(document, Analysis.of(document.graph()), false, new SeededWeights(7), "seed 7"),
                file,
                Progress.NONE,
                new Cancellation());
        return file;
    }

    @Test
    void aCardSaysThatItsWeightsAreNotOfTheFile() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(network(7), "wide");
        Path file = trained(network(10));
        interact(() -> document.weights().propose(file, document.weights()::take));

        await(
                "a sign on the last card",
                () -> lookup("#card-scores .drawn-sign").query().isVisible());
        assertEquals(
                List.of("card-scores"),
                lookup(".drawn-sign").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(sign -> sign.getParent().getParent().getId())
                        .toList());
        assertEquals(Set.of(), lookup(".class-name").queryAll(), "a head that was drawn knows no classes");
        screenshotInBothThemes("weights-in-part");
    }

    @Test
    void theLastCardSaysWhatTheNetworkOnThePictureTakesItFor() {
        show(ScreenSize.DESKTOP);
        OpenDocument document = open(network(10), "scores");
        Path file = trained(network(10));
        await("a first run", () -> document.runs().resultProperty().get() != null);
        assertEquals(Set.of(), lookup(".class-name").queryAll(), "drawn weights know no classes");
        interact(() -> document.weights().propose(file, document.weights()::take));

        await("classes on the card", () -> !lookup(".class-name").queryAll().isEmpty());
        List<Prediction> expected = document.classes()
                .predictions(
                        "scores",
                        document.runs().resultProperty().get().activations().get("scores"),
                        3);
        assertEquals(
                expected.stream().map(Prediction::shortName).toList(),
                lookup(".class-name").<Label>queryAll().stream()
                        .map(Label::getText)
                        .toList());
        await(
                "classes in the inspector",
                () -> lookup("#inspector-classes").query().getParent().isVisible());
        screenshotInBothThemes("classes-on-the-card");
        assertNotEquals(0, expected.get(0).probability());
    }
}
