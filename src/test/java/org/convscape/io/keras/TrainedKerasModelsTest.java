package org.convscape.io.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.nd4j.Engines;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.image.PictureReader;
import org.convscape.io.FileFailure;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.Test;

/** Networks that were trained elsewhere give what plain loops in double precision gave for the same files. */
class TrainedKerasModelsTest {
    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static Activations run(
            Engine engine, KerasImport read, Analysis analysis, Tensor picture, Predicate<String> kept) {
        return engine.run(
                        new ForwardRequest(
                                analysis,
                                Map.of("input_1", picture),
                                (origin, spec) ->
                                        read.weights().get(origin, spec).orElseThrow(),
                                kept),
                        Progress.NONE)
                .result()
                .join();
    }

    private static Analysis complete(KerasImport read) {
        assertEquals(List.of(), read.notes());
        Analysis analysis = Analysis.of(read.graph());
        assertTrue(analysis.complete(), () -> analysis.diagnostics().toString());
        return analysis;
    }

    private static Path real(String name) {
        return PublicData.require("data/weights/real/" + name);
    }

    @Test
    void aResidualNetworkForSmallPicturesGivesItsProbabilities() throws IOException {
        KerasImport read = KerasImport.read(real("mlperf-resnet8.h5"));
        List<String> lines = Files.readAllLines(real("mlperf-resnet8_probabilities.csv"));
        int right = 0;
        double worst = 0;
        try (Engine engine = Engines.nd4j();
                KerasWeights weights = read.weights()) {
            Analysis analysis = complete(read);
            assertEquals(48, weights.arrays());
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                Tensor picture = new InputPreparation(Fit.SQUASH, Normalisation.RAW)
                        .prepare(PictureReader.read(real("cifar/" + cells[0])), Shape.maps(32, 32, 3));
                try (Activations result = run(engine, read, analysis, picture, "dense_softmax"::equals)) {
                    float[] shares = result.get("dense_softmax").values();
                    int largest = 0;
                    for (int i = 0; i < shares.length; i++) {
                        double difference = Math.abs(shares[i] - Double.parseDouble(cells[i + 1]));
                        worst = Math.max(worst, difference);
                        assertTrue(difference < 1e-4, cells[0] + ", class " + i + ": " + difference);
                        largest = shares[i] > shares[largest] ? i : largest;
                    }
                    right += cells[0].contains("_" + CLASSES.get(largest) + ".") ? 1 : 0;
                }
            }
        }
        assertEquals(25, lines.size());
        System.out.println("mlperf-resnet8.h5: " + right + " of " + (lines.size() - 1) + " pictures recognised,"
                + " largest difference of a probability " + worst);
    }

    @Test
    void everyLayerOfASeparableNetworkGivesItsSums() throws IOException {
        KerasImport read = KerasImport.read(real("tiny_XCEPTION_KDEF.hdf5"));
        Tensor picture = Tensor.zeros(64, 64, 1);
        for (int i = 0; i < picture.size(); i++) {
            picture.values()[i] = i / 4096f;
        }
        List<String> lines = Files.readAllLines(real("tiny_XCEPTION_KDEF_layers.csv"));
        double worst = 0;
        try (Engine engine = Engines.nd4j();
                KerasWeights weights = read.weights();
                Activations result = run(engine, read, complete(read), picture, path -> true)) {
            assertEquals(80, weights.arrays());
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                String name = cells[1].equals("SeparableConv2D") ? cells[0] + "/pointwise" : cells[0];
                Tensor maps = result.get(result.paths().stream()
                        .filter(path -> path.equals(name) || path.endsWith("/" + name))
                        .findFirst()
                        .orElseThrow());
                double sum = 0;
                double absolute = 0;
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (float value : maps.values()) {
                    sum += value;
                    absolute += Math.abs(value);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                double[] found = {sum, absolute, least, most, maps.values()[0], maps.values()[maps.size() - 1]};
                double all = Double.parseDouble(cells[4]);
                for (int i = 0; i < found.length; i++) {
                    double difference = Math.abs(Double.parseDouble(cells[i + 3]) - found[i]);
                    // Sums go with how much was summed, single values with themselves.
                    double share = difference / (i < 2 ? all : Math.max(1, Math.abs(found[i])));
                    worst = Math.max(worst, share);
                    assertTrue(share < 1e-5, line + " gives " + found[i] + " in place " + i);
                }
            }
            String[] expected = Files.readAllLines(real("tiny_XCEPTION_KDEF_out.csv"))
                    .get(1)
                    .split(",");
            for (int i = 0; i < 7; i++) {
                assertEquals(
                        Double.parseDouble(expected[i + 1]),
                        result.get("predictions").values()[i],
                        1e-5);
            }
        }
        System.out.println(
                "tiny_XCEPTION_KDEF.hdf5: " + (lines.size() - 1) + " layers, largest difference as a share " + worst);
    }

    @Test
    void halvesOfASeparableConvolutionAreAGroup() {
        Graph graph = KerasImport.read(real("tiny_XCEPTION_KDEF.hdf5")).graph();
        assertEquals(
                List.of("block2/separable_conv2d_3/depthwise", "block2/separable_conv2d_3/pointwise"),
                graph.nodesIn(new GroupPath("block2/separable_conv2d_3")).stream()
                        .map(node -> node.path())
                        .toList());
    }

    @Test
    void whatBranchesAndJoinsIsABlock() {
        Graph graph = KerasImport.read(real("mlperf-resnet8.h5")).graph();
        assertEquals(
                List.of("block1", "block2", "block3"),
                graph.groups().stream().map(group -> group.path().text()).toList());
        assertEquals(
                List.of(
                        "block1/conv2d_1",
                        "block1/batch_normalization_1",
                        "block1/activation_1",
                        "block1/conv2d_2",
                        "block1/batch_normalization_2",
                        "block1/add",
                        "block1/activation_2"),
                graph.nodesIn(new GroupPath("block1")).stream()
                        .map(node -> node.path())
                        .toList());
        assertEquals(
                "block3/activation_6", graph.node("average_pooling2d").inputs().get(0));
    }

    @Test
    void everyFileOpensOrSaysWhyNot() throws IOException {
        int opened = 0;
        int refused = 0;
        for (String folder : List.of("keras", "hdf5")) {
            try (Stream<Path> files = Files.list(PublicData.require("data/weights/" + folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.equals("k.keras") || name.equals("k_legacy.h5")) {
                        KerasImport read = KerasImport.read(file);
                        complete(read);
                        assertEquals(15, read.weights().arrays(), name);
                        assertEquals(13, read.graph().size(), name);
                        opened++;
                    } else {
                        String sentence = assertThrows(FileFailure.class, () -> KerasImport.read(file), name)
                                .getMessage();
                        assertTrue(sentence.startsWith(file.toString()), sentence);
                        refused++;
                    }
                }
            }
        }
        System.out.println("Keras and HDF5 files: " + opened + " opened, " + refused + " refused with their reason");
    }

    @Test
    void bothLayoutsOfOneModelGiveTheSameResult() {
        Path folder = PublicData.require("data/weights/keras");
        Tensor picture = Tensor.zeros(32, 32, 3);
        for (int i = 0; i < picture.size(); i++) {
            picture.values()[i] = (float) Math.sin(i);
        }
        KerasImport archive = KerasImport.read(folder.resolve("k.keras"));
        KerasImport listed = KerasImport.read(folder.resolve("k_legacy.h5"));
        try (Engine engine = Engines.nd4j();
                KerasWeights first = archive.weights();
                KerasWeights second = listed.weights();
                Activations one = run(engine, archive, complete(archive), picture, "predictions_softmax"::equals);
                Activations other = run(engine, listed, complete(listed), picture, "predictions_softmax"::equals)) {
            assertEquals(first.arrays(), second.arrays());
            assertArrayEquals(
                    one.get("predictions_softmax").values(),
                    other.get("predictions_softmax").values());
        }
    }
}
