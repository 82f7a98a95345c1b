package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.DocumentWeights.Taken;
import org.convscape.graph.GraphBuilder;
import org.convscape.image.NpyFile;
import org.convscape.image.PictureReader;
import org.convscape.image.PngWriter;
import org.convscape.io.DocumentFile;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Negate;
import org.convscape.weights.file.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void drawAPicture() {
        picture = folder.resolve("ramp.png");
        int[] pixels = new int[24 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | (i % 24 * 10) << 16 | (i / 24 * 15) << 8 | i % 255;
        }
        PngWriter.write(picture, 24, 16, pixels);
    }

    private static JsonNode json(Invocation invocation) throws IOException {
        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        return JSON.readTree(invocation.out());
    }

    @Test
    void everyLayerIsReportedAndWhatWasDoneToThePictureIsSaid() throws IOException {
        JsonNode json = json(Invocation.of(
                "run", "inception-v1", "--input", "12x12x3", "--picture", picture.toString(), "--format", "json"));

        assertEquals(15, json.get("rows").size());
        assertEquals("ramp.png", json.get("source").asText());
        String done = json.get("preparation").toString();
        assertTrue(done.contains("crop") && done.contains("24×16") && done.contains("12×12"), done);
        JsonNode relu = json.get("rows").get(2);
        assertEquals("relu", relu.get("operation").asText());
        assertEquals(0, relu.get("minimum").asDouble());
        assertTrue(relu.get("zeros").asDouble() > 0.1);
        assertTrue(Invocation.of("run", "inception-v1", "--input", "12x12x3", "--picture", picture.toString())
                .out()
                .contains("inception-v1/concat"));
    }

    @Test
    void tappedLayersAreWrittenAsSheetsAndArraysThatAgreeWithTheirFigures() throws IOException {
        JsonNode json = json(Invocation.of(
                "run",
                "inception-v1",
                "--input",
                "12x12x3",
                "--picture",
                picture.toString(),
                "--fit",
                "squash",
                "--normalise",
                "unit",
                "--tap",
                "inception-v1/?x?",
                "--tap",
                "**/concat",
                "--maps",
                folder.resolve("maps").toString(),
                "--npy",
                folder.resolve("npy").toString(),
                "--format",
                "json"));

        List<String> paths = new ArrayList<>();
        for (JsonNode row : json.get("rows")) {
            paths.add(row.get("path").asText());
            Tensor array = NpyFile.read(Path.of(row.get("npy").asText()));
            assertEquals(
                    row.get("output").toString(),
                    JSON.valueToTree(array.dimensions()).toString());
            float most = Float.NEGATIVE_INFINITY;
            for (float value : array.values()) {
                most = Math.max(most, value);
            }
            assertEquals(most, row.get("maximum").asDouble(), 1e-6);
            Path sheet = Path.of(row.get("maps").asText());
            assertTrue(PictureReader.read(sheet).width() > 100);
            JsonNode caption =
                    JSON.readTree(Files.readString(Path.of(sheet.toString().replace(".png", ".json"))));
            assertEquals(array.dimension(2), caption.get("tiles").size());
        }
        assertEquals(
                Set.of("inception-v1/1x1", "inception-v1/3x3", "inception-v1/5x5", "inception-v1/concat"),
                Set.copyOf(paths));
        try (Stream<Path> files = Files.list(folder.resolve("npy"))) {
            assertEquals(
                    Set.of(
                            "inception-v1__1x1.npy",
                            "inception-v1__3x3.npy",
                            "inception-v1__5x5.npy",
                            "inception-v1__concat.npy"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void theSeedDecidesTheWeightsAndNothingElseDoes() {
        String[] once = {"run", "conv2d", "--input", "6x6x3", "--picture", picture.toString(), "--format", "json"};
        String[] other =
                Stream.concat(Stream.of(once), Stream.of("--seed", "2")).toArray(String[]::new);
        String timeless = "\"milliseconds\" : [^,]*|\"milliseconds\": [^\\n]*";

        String first = Invocation.of(once).out().replaceAll(timeless, "");
        assertEquals(first, Invocation.of(once).out().replaceAll(timeless, ""));
        assertFalse(first.equals(Invocation.of(other).out().replaceAll(timeless, "")));
    }

    private static JsonNode predictions(Invocation run) throws IOException {
        return new ObjectMapper().readTree(run.out()).get("predictions");
    }

    @Test
    void aDocumentRunsOnTheFileThatWasChosenForItInTheWindow() throws IOException {
        Path weights = folder.resolve("trained.safetensors");
        assertEquals(
                0,
                Invocation.of("export", "cifar-resnet20", "--seed", "7", "--to", "safetensors", "-o", weights + "")
                        .status());
        Path plain = folder.resolve("plain.convscape");
        Invocation.of("export", "cifar-resnet20", "--to", "convscape", "-o", plain.toString());
        Path saved = folder.resolve("saved.convscape");
        Document document = DocumentFile.read(plain, OpLibrary.standard(), BlockLibrary.standard());
        for (Edit edit : Taken.of(weights, Checksum.of(weights).sha256()).edits()) {
            document = edit.apply(document);
        }
        DocumentFile.write(document, saved);

        String[] run = {"run", saved.toString(), "--picture", picture.toString(), "--top", "10", "--format", "json"};
        String[] plainly = {"run", plain.toString(), "--picture", picture.toString(), "--top", "10", "--format", "json"
        };
        Invocation chosen = Invocation.of(run);
        Invocation named = Invocation.of(Stream.concat(Stream.of(plainly), Stream.of("--weights", weights + ""))
                .toArray(String[]::new));
        assertTrue(chosen.err().contains("trained.safetensors"), chosen.err());
        assertEquals(predictions(named), predictions(chosen));
        assertNotEquals(predictions(Invocation.of(plainly)), predictions(chosen));

        Files.delete(weights);
        Invocation gone = Invocation.of(run);
        assertEquals(0, gone.status());
        assertTrue(
                gone.err().contains("weights: " + weights + ", which the document names, cannot be read"), gone.err());
    }

    @Test
    void anOperationOfATestRunsAndIsWritten() throws IOException {
        Path in = folder.resolve("in.npy");
        NpyFile.write(in, Tensor.of(Shape.maps(1, 2, 2), new float[] {1, -2, 3, 0}));
        JsonNode json = json(Invocation.with(
                OpLibrary.standard().with(Negate.TYPE),
                "run",
                Negate.TYPE.id(),
                "--input",
                "1x2x2",
                "--set",
                "strength=2",
                "--tensor",
                in.toString(),
                "--tap",
                Negate.TYPE.id(),
                "--npy",
                folder.toString(),
                "--format",
                "json"));

        assertEquals(1, json.get("rows").size());
        Tensor out = NpyFile.read(folder.resolve(Negate.TYPE.id() + ".npy"));
        assertArrayEquals(new float[] {-2, 4, -6, 0}, out.values(), 1e-6f);
    }

    @Test
    void anArrayOfAnotherShapeIsRefusedWithTheShapeThatFits() {
        Path in = folder.resolve("in.npy");
        NpyFile.write(in, Tensor.zeros(4, 5, 3));
        Invocation refused = Invocation.of("run", "conv2d", "--tensor", in.toString());

        assertEquals(2, refused.status());
        assertTrue(refused.err().contains("holds 4×5×3, and the input takes 56×56×64"), refused.err());
        assertTrue(refused.err().contains("--input 4x5x3"), refused.err());
    }

    @Test
    void pathsOfADocumentNeverLeadOutOfTheFolder() throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String at = builder.add("picture", Input.of(Shape.maps(4, 4, 3)));
        builder.add("../../evil", new Relu(), at);
        builder.add("..", new Relu(), at);
        builder.add("C:\\x|y", new Relu(), at);
        builder.add("a/b", new Relu(), at);
        builder.add("a__b", new Relu(), at);
        builder.add("A__B", new Relu(), at);
        Path file = folder.resolve("evil.convscape");
        DocumentFile.write(Document.of("evil", builder.build()), file);
        Path out = folder.resolve("deep").resolve("out");

        Invocation run =
                Invocation.of("run", file.toString(), "--picture", picture.toString(), "--npy", out.toString());

        assertEquals(0, run.status(), run.err());
        assertEquals(7 + 6, run.out().lines().count(), "a line for every layer");
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(7, files.count());
        }
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            assertEquals(List.of(out), files.toList());
        }
    }

    @Test
    void badPicturesGetOneSentence() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path text = Files.writeString(folder.resolve("text.png"), "hello");
        for (Path each : List.of(empty, text)) {
            Invocation refused = Invocation.of("run", "conv2d", "--input", "6x6x3", "--picture", each.toString());
            assertEquals(2, refused.status());
            assertEquals(1, refused.err().lines().count(), refused.err());
        }
        Invocation deep = Invocation.of("run", "conv2d", "--picture", picture.toString());
        assertEquals(2, deep.status(), "a picture has no 64 channels");
        assertEquals(1, deep.err().lines().count(), deep.err());
    }
}
