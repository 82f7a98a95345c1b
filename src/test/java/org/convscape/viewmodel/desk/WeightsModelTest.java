package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.DocumentWeights.Taken;
import org.convscape.execution.Exports;
import org.convscape.execution.RunSettings;
import org.convscape.graph.GraphBuilder;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.Checksum;
import org.convscape.weights.published.WeightsFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsModelTest {
    private final Studio studio = QuietStudio.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        studio.close();
    }

    private static Document network(int classes) {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(6, 6, 3)));
        at = graph.add("stem", Conv2d.of(4, 3, 2, Padding.SAME, true), at);
        graph.add("scores", new Dense(classes, true), graph.add("flat", new Flatten(), at));
        return Document.of("small", graph.build());
    }

    /** A file with the weights that another seed gives. */
    private Path file(Document document) {
        Analysis analysis = Analysis.of(document.graph());
        Path file = folder.resolve("weights.onnx");
        OnnxFile.write(
                Exports.onnx(document, analysis, false, new SeededWeights(7), "seed 7"),
                file,
                Progress.NONE,
                new Cancellation());
        return file;
    }

    private static void assertSame(WeightStore expected, WeightStore actual, Document document) {
        for (NodeFacts facts : Analysis.of(document.graph()).nodes()) {
            for (WeightSpec spec : facts.weights()) {
                assertArrayEquals(
                        expected.get(facts.node().origin(), spec).values(),
                        actual.get(facts.node().origin(), spec).values(),
                        facts.node().path() + " " + spec.name());
            }
        }
    }

    private static WeightStore store(OpenDocument document) {
        return document.weights()
                .store(document.workspace().document(), document.workspace().analysis());
    }

    private WeightsModel.Proposal propose(OpenDocument document, Path file) {
        AtomicReference<WeightsModel.Proposal> proposal = new AtomicReference<>();
        document.weights().propose(file, proposal::set);
        return proposal.get();
    }

    @Test
    void aFileIsTakenTakenBackAndTakenAgain() {
        OpenDocument document = studio.open(network(5));
        Path file = file(network(5));
        WeightsModel.Proposal proposal = propose(document, file);
        assertTrue(proposal.match().complete(), proposal.match().sentence());
        assertNull(document.weights().loadedProperty().get(), "nothing is taken before somebody says so");

        document.weights().take(proposal);
        assertSame(new SeededWeights(7), store(document), network(5));
        assertEquals("weights.onnx (4 of 4 arrays)", document.weights().words());
        assertTrue(document.workspace().changed());

        document.workspace().undo();
        assertSame(new SeededWeights(1), store(document), network(5));
        assertEquals("drawn from seed 1", document.weights().words());
        document.workspace().redo();
        assertSame(new SeededWeights(7), store(document), network(5));

        document.weights().draw();
        assertNull(document.weights().loadedProperty().get());
    }

    @Test
    void thePreparationOfAPublishedFileComesAndGoesWithIt() throws IOException {
        Path file = file(network(5));
        Files.writeString(
                folder.resolve(WeightsFolder.OWN_CATALOGUE),
                "id\tnetwork\tfile\taddress\tresize\tcrop\tmean\tstd\nmine\tsmall\tweights.onnx\t"
                        + "https://x.org/weights.onnx\t8\t6\t0.5\t0.5\n");
        studio.weightsFolderProperty().set(new WeightsFolder(folder));
        OpenDocument document = studio.open(network(5));
        WeightsModel.Proposal proposal = propose(document, file);
        assertEquals("mine", proposal.published().orElseThrow().id());

        document.weights().take(proposal);
        InputPreparation published = new InputPreparation(Fit.CROP, 8, Normalisation.SIGNED);
        assertEquals(published, RunSettings.of(document.workspace().document()).preparation());
        document.workspace().apply(new Edit.SetSetting(RunSettings.RESIZE.name(), "7"));
        document.workspace().undo();
        assertEquals(published, RunSettings.of(document.workspace().document()).preparation());
        document.workspace().undo();
        assertEquals(
                InputPreparation.STANDARD,
                RunSettings.of(document.workspace().document()).preparation());
        assertNull(document.weights().loadedProperty().get(), "both are one change");
    }

    @Test
    void aPartIsToldAndTheRestIsDrawn() {
        OpenDocument document = studio.open(network(9));
        WeightsModel.Proposal proposal = propose(document, file(network(5)));

        assertFalse(proposal.match().complete());
        assertEquals(2, proposal.match().misfits().size());
        assertEquals(
                "scores.kernel is 36×5, 36×9 is needed",
                proposal.match().gaps(9).get(0));
        document.weights().take(proposal);
        NodeFacts stem = document.workspace().analysis().node("stem");
        NodeFacts scores = document.workspace().analysis().node("scores");
        WeightSpec kernel = stem.weights().get(0);
        assertArrayEquals(
                new SeededWeights(7).get("stem", kernel).values(),
                store(document).get("stem", kernel).values());
        WeightSpec drawn = scores.weights().get(0);
        assertArrayEquals(
                new SeededWeights(1).get("scores", drawn).values(),
                store(document).get("scores", drawn).values());
        assertTrue(document.weights().missing(List.of("stem", "scores")));
        assertFalse(document.weights().missing(List.of("picture", "stem", "flat")));
        document.weights().draw();
        assertFalse(document.weights().missing(List.of("scores")), "where all are drawn none is missing");
    }

    @Test
    void aDocumentSaysWhichFileItWasAndThatItIsAnotherNow() throws IOException {
        OpenDocument document = studio.open(network(5));
        Path file = file(network(5));
        document.weights().take(propose(document, file));
        Document saved = document.workspace().document();
        String digits = Taken.by(saved).hash();
        assertTrue(Checksum.of(file).sha256().startsWith(digits), digits);
        assertEquals(16, digits.length());
        studio.open(saved);
        assertNull(studio.noticeProperty().get(), "the same file is no matter");

        OnnxFile.write(
                Exports.onnx(network(5), Analysis.of(network(5).graph()), false, new SeededWeights(8), "seed 8"),
                file,
                Progress.NONE,
                new Cancellation());
        OpenDocument again = studio.open(saved);

        assertEquals(
                "weights.onnx is not the file that this document was saved with: its SHA-256 does not begin with "
                        + digits,
                studio.noticeProperty().get().sentence());
        assertSame(new SeededWeights(8), store(again), network(5));
        again.weights().draw();
        assertEquals("", Taken.by(again.workspace().document()).hash());
    }

    @Test
    void aDocumentWhoseFileIsGoneSaysSoAndRunsOnDrawnWeights() throws IOException {
        Path file = file(network(5));
        Document before = network(5).setting("weights-file", file.toString());
        assertNotNull(studio.open(before).weights().loadedProperty().get());
        Files.delete(file);

        OpenDocument document = studio.open(before);

        assertNull(document.weights().loadedProperty().get());
        assertSame(new SeededWeights(1), store(document), network(5));
        String said = studio.noticeProperty().get().sentence();
        assertTrue(said.startsWith("The weights of this document cannot be had, so they are drawn at random."), said);
        assertTrue(said.contains("weights.onnx"), said);
    }

    @Test
    void whatIsNoWeightsIsReported() throws IOException {
        OpenDocument document = studio.open(network(5));
        Path file = Files.writeString(folder.resolve("page.pth"), "<!DOCTYPE html><p>404");

        assertNull(propose(document, file));
        assertTrue(studio.noticeProperty().get().sentence().contains("a web page"));
    }
}
