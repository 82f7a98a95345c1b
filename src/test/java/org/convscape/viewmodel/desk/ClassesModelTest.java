package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.execution.Exports;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.labels.Prediction;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesModelTest {
    private static final Tensor OUTPUT = Tensor.of(new int[] {3}, new float[] {0, 3, 1});

    private final Studio studio = QuietStudio.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        studio.close();
    }

    /** A document that runs on weights of a file. */
    private OpenDocument trained() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(2, 2, 3)));
        graph.add("scores", new Dense(3, true), graph.add("flat", new Flatten(), at));
        Document document = Document.of("small", graph.build());
        Path file = folder.resolve("weights.onnx");
        OnnxFile.write(
                Exports.onnx(document, Analysis.of(document.graph()), false, new SeededWeights(7), "seed 7"),
                file,
                Progress.NONE,
                new Cancellation());
        OpenDocument open = studio.open(document);
        open.weights().propose(file, open.weights()::take);
        return open;
    }

    private static List<String> names(OpenDocument document) {
        return document.classes().predictions("scores", OUTPUT, 2).stream()
                .map(Prediction::name)
                .toList();
    }

    private Path names(String text) throws IOException {
        return Files.writeString(folder.resolve("names.txt"), text);
    }

    @Test
    void classesAreCalledAsInAFileUntilThatIsTakenBack() throws IOException {
        OpenDocument document = trained();
        assertEquals(List.of("class 1", "class 2"), names(document));

        document.classes().name(names("cat\ndog\nowl\n"));
        assertEquals(List.of("dog", "owl"), names(document));
        assertTrue(document.workspace().changed());

        document.workspace().undo();
        assertEquals(List.of("class 1", "class 2"), names(document));
    }

    @Test
    void aFileWithAnotherNumberOfNamesIsRefusedWithBothNumbers() throws IOException {
        OpenDocument document = trained();
        document.classes().name(names("cat\ndog\n"));

        assertEquals(
                "names.txt has 2 names; the result has 3 values",
                studio.noticeProperty().get().sentence());
        assertNull(document.classes().ownProperty().get());
        assertEquals(List.of("class 1", "class 2"), names(document));
    }

    @Test
    void whereTheFileIsGoneThatIsSaidAndClassesHaveNumbers() throws IOException {
        OpenDocument document = trained();
        Path file = names("cat\ndog\nowl\n");
        document.classes().name(file);
        Document saved = document.workspace().document();
        Files.delete(file);

        OpenDocument again = studio.open(saved);

        String said = studio.noticeProperty().get().sentence();
        assertTrue(said.startsWith("The classes of this document have no names. "), said);
        assertTrue(said.contains("names.txt"), said);
        assertEquals(List.of("class 1", "class 2"), names(again));
    }

    @Test
    void drawnWeightsAndLayersWithinNameNoClasses() {
        OpenDocument document = trained();
        assertEquals(List.of(), document.classes().predictions("flat", OUTPUT, 2));
        document.weights().draw();
        assertEquals(List.of(), names(document));
    }
}
