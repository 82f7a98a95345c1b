package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscape.document.Document;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.exchange.Importers;
import org.convscape.figures.Figures;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.image.NpyFile;
import org.convscape.io.DocumentFile;
import org.convscape.io.TableFormat;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.Negate;
import org.convscape.testing.OnnxRuntimeSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportCommandTest {
    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void whatIsExportedComputesWhatARunComputes() throws IOException {
        Path model = file("v1.onnx");
        Path in = file("in.npy");
        float[] values = new float[9 * 9 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101) / 50f - 1;
        }
        Tensor picture = Tensor.of(Shape.maps(9, 9, 3), values);
        NpyFile.write(in, picture);
        String[] which = {"inception-v1", "--input", "9x9x3", "--seed", "5"};

        Invocation export = Invocation.of(joined("export", which, "--to", "onnx", "-o", model.toString()));
        Invocation run = Invocation.of(
                joined("run", which, "--tensor", in.toString(), "--tap", "**/concat", "--npy", folder.toString()));

        assertEquals(0, run.status(), run.err());
        assertEquals(0, export.status(), export.err());
        assertEquals(
                model + ": 14 nodes, 124,384 parameters, " + Figures.bytes(Files.size(model)) + "\n", export.out());
        Tensor ours = NpyFile.read(file("inception-v1__concat.npy"));
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(Files.readAllBytes(model))) {
            Map<String, Tensor> theirs = session.run(Map.of("picture", picture));
            assertEquals(1, theirs.size(), "without --all-maps the result alone");
            assertTrue(Differences.relative(ours, theirs.get("inception-v1/concat")) < 1e-5);
        }
    }

    private static String[] joined(String command, String[] which, String... more) {
        return Stream.of(Stream.of(command), Stream.of(which), Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    @Test
    void allMapsAreOutputsOfTheModel() throws IOException {
        Path model = file("all.onnx");
        Invocation export =
                Invocation.of("export", "inception-v1", "--input", "9x9x3", "--all-maps", "-o", model.toString());

        assertEquals(0, export.status(), export.err());
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(Files.readAllBytes(model))) {
            assertEquals(
                    14, session.run(Map.of("picture", Tensor.zeros(9, 9, 3))).size());
        }
    }

    @Test
    void theSeedAloneDecidesTheBytes() throws IOException {
        for (String[] each : new String[][] {{"a.onnx", "3"}, {"b.onnx", "3"}, {"c.onnx", "4"}}) {
            Invocation export = Invocation.of(
                    "export",
                    "conv2d",
                    "--input",
                    "6x6x3",
                    "--seed",
                    each[1],
                    "-o",
                    file(each[0]).toString());
            assertEquals(0, export.status(), export.err());
        }

        byte[] first = Files.readAllBytes(file("a.onnx"));
        assertArrayEquals(first, Files.readAllBytes(file("b.onnx")));
        assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(file("c.onnx"))));
    }

    @Test
    void anOperationOfATestIsExported() throws IOException {
        Path model = file("negate.onnx");
        Invocation export = Invocation.with(
                OpLibrary.standard().with(Negate.TYPE),
                "export",
                Negate.TYPE.id(),
                "--input",
                "1x2x2",
                "--set",
                "strength=2",
                "-o",
                model.toString());

        assertEquals(0, export.status(), export.err());
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(Files.readAllBytes(model))) {
            Tensor out = session.run(Map.of("picture", Tensor.of(Shape.maps(1, 2, 2), new float[] {1, -2, 3, 0})))
                    .get(Negate.TYPE.id());
            assertArrayEquals(new float[] {-2, 4, -6, 0}, out.values(), 1e-6f);
        }
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void everyKindOfFileIsWrittenAsItsNameEnds(Exporter exporter) throws IOException {
        Path file = file("small" + exporter.ending());

        Invocation export = Invocation.of("export", "residual-basic", "-o", file.toString());

        assertEquals(0, export.status(), export.err());
        assertTrue(export.out().startsWith(file + ": "), export.out());
        assertTrue(Files.size(file) > 0);
        if (Importers.forFile(file).isPresent()) {
            Invocation again = Invocation.of("cost", file.toString(), "--by", "total");
            assertEquals(0, again.status(), again.err());
        }
    }

    @Test
    void weightsOfAnotherDefinitionAreTakenOnlyAnyway() throws IOException {
        String weights = file("plain.safetensors").toString();
        String out = file("out.onnx").toString();
        Invocation export = Invocation.of("export", "cifar-resnet20", "--set", "shortcut=none", "-o", weights);
        assertEquals(0, export.status(), export.err());

        refused(
                "plain.safetensors is not for cifar-resnet20. The file is of cifar-resnet20 shortcut=none, as it says of"
                        + " itself; cifar-resnet20 has arrays of the same names and shapes and computes something else: ",
                "cifar-resnet20",
                "--weights",
                weights,
                "-o",
                out);
        refused("; it fits cifar-plain20; --partial takes", "cifar-resnet56", "--weights", weights, "-o", out);
        assertFalse(Files.exists(Path.of(out)));
        Invocation anyway = Invocation.of("export", "cifar-resnet20", "--weights", weights, "--anyway", "-o", out);
        assertEquals(0, anyway.status(), anyway.err());
        assertTrue(anyway.err().contains("weights: The file is of cifar-resnet20 shortcut=none"), anyway.err());
    }

    @Test
    void aSourceNeverWritesOverWeightsThatAreNotItsOwn() throws IOException {
        String source = file("net.py").toString();
        for (String library : List.of("pytorch", "keras")) {
            Invocation export = Invocation.of("export", "residual-basic", "--to", library, "-o", source);
            assertEquals(0, export.status(), export.err());
            assertTrue(export.out().contains("; net.safetensors: 74,240 parameters, 298 kB"), export.out());
        }
        Files.writeString(file("mine.safetensors"), "mine");

        refused(
                "mine.safetensors is there already",
                "conv2d",
                "-o",
                file("mine.py").toString());
        assertEquals("mine", Files.readString(file("mine.safetensors")));
        assertFalse(Files.exists(file("mine.py")));
    }

    static List<Exporter> exporters() {
        return Exporters.standard();
    }

    @Test
    void anExportedTableIsWhatCostPrints() throws IOException {
        for (TableFormat format : TableFormat.values()) {
            Path file = file("table." + format.ending());
            assertEquals(
                    0,
                    Invocation.of("export", "residual-basic", "--to", format.id(), "-o", file.toString())
                            .status());
            assertEquals(
                    Invocation.of("cost", "residual-basic", "--format", format.id())
                            .out(),
                    Files.readString(file));
        }
    }

    @Test
    void whatCannotBeExportedGetsOneSentenceAndLeavesNothing() throws IOException {
        GraphBuilder open = new GraphBuilder();
        open.add("lonely", new Relu(), Node.OPEN);
        Path unfinished = file("unfinished.convscape");
        DocumentFile.write(Document.of("unfinished", open.build()), unfinished);
        Files.createDirectory(file("folder.onnx"));
        Files.writeString(file("plain"), "a file");
        String out = file("x.onnx").toString();

        refused(
                "expected one of onnx, safetensors, pytorch, keras, svg, convscape, table, csv, json, markdown, latex, found \"caffe\"",
                "conv2d",
                "--to",
                "caffe",
                "-o",
                out);
        refused("Missing required option: '--out=FILE'", "conv2d");
        refused("at lonely: The input is not connected", unfinished.toString(), "-o", out);
        refused("ends with .onnx, found \"", "conv2d", "-o", file("resnet").toString());
        refused("ends with .onnx, found \"", "conv2d", "-o", file("resnet.pb").toString());
        refused(
                "is a folder; a file name was expected",
                "conv2d",
                "-o",
                file("folder.onnx").toString());
        refused(
                "a file stands where a folder is needed",
                "conv2d",
                "-o",
                file("plain/x.onnx").toString());
        refused("ends with .svg, found \"", "conv2d", "--to", "svg", "-o", out);
        refused(
                "--all-maps is for models that compute",
                "conv2d",
                "--all-maps",
                "-o",
                file("x.svg").toString());
        refused("There is no network", "resnet5O", "-o", out);
        refused("seed: expected a whole number from 0", "conv2d", "--seed", "-1", "-o", out);
        refused(
                "would take 3.60 GB for its 900,030,000 parameters; an ONNX file holds at most 2.15 GB",
                "dense",
                "--input",
                "1x1x30000",
                "--set",
                "units=30000",
                "-o",
                out);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count(), "nothing was written");
        }
    }

    private static void refused(String sentence, String... arguments) {
        Invocation invocation = Invocation.of(joined("export", arguments));
        assertTrue(invocation.err().contains(sentence), invocation.err());
        assertEquals(1, invocation.err().lines().count(), () -> "one sentence: " + invocation.err());
        assertEquals("", invocation.out());
        assertEquals(2, invocation.status());
    }
}
