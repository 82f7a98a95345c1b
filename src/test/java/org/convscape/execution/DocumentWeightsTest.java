package org.convscape.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.exchange.Importers;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.testing.KerasFiles;
import org.convscape.testing.LeftBehind;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that was opened from a model runs on that model's weights, for as long as they fit. */
class DocumentWeightsTest {
    private static final long SEED_OF_THE_FILE = 77;

    @TempDir
    Path folder;

    private Path file;
    private Document opened;

    @BeforeEach
    void open() {
        file = folder.resolve("model.onnx");
        Document small = LeftBehind.document("mine", 4).setting("seed", Long.toString(SEED_OF_THE_FILE));
        OnnxFile.write(
                Exports.onnx(small, Analysis.of(small.graph()), false, new SeededWeights(SEED_OF_THE_FILE), "drawn"),
                file,
                Progress.NONE,
                new Cancellation());
        opened = Importers.read(file, OpLibrary.standard(), BlockLibrary.standard())
                .document()
                .setting("seed", "1");
    }

    private static float[] kernel(Document document, String path) {
        Analysis analysis = Analysis.of(document.graph());
        WeightStore weights = DocumentWeights.of(document, analysis);
        assertEquals(weights, DocumentWeights.of(document, analysis), "asked twice it is the same store");
        WeightSpec spec = analysis.node(path).weights().get(0);
        return weights.get(document.graph().node(path).origin(), spec).values();
    }

    private static float[] drawn(Document document, long seed) {
        WeightSpec spec = Analysis.of(document.graph()).node("conv").weights().get(0);
        return new SeededWeights(seed).get("conv", spec).values();
    }

    @Test
    void theyComeFromTheFileAndStayThroughRenaming() {
        assertArrayEquals(drawn(opened, SEED_OF_THE_FILE), kernel(opened, "conv"));
        Document renamed = new Edit.Rename("conv", "other").apply(opened);
        assertArrayEquals(drawn(opened, SEED_OF_THE_FILE), kernel(renamed, "other"));
    }

    @Test
    void whatNoLongerFitsIsDrawnFromTheSeed() {
        Document wider =
                opened.with(opened.graph().with(opened.graph().node("conv").with(Conv2d.TYPE.create())));
        assertArrayEquals(drawn(wider, 1), kernel(wider, "conv"));
    }

    @Test
    void aFileThatHasGoneLeavesTheSeed() throws IOException {
        assertEquals("of the model model.onnx", DocumentWeights.words(opened, 1));
        Files.delete(file);
        assertArrayEquals(drawn(opened, 1), kernel(opened, "conv"));
        assertEquals(
                "drawn from seed 1, because " + file.toAbsolutePath() + " cannot be read any more",
                DocumentWeights.words(opened, 1));
    }

    @Test
    void aModelOfKerasIsReadAsLongAsItIsThere() throws IOException {
        Path model = KerasFiles.small(folder.resolve("small.h5"));
        Document keras = Importers.read(model, OpLibrary.standard(), BlockLibrary.standard())
                .document();
        assertEquals("of the model small.h5", DocumentWeights.words(keras, 1));
        float[] stored = kernel(keras, "conv");
        assertEquals((float) Math.sin(1), stored[0]);
        assertArrayEquals(stored, kernel(new Edit.Rename("conv", "other").apply(keras), "other"));

        Files.move(model, folder.resolve("elsewhere.h5"));
        assertArrayEquals(drawn(keras, RunSettings.of(keras).seed()), kernel(keras, "conv"));
        KerasFiles.small(model);
        assertArrayEquals(stored, kernel(keras, "conv"));
    }

    @Test
    void modelsThatWereClosedToMakeRoomAreOpenedAgain() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Path model = KerasFiles.small(folder.resolve("small" + i + ".h5"));
            many.add(Importers.read(model, OpLibrary.standard(), BlockLibrary.standard())
                    .document());
        }
        Document first = many.get(0);
        Analysis analysis = Analysis.of(first.graph());
        WeightStore held = DocumentWeights.of(first, analysis);
        float[] stored = kernel(first, "conv");
        many.forEach(each -> assertArrayEquals(stored, kernel(each, "conv")));
        WeightSpec spec = analysis.node("conv").weights().get(0);
        assertArrayEquals(stored, held.get("conv", spec).values());
    }
}
