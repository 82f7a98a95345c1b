package org.convscape.io.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.engine.ReferenceMath;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.image.NpyFile;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.OperationCases;
import org.convscape.op.library.Relu;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.convscape.testing.Differences;
import org.convscape.testing.Python;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated sources run, on stand-ins of the libraries that compute by NumPy, and give what the plain loops give. The
 * stand-ins check names and shapes of weights as the libraries do.
 */
class PythonExportTest {
    private static final double BOUND = 1e-4;

    @TempDir
    Path folder;

    private final Map<String, Tensor> expected = new LinkedHashMap<>();

    private static PythonExport export(PythonLibrary library, Graph graph, WeightStore weights, String title) {
        return new PythonExport(library, Analysis.of(graph), weights, new PythonCaption(title, Map.of()));
    }

    private void add(String name, PythonExport export, List<Tensor> given, Tensor result) throws IOException {
        Files.writeString(folder.resolve(name + ".py"), export.source(name + ".safetensors"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".safetensors"))) {
            export.weights(Map.of()).writeTo(out, Progress.NONE, new Cancellation());
        }
        for (int i = 0; i < given.size(); i++) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".in" + i + ".npy"))) {
                NpyFile.write(out, given.get(i));
            }
        }
        expected.put(name, result);
    }

    private static String standIn() {
        return Path.of("src", "test", "resources", "org", "convscape", "io", "python", "standin", "run.py")
                .toString();
    }

    private void compare(PythonLibrary library) throws IOException {
        Python.run(List.of(standIn(), library.name().toLowerCase(Locale.ROOT), folder.toString()));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Tensor> each : expected.entrySet()) {
            String difference = difference(each.getKey(), each.getValue());
            if (!difference.isEmpty()) {
                wrong.add(each.getKey() + ": " + difference + "\n"
                        + Files.readString(folder.resolve(each.getKey() + ".py")));
            }
        }
        assertEquals(List.of(), wrong.stream().limit(2).toList(), wrong.size() + " of " + expected.size());
    }

    private String difference(String name, Tensor ours) throws IOException {
        Path failed = folder.resolve(name + ".failed.txt");
        if (Files.exists(failed)) {
            return Files.readString(failed);
        }
        Tensor theirs = NpyFile.read(folder.resolve(name + ".out.npy"));
        if (ours.size() != theirs.size()) {
            return ours.size() + " values were expected, found " + theirs.size();
        }
        double off = Differences.relative(ours, Tensor.of(ours.dimensions(), theirs.values()));
        return off < BOUND ? "" : "off by " + off;
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationComputesWhatThePlainLoopsCompute(PythonLibrary library) throws IOException {
        Python.require("numpy");
        Map<String, Integer> refused = new HashMap<>();
        int number = 0;
        for (OperationCase operation : OperationCases.all()) {
            List<Tensor> given = operation.inputValues(7);
            if (given.isEmpty()) {
                continue; // A picture is declared, not computed.
            }
            CaseGraph graph = CaseGraph.of(operation, given);
            Map<String, Tensor> weights = operation.weightValues(7);
            PythonExport export =
                    export(library, graph.graph(), (node, spec) -> weights.get(spec.name()), "one operation");
            if (export.refusal().isPresent()) {
                refused.merge(export.refusal().get(), 1, Integer::sum);
                continue;
            }
            Tensor ours = operation.operation().forward(new ReferenceMath(), given, OperationCase.asWeights(weights));
            String name =
                    "case" + number++ + "_" + operation.operation().type().id().replace('-', '_');
            add(name, export, List.copyOf(graph.pictures().values()), ours);
        }
        assertEquals(
                library == PythonLibrary.PYTORCH
                        ? Map.of()
                        : Map.of("Keras has no window with a stride and a dilation, as \"result\" needs it", 26),
                refused);
        assertTrue(number > 1000, "only " + number);
        compare(library);
    }

    /** The only result of a graph of one picture, by the plain loops. */
    private static Tensor computed(Graph graph, WeightStore weights, Tensor picture) {
        Map<String, Tensor> values = new HashMap<>();
        Tensor last = picture;
        for (NodeFacts facts : Analysis.of(graph).nodes()) {
            if (!facts.node().isInput()) {
                Map<String, Tensor> arrays = new HashMap<>();
                facts.weights()
                        .forEach(spec ->
                                arrays.put(spec.name(), weights.get(facts.node().origin(), spec)));
                last = facts.node()
                        .operation()
                        .forward(
                                new ReferenceMath(),
                                facts.node().inputs().stream().map(values::get).toList(),
                                OperationCase.asWeights(arrays));
            }
            values.put(facts.node().path(), last);
        }
        return last;
    }

    private void network(PythonLibrary library, String name, Graph graph, Shape input) throws IOException {
        Random random = new Random(11);
        float[] values = new float[(int) input.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        Tensor picture = Tensor.of(input, values);
        WeightStore weights = new SeededWeights(3);
        add(name, export(library, graph, weights, name), List.of(picture), computed(graph, weights, picture));
    }

    private static Graph built(String id, Shape input, String... values) {
        Network network = NetworkLibrary.standard().find(id).orElseThrow();
        AttributeValues attributes = network.schema().defaults();
        for (String each : values) {
            String[] pair = each.split("=");
            attributes = attributes.with(pair[0], pair[1]);
        }
        return network.build(input, attributes);
    }

    /** A group that is left and entered again, names that Python has itself, and a flattening behind a dropout. */
    private static Graph awkward() {
        GraphBuilder graph = new GraphBuilder();
        graph.add("picture", new Input(6, 5, 3));
        graph.add("lambda/forward", Conv2d.of(4, 3, 1, Padding.SAME, true), "picture");
        graph.add("between", new Relu(), "lambda/forward");
        graph.add("lambda/3", Conv2d.of(4, 3, 1, Padding.SAME, true), "between");
        graph.add("lambda/self", new Add(), "lambda/3", "lambda/forward");
        graph.add("x", new Concat(), "lambda/self", "between");
        graph.add("type.a", new Flatten(), "x");
        graph.add("drop", new Dropout(0.5), "type.a");
        graph.add("act", new Relu(), "drop");
        graph.add("first", Dense.of(5), "act");
        graph.add("norm", BatchNorm.standard(), "act");
        graph.add("second", new Dense(5, false), "norm");
        graph.add("train", new Add(), "first", "second");
        return graph.build();
    }

    @ParameterizedTest
    @EnumSource
    void wholeNetworksComputeWhatThePlainLoopsCompute(PythonLibrary library) throws IOException {
        Python.require("numpy");
        Shape small = Shape.maps(32, 32, 3);
        network(library, "resnet", built("cifar-resnet20", small), small);
        network(library, "mobile", built("mobilenet-v2", small, "width=0.35", "classes=7"), small);
        network(library, "awkward", awkward(), Shape.maps(6, 5, 3));
        network(library, "googlenet", built("googlenet", small, "classes=9"), small);
        compare(library);
    }

    @Test
    void everyNetworkOfTheCatalogueIsWrittenForBothLibrariesAndIsPython() throws IOException {
        Map<String, String> refused = new LinkedHashMap<>();
        for (Network network : NetworkLibrary.standard().networks()) {
            for (PythonLibrary library : PythonLibrary.values()) {
                PythonExport export = export(
                        library,
                        network.build(),
                        (origin, spec) -> {
                            throw new AssertionError("a source needs no weights");
                        },
                        network.id());
                String name = network.id().replace('-', '_') + (library == PythonLibrary.KERAS ? "_keras" : "");
                if (export.refusal().isPresent()) {
                    refused.put(name, export.refusal().get());
                } else {
                    Files.writeString(folder.resolve(name + ".py"), export.source(name + ".safetensors"));
                }
            }
        }
        assertEquals(Map.of(), refused);
        Python.require();
        Python.run(List.of(
                "-c",
                "import sys, pathlib\n"
                        + "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.py')):\n"
                        + "    compile(path.read_text('utf-8'), str(path), 'exec')\n",
                folder.toString()));
    }

    @Test
    void everyModuleHasTheArraysThatTheFileHas() throws IOException {
        Python.require("numpy");
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (Network network : NetworkLibrary.standard().networks()) {
            PythonExport export = export(PythonLibrary.PYTORCH, network.build(), new SeededWeights(1), network.id());
            String name = network.id().replace('-', '_');
            Files.writeString(folder.resolve(name + ".py"), export.source(name + ".safetensors"));
            Files.writeString(folder.resolve(name + ".class.txt"), Text.className(network.id()));
            written.put(
                    name,
                    export.arrays().stream()
                            .map(each -> each.name() + " "
                                    + String.join(
                                            "x",
                                            each.dimensions().stream()
                                                    .map(String::valueOf)
                                                    .toList()))
                            .toList());
        }
        Python.run(List.of(standIn(), "declared", folder.toString()));
        for (Map.Entry<String, List<String>> each : written.entrySet()) {
            assertEquals(
                    new TreeSet<>(each.getValue()),
                    new TreeSet<>(Files.readAllLines(folder.resolve(each.getKey() + ".names.txt"))),
                    each.getKey());
        }
    }
}
