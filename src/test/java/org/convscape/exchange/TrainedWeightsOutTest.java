package org.convscape.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.nd4j.Engines;
import org.convscape.execution.DocumentWeights;
import org.convscape.image.InputPreparation;
import org.convscape.image.PictureReader;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Libraries;
import org.convscape.inventory.NetworkArrays;
import org.convscape.task.Cancellation;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that others have trained compute the same after they were written by this program and read again. */
class TrainedWeightsOutTest {
    private static final Libraries LIBRARIES = Libraries.standard();

    @TempDir
    Path folder;

    private static List<Tensor> logits(Document document, WeightStore weights, List<Tensor> pictures) {
        Analysis analysis = Analysis.of(document.graph());
        String input = analysis.nodes().get(0).node().path();
        String output = analysis.outputs().get(0).node().path();
        List<Tensor> logits = new ArrayList<>();
        try (Engine engine = Engines.nd4j()) {
            for (Tensor picture : pictures) {
                ForwardRequest request = new ForwardRequest(analysis, Map.of(input, picture), weights, output::equals);
                try (Activations activations =
                        engine.run(request, Progress.NONE).result().join()) {
                    logits.add(activations.get(output));
                }
            }
        }
        return logits;
    }

    private static void export(Document document, WeightStore weights, Path file) {
        Exporters.write(
                Exporters.forFile(file).orElseThrow(),
                new Exported(
                        document,
                        Analysis.of(document.graph()),
                        LIBRARIES.inventory(),
                        Convention.MACS,
                        false,
                        weights,
                        "trained"),
                file,
                Progress.NONE,
                new Cancellation());
    }

    private static List<Tensor> through(Path file, Document document, List<Tensor> pictures) {
        try (WeightFile opened = WeightFiles.open(file)) {
            Match match = NetworkArrays.of(document, LIBRARIES.networks()).match(opened);
            assertTrue(match.complete(), match.sentence());
            assertEquals(List.of(), match.unexpected());
            return logits(document, new LoadedWeights(opened, match, new SeededWeights(1)), pictures);
        }
    }

    @Test
    void aTrainedResNetGivesItsLogitsAfterSafetensorsAndAfterOnnx() throws IOException {
        Path real = PublicData.require("data/weights/real");
        Network network = LIBRARIES.networks().find("cifar-resnet20").orElseThrow();
        Document document = BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
        List<String> references = Files.readAllLines(real.resolve("resnet20_logits.csv"));
        List<Tensor> pictures = references.stream()
                .skip(1)
                .map(line -> InputPreparation.STANDARD.prepare(
                        PictureReader.read(real.resolve("cifar").resolve(line.split(",")[0])), Shape.maps(32, 32, 3)))
                .toList();
        Path published = real.resolve("resnet20-12fca82f.th");
        Path safetensors = folder.resolve("out.safetensors");
        Path onnx = folder.resolve("out.onnx");
        List<Tensor> expected;
        try (WeightFile opened = WeightFiles.open(published)) {
            Match match = NetworkArrays.of(document, LIBRARIES.networks()).match(opened);
            LoadedWeights weights = new LoadedWeights(opened, match, new SeededWeights(1));
            expected = logits(document, weights, pictures);
            export(document, weights, safetensors);
            export(document, weights, onnx);
        }

        Document imported = Importers.read(
                        onnx,
                        LIBRARIES.inventory().operations(),
                        LIBRARIES.inventory().blocks())
                .document();
        List<Tensor> ofSafetensors = through(safetensors, document, pictures);
        List<Tensor> ofOnnx = logits(imported, DocumentWeights.of(imported, Analysis.of(imported.graph())), pictures);

        assertEquals(24, expected.size());
        for (int i = 0; i < expected.size(); i++) {
            String[] cells = references.get(i + 1).split(",");
            for (int place = 1; place < cells.length; place++) {
                assertEquals(
                        Double.parseDouble(cells[place]), ofSafetensors.get(i).values()[place - 1], 1e-3);
            }
            assertArrayEquals(expected.get(i).values(), ofSafetensors.get(i).values(), cells[0]);
            assertArrayEquals(expected.get(i).values(), ofOnnx.get(i).values(), 1e-4f, cells[0]);
        }
        try (WeightFile opened = WeightFiles.open(safetensors)) {
            assertEquals("cifar-resnet20", opened.metadata().get("definition"));
            assertEquals("pt", opened.metadata().get("format"));
        }
    }
}
