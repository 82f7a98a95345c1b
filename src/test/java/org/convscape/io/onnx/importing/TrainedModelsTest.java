package org.convscape.io.onnx.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.nd4j.Engines;
import org.convscape.graph.Node;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.image.Picture;
import org.convscape.image.PictureReader;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.PublicData;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that was trained elsewhere, as three exporters write it: it recognises what it should. */
class TrainedModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"torchscript_named", "torchscript_folded", "dynamo_folded"})
    void itGivesTheLogitsThatItsTrainersSaw(String exporter) throws IOException {
        Path file = PublicData.require("data/weights/onnx/resnet20_" + exporter + ".onnx");
        OnnxImport read = OnnxImport.read(file);

        assertEquals(List.of(), read.notes());
        Analysis analysis = Analysis.of(read.graph());
        assertTrue(analysis.complete(), () -> analysis.diagnostics().toString());
        Analysis ours = Analysis.of(
                NetworkLibrary.standard().find("cifar-resnet20").orElseThrow().build());
        assertEquals(multiplyAdds(ours), multiplyAdds(analysis));
        List<String> paths = read.graph().nodes().stream().map(Node::path).toList();
        assertTrue(
                paths.containsAll(List.of("layer1/0/conv1", "layer2/0/conv2", "layer3/2/add", "linear")),
                paths::toString);

        try (Engine engine = Engines.nd4j()) {
            assertArrayEquals(expected(exporter), run(engine, read, analysis, ramp()), 1e-4f);
            List<String> lines = Files.readAllLines(PublicData.require("data/weights/real/resnet20_logits.csv"));
            int right = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                float[] logits = run(engine, read, analysis, picture(cells[0]));
                for (int i = 0; i < logits.length; i++) {
                    assertEquals(Double.parseDouble(cells[i + 1]), logits[i], 1e-3, cells[0]);
                }
                right += cells[0].contains("_" + CLASSES.get(largest(logits)) + ".") ? 1 : 0;
            }
            System.out.println(exporter + ": " + right + " of " + (lines.size() - 1) + " pictures recognised");
        }
    }

    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static int largest(float[] values) {
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            at = values[i] > values[at] ? i : at;
        }
        return at;
    }

    private static long multiplyAdds(Analysis analysis) {
        return CostTable.of(analysis, Convention.MACS, CostTable.Grouping.TOTAL)
                .total()
                .count();
    }

    private static float[] run(Engine engine, OnnxImport read, Analysis analysis, Tensor picture) {
        String input = read.graph().nodes().get(0).path();
        try (Activations result = engine.run(
                        new ForwardRequest(
                                analysis,
                                Map.of(input, picture),
                                (origin, spec) ->
                                        read.weights().get(origin, spec).orElseThrow(),
                                "linear"::equals),
                        Progress.NONE)
                .result()
                .join()) {
            return result.get("linear").values();
        }
    }

    /** i/3072 in the order channels, rows, columns. */
    private static Tensor ramp() {
        Tensor tensor = Tensor.zeros(32, 32, 3);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i % 1024 * 3 + i / 1024] = i / 3072f;
        }
        return tensor;
    }

    private static Tensor picture(String name) {
        Picture picture = PictureReader.read(PublicData.require("data/weights/real/cifar/" + name));
        return new InputPreparation(Fit.SQUASH, Normalisation.IMAGENET).prepare(picture, Shape.maps(32, 32, 3));
    }

    private static float[] expected(String exporter) throws IOException {
        String text = Files.readString(PublicData.require("data/weights/expected.json"));
        int from = text.indexOf("[", text.indexOf("\"onnx/resnet20_" + exporter)) + 1;
        List<Float> values = new ArrayList<>();
        Arrays.stream(text.substring(from, text.indexOf(']', from)).split(","))
                .forEach(each -> values.add(Float.parseFloat(each.strip())));
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
