package org.convscape.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.DocumentWeights;
import org.convscape.graph.GraphBuilder;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Libraries;
import org.convscape.inventory.NetworkArrays;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.PRelu;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.weights.LoadedWeights;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;
import org.convscape.weights.match.Match;
import org.convscape.weights.match.Wanted;
import org.convscape.zoo.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are written as safetensors are found again, every one and bit for bit. */
class SafetensorsExportTest {
    private static final Libraries LIBRARIES = Libraries.standard();

    @TempDir
    Path folder;

    /** Another value at every place, so that two arrays that were exchanged or turned are seen. */
    private static Tensor counted(String origin, WeightSpec spec) {
        float[] values = new float[(int) spec.elements()];
        int seed = origin.hashCode() * 31 + spec.name().hashCode();
        for (int i = 0; i < values.length; i++) {
            values[i] = (seed % 1000) + i * 0.125f;
        }
        return spec.tensor(values);
    }

    private static Document document(String id) {
        Network network = LIBRARIES.networks().find(id).orElseThrow();
        return BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
    }

    private static Document ownDocument() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", new Input(9, 7, 4));
        at = graph.add(
                "grouped \"one\"",
                new Conv2d(6, new Size(3, 1), Size.square(1), Padding.SAME, Size.square(1), 2, true),
                at);
        at = graph.add("slope", new PRelu(false), at);
        at = graph.add(
                "twofold",
                new DepthwiseConv2d(2, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), true),
                at);
        at = graph.add("norm", new BatchNorm(1e-3, false), at);
        at = graph.add("pool", MaxPool.of(2, 2, Padding.VALID), at);
        at = graph.add("flat", new Flatten(), at);
        at = graph.add("hidden", Dense.of(5), at);
        graph.add("head", new Dense(3, false), at);
        return Document.of("mine", graph.build());
    }

    private Path export(Document document, WeightStore weights) {
        Path file = folder.resolve("out.safetensors");
        Exporters.write(
                Exporters.find("safetensors").orElseThrow(),
                new Exported(
                        document,
                        Analysis.of(document.graph()),
                        LIBRARIES.inventory(),
                        Convention.MACS,
                        false,
                        DocumentWeights.over(weights, document, Analysis.of(document.graph())),
                        "counted"),
                file,
                Progress.NONE,
                new Cancellation());
        return file;
    }

    private void comesBack(Document document) {
        Path file = export(document, SafetensorsExportTest::counted);
        NetworkArrays arrays = NetworkArrays.of(document, LIBRARIES.networks());
        try (WeightFile opened = WeightFiles.open(file)) {
            Match match = arrays.match(opened);
            assertTrue(match.complete(), match.sentence());
            assertEquals(List.of(), match.unused());
            LoadedWeights loaded = new LoadedWeights(opened, match, (origin, spec) -> {
                throw new AssertionError(origin);
            });
            for (Wanted each : arrays.wanted()) {
                assertArrayEquals(
                        counted(each.origin(), each.spec()).values(),
                        loaded.get(each.origin(), each.spec()).values(),
                        each.origin() + " " + each.spec().name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cifar-resnet20",
                "resnext50",
                "googlenet",
                "inception-v2",
                "googlenet-paper",
                "nin",
                "xception",
                "mobilenet-v1",
                "mobilenet-v2",
                "conv-mobilenet",
                "keras-inception-v3",
                "keras-resnet50v2",
                "inception-resnet-v1",
                "first-look"
            })
    void everyArrayComesBackBitForBit(String id) {
        comesBack(document(id));
    }

    @Test
    void whatAPersonBuiltIsNamedByItsPathsAndComesBack() {
        Document own = ownDocument();
        comesBack(own);
        try (WeightFile opened = WeightFiles.open(folder.resolve("out.safetensors"))) {
            assertEquals(
                    List.of(
                            "grouped \"one\".weight",
                            "grouped \"one\".bias",
                            "slope.weight",
                            "twofold.weight",
                            "twofold.bias",
                            "norm.bias",
                            "norm.running_mean",
                            "norm.running_var",
                            "hidden.weight",
                            "hidden.bias",
                            "head.weight"),
                    opened.arrays().stream().map(StoredArray::name).toList());
            assertEquals(
                    List.of("6×2×3×1", "6", "6", "12×1×3×3", "12", "12", "12", "12", "5×144", "5", "3×5"),
                    opened.arrays().stream().map(StoredArray::shapeText).toList());
            assertTrue(!opened.metadata().containsKey("definition"));
        }
    }

    @Test
    void whereLayersAreFoldedTheFileHasThoseTheyStandFor() {
        Document folded = new Edit.SetFolded(Set.of(), true).apply(document("cifar-resnet20"));
        assertTrue(!folded.folds().isEmpty());
        comesBack(folded);
        try (WeightFile opened = WeightFiles.open(folder.resolve("out.safetensors"))) {
            assertEquals("cifar-resnet20", opened.metadata().get("definition"));
        }
    }

    @Test
    void namesOfKerasGoWithItsLayouts() throws java.io.IOException {
        Path file = export(document("mobilenet-v2"), SafetensorsExportTest::counted);
        try (WeightFile opened = WeightFiles.open(file)) {
            assertEquals("tf", opened.metadata().get("format"));
            assertEquals(
                    List.of("3×3×3×32"),
                    opened.arrays().stream()
                            .filter(each -> each.name().equals("Conv1/kernel:0"))
                            .map(StoredArray::shapeText)
                            .toList());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing temporary stays behind");
        }
    }
}
