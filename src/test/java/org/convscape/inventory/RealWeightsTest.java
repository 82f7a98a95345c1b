package org.convscape.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.nd4j.Engines;
import org.convscape.execution.DocumentWeights;
import org.convscape.graph.Node;
import org.convscape.image.InputPreparation;
import org.convscape.image.PictureReader;
import org.convscape.labels.Labels;
import org.convscape.labels.Prediction;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.PublicData;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weights that others have trained give in our network what they give in theirs. */
class RealWeightsTest {
    private Path folder;
    private Engine engine;

    @BeforeEach
    void begin() {
        folder = PublicData.require("data/weights/real");
        engine = Engines.nd4j();
    }

    @AfterEach
    void end() {
        if (engine != null) {
            engine.close();
        }
    }

    private static Document network(String id) {
        Network network = NetworkLibrary.standard().find(id).orElseThrow();
        return BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
    }

    private static Match match(WeightFile file, Document document) {
        return NetworkArrays.of(document, NetworkLibrary.standard()).match(file);
    }

    private Tensor result(Document document, WeightStore weights, Tensor picture) {
        Analysis analysis = Analysis.of(document.graph());
        String input = analysis.nodes().get(0).node().path();
        String output = analysis.outputs().get(0).node().path();
        ForwardRequest request = new ForwardRequest(
                analysis, Map.of(input, picture), DocumentWeights.over(weights, document, analysis), output::equals);
        try (Activations activations =
                engine.run(request, Progress.NONE).result().join()) {
            return activations.get(output);
        }
    }

    /** The lines of a table of reference outputs: what entered, and a number for each class. */
    private List<String> references() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("resnet20_logits.csv"));
        return lines.subList(1, lines.size());
    }

    private Tensor picture(String name) {
        return InputPreparation.STANDARD.prepare(
                PictureReader.read(folder.resolve("cifar").resolve(name)), Shape.maps(32, 32, 3));
    }

    @Test
    void aResNetTrainedOnCifarGivesItsLogitsAndSeesWhatIsOnThePictures() throws IOException {
        Document document = network("cifar-resnet20");
        int right = 0;
        try (WeightFile file = WeightFiles.open(folder.resolve("resnet20-12fca82f.th"))) {
            Match match = match(file, document);
            assertTrue(match.complete(), match.sentence());
            LoadedWeights weights = new LoadedWeights(file, match, new SeededWeights(1));
            List<String> references = references();
            assertEquals(24, references.size());
            for (String line : references) {
                String[] cells = line.split(",");
                double[] expected = Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                Tensor logits = result(document, weights, picture(cells[0]));
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], logits.values()[i], 1e-3, cells[0] + ", class " + i);
                }
                String seen = Prediction.top(logits, 1, Labels.cifar10()).get(0).name();
                right += cells[0].endsWith("_" + seen + ".png") ? 1 : 0;
            }
        }
        assertEquals(22, right, "of 24");
    }

    @Test
    void foldedAndRenamedLayersKeepTheirWeights() throws IOException {
        Document document = network("cifar-resnet20");
        String[] cells = references().get(0).split(",");
        Document folded = new Edit.SetFolded(java.util.Set.of(), true).apply(document);
        Node first = folded.graph().nodes().get(1);
        Document renamed = new Edit.Rename(first.path(), "the-stem").apply(folded);
        try (WeightFile file = WeightFiles.open(folder.resolve("resnet20-12fca82f.th"))) {
            Match match = match(file, renamed);
            assertTrue(match.complete(), match.sentence());
            Tensor logits = result(renamed, new LoadedWeights(file, match, new SeededWeights(1)), picture(cells[0]));
            assertEquals(Double.parseDouble(cells[4]), logits.values()[3], 1e-3);
        }
    }

    @Test
    void anotherNetworkDoesNotTakeThem() {
        try (WeightFile file = WeightFiles.open(folder.resolve("resnet20-12fca82f.th"))) {
            assertFalse(match(file, network("cifar-resnet56")).complete());
            Match other = match(file, network("resnet18"));
            assertFalse(other.complete());
            assertTrue(other.assigned().size() < other.wanted() / 2, other.sentence());
        }
    }
}
