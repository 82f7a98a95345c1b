package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.io.DocumentFile;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.convscape.testing.Negate;
import org.convscape.zoo.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static JsonNode json(Invocation invocation) throws IOException {
        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        return JSON.readTree(invocation.out());
    }

    private static void assertRefused(String sentence, Invocation invocation) {
        assertTrue(invocation.err().contains(sentence), invocation.err());
        assertEquals(1, invocation.err().lines().count(), () -> "one sentence: " + invocation.err());
        assertEquals("", invocation.out());
        assertEquals(2, invocation.status());
    }

    @Test
    void listNamesEveryModelInBothFormats() throws IOException {
        Set<String> ids = new HashSet<>();
        json(Invocation.of("list", "--format", "json"))
                .forEach(model -> ids.add(model.get("id").asText()));
        String table = Invocation.of("list").out();

        Catalogue.standard().models().forEach(model -> {
            assertTrue(ids.contains(model.id()));
            assertTrue(table.contains("\n" + model.id() + " "), model.id());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "inception-naive, 28x28x192, 303464448",
        "inception-v1, 28x28x192, 128049152",
        "resnet50, 224x224x3, 4089184256"
    })
    void costGivesThePublishedCounts(String id, String input, long count) throws IOException {
        JsonNode json = json(Invocation.of("cost", id, "--input", input, "--format", "json"));

        assertEquals(count, json.get("count").asLong());
        assertEquals("macs", json.get("convention").asText());
    }

    @Test
    void theSeedExampleIsCounted() throws IOException {
        JsonNode json = json(Invocation.of(
                "cost",
                "conv2d",
                "--input",
                "64x64x100",
                "--set",
                "channels=20",
                "--set",
                "kernel=1",
                "--set",
                "bias=no",
                "--format",
                "json"));

        assertEquals(8_192_000, json.get("count").asLong());
        assertEquals(2_000, json.get("params").get("total").asLong());
    }

    @Test
    void conventionsAndGroupingsAreChosenByName() throws IOException {
        JsonNode flops =
                json(Invocation.of("cost", "resnet50", "--convention", "flops", "--by", "block", "--format", "json"));

        assertEquals(8_178_368_512L, flops.get("count").asLong());
        assertTrue(flops.get("rows").size() < 40, "one row per block");
        assertEquals(
                2,
                json(Invocation.of("cost", "resnet18", "resnet34", "--by", "total", "--format", "json"))
                        .size());
    }

    @Test
    void aDocumentIsCountedLikeAModelAndItsPictureCanBeResized() throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        builder.add("conv", Conv2d.of(4, 3, 1, Padding.SAME, false), picture);
        Path file = write(builder.build());

        assertEquals(
                8 * 8 * 9 * 3 * 4,
                json(Invocation.of("cost", file.toString(), "--format", "json"))
                        .get("count")
                        .asLong());
        JsonNode resized = json(Invocation.of("cost", file.toString(), "--input", "16x16x3", "--format", "json"));
        assertEquals(16 * 16 * 9 * 3 * 4, resized.get("count").asLong());
        assertRefused("--set", Invocation.of("cost", file.toString(), "--set", "channels=3"));
    }

    @Test
    void anUnfinishedOrWrongDocumentIsRefusedWithItsPlace() throws IOException {
        Conv2d convolution = Conv2d.of(4, 3, 1, Padding.SAME, false);
        GraphBuilder open = new GraphBuilder();
        open.add("lonely", convolution, Node.OPEN);
        assertRefused(
                "at lonely: The input is not connected",
                Invocation.of("cost", write(open.build()).toString()));

        Graph cycle = new Graph(
                List.of(new Node("a", convolution, List.of("b")), new Node("b", convolution, List.of("a"))), List.of());
        assertRefused("cycle", Invocation.of("cost", write(cycle).toString()));

        GraphBuilder unequal = new GraphBuilder();
        String picture = unequal.add("picture", Input.of(Shape.maps(8, 8, 3)));
        unequal.add("sum", new Add(), picture, unequal.add("conv", convolution, picture));
        assertRefused("at sum: ", Invocation.of("cost", write(unequal.build()).toString()));

        assertRefused(
                "is empty: it has no layers",
                Invocation.of("cost", write(Graph.EMPTY).toString()));
    }

    private Path write(Graph graph) {
        Path file = folder.resolve("network.convscape");
        DocumentFile.write(Document.of("network", graph), file);
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            csot                                    | There is no command "csot"; the nearest is cost
            --nonsense                              | Unknown option: '--nonsense'
            cost                                    | Missing required parameter: 'MODEL'
            cost resnet5O                           | There is no network, block or operation "resnet5O"; the nearest are resnet50
            cost missing.convscape                  | There is no file missing.convscape
            cost /                                  | is a folder; a .convscape document was expected
            cost resnet50 --input big               | --input: A shape is written height x width x channels, such as 224x224x3; found "big"
            cost resnet50 --input 0x4x3             | --input: A shape has extents of at least 1
            cost resnet50 --input 99999x4x3         | --input: height: expected a whole number from 1 to 16384, found "99999"
            cost vgg16 --input 8x8x3                | vgg16 cannot take 8×8×3 at features/23: The 2×2 kernel reaches over 2 pixels, but the input is 1 pixel high
            cost conv2d --set kernel=0              | conv2d: kernel: expected a size such as 3 or 3x3 with sides from 1 to 255, found "0
            cost conv2d --set channels=-4           | conv2d: channels: expected a whole number from 1 to 65536, found "-4"
            cost conv2d --set kernel=9 --set padding=valid --input 4x4x3 | conv2d cannot take 4×4×3 at conv2d: The 9×9 kernel reaches over 9 pixels
            cost conv2d --set channels              | --set takes name=value, found "channels"
            cost conv2d --set colour=red            | conv2d: There is no attribute "colour"; known are channels
            cost conv2d --by colour                 | Invalid value for option '--by': expected one of node, block, total, found "colour"
            cost conv2d --format xml                | Invalid value for option '--format': expected one of table, csv, json, markdown, latex, found "xml"
            cost conv2d --convention mac            | There is no convention "mac"; the nearest is macs
            list conv2d                             | Unmatched argument
            list --format xml                       | Invalid value for option '--format': expected one of table, csv, json, markdown, latex, found "xml"
            run                                     | Missing required
            run conv2d                              | Missing required argument (specify one of these)
            run conv2d --picture a.png --tensor b.npy | mutually exclusive
            run conv2d --picture missing.png        | There is no file missing.png
            run conv2d --picture sample:nothing     | There is no sample picture "nothing"; there are
            run conv2d --tensor missing.npy         | There is no file missing.npy
            run first-look --picture sample:harbour --fit stretch | Invalid value for option '--fit': expected one of squash, crop, pad, found "stretch"
            run conv2d --format xml --picture x.png | Invalid value for option '--format': expected one of table, csv, json, markdown, latex, found "xml"
            run conv2d --picture=                   | --picture takes a picture file, sample:NAME or a folder; found nothing
            run conv2d --picture x.png --seed many  | Invalid value for option '--seed': expected a whole number, found "many"
            run conv2d --picture x.png --seed 9999999999 | Invalid value for option '--seed': expected a whole number, found "9999999999"
            time conv2d --runs 1.5                  | Invalid value for option '--runs': expected a whole number, found "1.5"
            run conv2d --tensor=                    | Invalid value for option '--tensor': The name of a file or folder was expected, found nothing
            run conv2d --picture sample:harbour --npy= | Invalid value for option '--npy': The name of a file or folder was expected, found nothing
            export conv2d --out=                    | Invalid value for option '--out': The name of a file or folder was expected, found nothing
            tour --out=                             | Invalid value for option '--out': The name of a file or folder was expected, found nothing
            time conv2d --chart=                    | Invalid value for option '--chart': The name of a file or folder was expected, found nothing
            cost conv2d --explain=                  | --explain takes the path of a layer or group, or total, found nothing
            cost *.convscape                        | There is no file *.convscape, and patterns are not filled in here
            run conv2d --picture *.png              | There is no file *.png, and patterns are not filled in here
            time conv2d --picture .                 | . is a folder; a picture file was expected
            run conv2d --input 4000x4000x3 --set channels=512 --picture sample:harbour | The output of conv2d, 4000×4000×512, takes 32.8 GB, which is more than one array holds
            run conv2d --picture x.png --tap nosuch | --tap nosuch matches no layer; there are picture, conv2d
            """)
    void whatCannotBeDoneGetsOneSentenceAndStatusTwo(String line, String sentence) {
        assertRefused(sentence, Invocation.of(line.split(" ")));
    }

    @Test
    void brokenFilesGetOneSentence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.convscape"), "{\n  \"convscape\": 1,\n  oops\n}");
        assertRefused("line 3, column", Invocation.of("cost", broken.toString()));
        Path empty = Files.createFile(folder.resolve("empty.convscape"));
        assertRefused("is empty", Invocation.of("cost", empty.toString()));
        Path array = Files.writeString(folder.resolve("broken.npy"), "no array");
        assertRefused("broken.npy", Invocation.of("run", "conv2d", "--tensor", array.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME",
                "cost NAME",
                "cost --why NAME NAME",
                "cost NAME.convscape",
                "cost resnet18 --explain NAME",
                "cost resnet18 --set NAME",
                "cost resnet18 --set NAME=1",
                "cost resnet18 --set classes=NAME",
                "cost resnet18 --convention NAME",
                "cost resnet18 --input NAME",
                "cost resnet18 --by NAME",
                "cost resnet18 --sweep NAME",
                "cost resnet18 --sweep NAME=1..2:1",
                "list NAME",
                "run input --picture NAME",
                "run input --picture sample:NAME",
                "run input --tensor NAME",
                "run conv2d --picture sample:harbour --tap NAME",
                "export conv2d --out NAME",
                "time conv2d --roofline NAME"
            })
    void aNameOfAnyLengthIsShortenedInTheSentence(String line) {
        Invocation invocation =
                Invocation.of(line.replace("NAME", "n".repeat(100_000)).split(" "));

        assertRefused("", invocation);
        assertTrue(
                invocation.err().length() < 1000,
                () -> "characters: " + invocation.err().length());
    }

    @Test
    void anOperationOfATestIsListedAndCountedWithoutAnotherEdit() throws IOException {
        var operations = OpLibrary.standard().with(Negate.TYPE);

        assertTrue(Invocation.with(operations, "list").out().contains(Negate.TYPE.id()));
        JsonNode json = json(
                Invocation.with(operations, "cost", Negate.TYPE.id(), "--set", "strength=2.5", "--format", "json"));
        assertEquals(
                Negate.TYPE.id(),
                json.get("rows")
                        .get(json.get("rows").size() - 1)
                        .get("operation")
                        .asText());
    }

    @Test
    void aFaultOfTheProgramLeavesAReportAndNoStackTrace() throws IOException {
        Session broken = new Session(null, null, null, null, null, null);
        var out = new java.io.StringWriter();
        var err = new java.io.StringWriter();
        int status = Cli.run(List.of("list"), broken, new java.io.PrintWriter(out), new java.io.PrintWriter(err));

        assertEquals(70, status);
        assertEquals(1, err.toString().lines().count(), err.toString());
        Path report = Path.of(err.toString().strip().replaceAll("^.* to ", ""));
        assertTrue(Files.readString(report).contains("NullPointerException"));
        Files.delete(report);
    }

    @Test
    void helpIsThereForEveryCommand() {
        for (String command : List.of("list", "cost", "run")) {
            Invocation help = Invocation.of(command, "--help");
            assertEquals(0, help.status());
            assertTrue(help.out().contains("--format"), help.out());
        }
    }
}
