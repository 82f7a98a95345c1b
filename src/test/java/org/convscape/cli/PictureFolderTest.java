package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.convscape.document.Document;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.nd4j.Engines;
import org.convscape.graph.GraphBuilder;
import org.convscape.image.NpyFile;
import org.convscape.image.PngWriter;
import org.convscape.io.DocumentFile;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path place;

    private Path pictures;
    private Path network;

    @BeforeEach
    void aNetworkAndThreePictures() throws IOException {
        pictures = Files.createDirectory(place.resolve("pictures"));
        for (int i = 0; i < 3; i++) {
            int[] pixels = new int[64];
            Arrays.fill(pixels, 0xFF000000 | 0xFF << (8 * i));
            PngWriter.write(
                    pictures.resolve(
                            List.of("c-blue.png", "a-green.png", "b-red.png").get(i)),
                    8,
                    8,
                    pixels);
        }
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(8, 8, 3)));
        String relu = graph.add("relu", new Relu(), picture);
        graph.add("scores", new Dense(5, true), graph.add("mean", new GlobalAveragePool(false), relu));
        network = place.resolve("small.convscape");
        DocumentFile.write(Document.of("small", graph.build()), network);
    }

    private Invocation run(String... more) {
        return Invocation.of(
                Stream.concat(Stream.of("run", network.toString(), "--picture", pictures.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> values(JsonNode list, String field) {
        List<String> values = new ArrayList<>();
        list.forEach(each -> values.add(each.get(field).asText()));
        return values;
    }

    @Test
    void everyPictureByNameWithWhereItsResultIsLargest() throws IOException {
        Invocation run = run("--format", "json", "--npy", place.resolve("out").toString());

        assertEquals("", run.err());
        assertEquals(0, run.status());
        JsonNode json = JSON.readTree(run.out());
        assertEquals(List.of("a-green.png", "b-red.png", "c-blue.png"), values(json.get("pictures"), "source"));
        Set<Float> best = new HashSet<>();
        for (JsonNode picture : json.get("pictures")) {
            assertEquals(List.of("scores"), values(picture.get("rows"), "path"), "without taps the result alone");
            JsonNode row = picture.get("rows").get(0);
            Path file = Path.of(row.get("npy").asText());
            assertEquals(
                    place.resolve("out")
                            .resolve(picture.get("source").asText().replace(".png", ""))
                            .resolve("scores.npy"),
                    file);
            Tensor scores = NpyFile.read(file);
            assertEquals(
                    row.get("maximum").asDouble(),
                    scores.values()[row.get("largestAt").asInt()],
                    1e-6);
            best.add(scores.values()[0]);
        }
        assertEquals(3, best.size(), "each picture has a result of its own");
    }

    @Test
    void eachResultIsThatOfThePictureAlone() throws IOException {
        JsonNode together = JSON.readTree(run("--format", "json", "--tap", "**").out());
        for (JsonNode picture : together.get("pictures")) {
            Path file = pictures.resolve(picture.get("source").asText());
            JsonNode alone = JSON.readTree(
                    Invocation.of("run", network.toString(), "--picture", file.toString(), "--format", "json")
                            .out());
            assertEquals(4, picture.get("rows").size());
            assertEquals(withoutTimes(alone.get("rows")), withoutTimes(picture.get("rows")));
            assertEquals(alone.get("preparation"), picture.get("preparation"));
        }
    }

    private static String withoutTimes(JsonNode rows) {
        return rows.toString().replaceAll("\"milliseconds\":[^,}]*", "");
    }

    private JsonNode byTheEngine(String batch) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = List.of(
                "run",
                network.toString(),
                "--picture",
                pictures.toString(),
                "--batch",
                batch,
                "--tap",
                "**",
                "--format",
                "json");
        Session session = Session.of(OpLibrary.standard(), Engines::nd4j);
        assertEquals(0, Cli.run(words, session, new PrintWriter(out), new PrintWriter(err)), err.toString());
        return JSON.readTree(out.toString());
    }

    @Test
    void severalAtOnceGiveWhatEachGivesAlone() throws IOException {
        JsonNode alone = byTheEngine("1");
        JsonNode together = byTheEngine("2");

        assertEquals(1, alone.get("batch").asInt());
        assertEquals(2, together.get("batch").asInt());
        assertEquals(
                List.of("2", "2", "1"), values(together.get("pictures"), "batch"), "two, and the one that is left");
        for (int i = 0; i < 3; i++) {
            JsonNode one = alone.get("pictures").get(i).get("rows");
            JsonNode other = together.get("pictures").get(i).get("rows");
            assertEquals(4, other.size());
            for (int row = 0; row < one.size(); row++) {
                for (String figure : List.of("minimum", "mean", "maximum", "deviation", "zeros")) {
                    assertEquals(
                            one.get(row).get(figure).asDouble(),
                            other.get(row).get(figure).asDouble(),
                            1e-5,
                            figure);
                }
            }
        }
    }

    @Test
    void aBatchOfNoPicturesIsRefused() {
        Invocation none = run("--batch", "0");

        assertEquals(2, none.status());
        assertEquals("--batch: one picture or more was expected, and 0 was found\n", none.err());
    }

    @Test
    void aSpreadsheetGetsOneLineForEachLayerOfEachPicture() {
        List<String> lines =
                run("--format", "csv", "--tap", "relu").out().lines().toList();

        assertEquals(1 + 3 * 2, lines.size(), "the tapped layer and the result");
        int columns = lines.get(0).split(",", -1).length;
        assertTrue(lines.get(0).startsWith("model,input,batch,seed,picture,path,operation,output,minimum,"));
        assertTrue(lines.get(1).startsWith("small,8×8×3,1,1,a-green.png,relu,relu,8×8×3,0.0,"), lines.get(1));
        lines.forEach(line -> assertEquals(columns, line.split(",", -1).length, line));
        assertTrue(run().out().contains("a-green.png  scores  dense"), run().out());
    }

    @Test
    void whatIsNoPictureIsNamedAndSkippedAndABrokenPictureDoesNotStopTheOthers() throws IOException {
        Files.writeString(pictures.resolve("a-notes.txt"), "hello");
        Files.createDirectory(pictures.resolve("more"));
        Invocation skipped = run("--format", "csv");
        assertEquals(0, skipped.status());
        assertEquals(1 + 3, skipped.out().lines().count());
        assertTrue(skipped.err().contains("a-notes.txt is not a picture"), skipped.err());
        assertTrue(skipped.err().contains("more is a folder"), skipped.err());
        assertEquals(
                2,
                skipped.err().lines().filter(line -> line.endsWith("; skipped")).count(),
                skipped.err());

        byte[] whole = Files.readAllBytes(pictures.resolve("b-red.png"));
        Files.write(pictures.resolve("b-red.png"), Arrays.copyOf(whole, whole.length / 2));
        Invocation broken = run("--format", "json");
        assertEquals(1, broken.status(), "done in part");
        assertEquals(3, broken.err().lines().count(), broken.err());
        JsonNode json = JSON.readTree(broken.out());
        assertEquals(List.of("a-green.png", "c-blue.png"), values(json.get("pictures"), "source"));
        assertEquals(List.of("b-red.png"), values(json.get("failed"), "source"));
        assertTrue(run().out().contains("2 pictures, and 1 that could not be read"), run().out());
    }

    @Test
    void whatIsHiddenIsPassedOverInSilence() throws IOException {
        Files.createFile(pictures.resolve(".gitkeep"));
        Files.copy(pictures.resolve("b-red.png"), pictures.resolve(".b-red.png"));
        Files.createDirectory(pictures.resolve(".thumbnails"));

        Invocation invocation = run("--format", "csv");

        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        assertEquals(1 + 3, invocation.out().lines().count());
    }

    @Test
    void aFolderWithoutAPictureIsAnAnswer() throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Invocation empty = run();
        assertEquals(2, empty.status());
        assertEquals(pictures + " holds no picture that can be read\n", empty.err());
        assertEquals("", empty.out());
    }

    @Test
    void picturesOfOneNameGetFoldersOfTheirOwn() throws IOException {
        Files.copy(pictures.resolve("b-red.png"), pictures.resolve("b-red.bmp"));
        Path maps = place.resolve("maps");
        assertEquals(0, run("--maps", maps.toString(), "--tap", "relu").status());
        try (Stream<Path> folders = Files.list(maps)) {
            assertEquals(
                    List.of("a-green", "b-red", "b-red-2", "c-blue"),
                    folders.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.exists(maps.resolve("b-red-2").resolve("relu.png")));
    }

    /** The plain loops, watched: how many engines, and how many activations are open at once. */
    private static final class Watched implements Engine {
        private final Engine loops = PlannedEngine.ofPlainLoops();
        private final List<Activations> open = new ArrayList<>();
        private int runs;
        private int most;

        @Override
        public CompletableFuture<String> warmUp() {
            return loops.warmUp();
        }

        @Override
        public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
            RunningJob<Activations> job = loops.run(request, progress);
            runs++;
            most = Math.max(most, open.size() + 1);
            Activations made = job.result().join();
            open.add(made);
            return new RunningJob<>(
                    CompletableFuture.completedFuture(new Closing(made, () -> open.remove(made))), job.cancellation());
        }

        @Override
        public void close() {
            loops.close();
        }
    }

    private record Closing(Activations made, Runnable closed) implements Activations {
        @Override
        public Set<String> paths() {
            return made.paths();
        }

        @Override
        public Tensor get(String path) {
            return made.get(path);
        }

        @Override
        public double milliseconds(String path) {
            return made.milliseconds(path);
        }

        @Override
        public double totalMilliseconds() {
            return made.totalMilliseconds();
        }

        @Override
        public void close() {
            closed.run();
            made.close();
        }
    }

    @Test
    void allPicturesGoThroughOneEngineAndOneIsInMemoryAtATime() {
        List<Watched> engines = new ArrayList<>();
        Session session = Session.of(OpLibrary.standard(), () -> {
            engines.add(new Watched());
            return engines.get(engines.size() - 1);
        });
        StringWriter err = new StringWriter();
        int status = Cli.run(
                List.of("run", network.toString(), "--picture", pictures.toString()),
                session,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));

        assertEquals(0, status, err.toString());
        assertEquals(1, engines.size());
        assertEquals(3, engines.get(0).runs);
        assertEquals(1, engines.get(0).most);
        assertFalse(engines.get(0).open.iterator().hasNext(), "all were closed");
    }
}
