package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static Invocation compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(Arrays.asList(arguments));
        return Invocation.of(all.toArray(String[]::new));
    }

    private static String said(String... arguments) {
        Invocation invocation = compare(arguments);
        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        return invocation.out();
    }

    private static JsonNode json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--format", "json"));
        return JSON.readTree(said(all.toArray(String[]::new)));
    }

    @Test
    void inceptionAndXceptionHaveTheirPublishedParametersAndMultiplyAddsInMarkdown() {
        String markdown = said("inception-v3", "xception", "--format", "markdown");

        for (String figure : List.of(
                "23,834,568",
                "22,855,952",
                "5,713,216,096",
                "8,357,403,496",
                "32,359,827",
                "77,670,683",
                "multiply-adds (macs)")) {
            assertTrue(markdown.contains(figure), () -> figure + " in\n" + markdown);
        }
    }

    @Test
    void theTwoResNetsDifferInSixAttributes() throws IOException {
        JsonNode differences = json("resnet50", "resnet50-v1", "--diff").get("differences");

        assertEquals(6, differences.size());
        for (JsonNode each : differences) {
            assertEquals("changed", each.get("change").asText());
            assertEquals("Stride", each.get("what").asText());
        }
        assertTrue(said("resnet50", "resnet50", "--diff").contains("No difference."));
    }

    @ParameterizedTest
    @CsvSource({"stage", "block", "name"})
    void theRowsOfEveryModelSumToItsTotal(String by) throws IOException {
        JsonNode json = json("resnet18", "mobilenet-v1", "inception-v1", "--by", by);

        for (JsonNode model : json.get("models")) {
            for (String figure : List.of("parameters", "withStatistics", "count", "activations", "depth")) {
                long sum = 0;
                for (JsonNode row : json.get("rows")) {
                    for (JsonNode part : row.get("parts")) {
                        sum += part.get("model").equals(model.get("model"))
                                ? part.get(figure).asLong()
                                : 0;
                    }
                }
                assertEquals(model.get(figure).asLong(), sum, figure);
            }
        }
        assertEquals(by.equals("name") ? "layer" : by, json.get("by").asText());
    }

    @Test
    void aConventionChangesTheCountAndStandsInTheHeader() {
        String table = said("resnet18", "resnet34", "--convention", "thop");

        assertTrue(table.contains("(thop)"), table);
        assertTrue(table.contains("convention thop"), table);
    }

    @Test
    void whatWasMeasuredSumsWithTheOverheadAndTheRooflineIsSaid() throws IOException {
        String[] arguments = {
            "conv2d",
            "residual-basic",
            "--input",
            "8x8x64",
            "--measure",
            "--runs",
            "2",
            "--warm-up",
            "0",
            "--roofline",
            "2,1"
        };
        JsonNode json = json(arguments);

        for (JsonNode model : json.get("models")) {
            double sum = model.get("overheadMilliseconds").asDouble();
            for (JsonNode row : json.get("rows")) {
                for (JsonNode part : row.get("parts")) {
                    sum += part.get("model").equals(model.get("model"))
                            ? part.get("milliseconds").asDouble()
                            : 0;
                }
            }
            assertEquals(model.get("milliseconds").asDouble(), sum, 1e-9);
        }
        String table = said(arguments);
        for (String words : List.of(
                "median ms",
                "Roofline, as given: at most 2.0 GMAC/s and 1.0 GB/s, which meet at 2.00 multiply-adds per byte.",
                "median of 2 runs",
                "% of the peak")) {
            assertTrue(table.contains(words), () -> words + " in\n" + table);
        }
    }

    @Test
    void picturesThatDifferAreNamedWithTheOptionThatBringsThemTogether() {
        String apart = said("resnet18", "xception");
        String together = said("resnet18", "xception", "--input", "299x299x3");

        assertTrue(
                apart.contains(
                        "The pictures differ: resnet18 224×224×3, xception 299×299×3; each is counted at its own."
                                + " --input 299x299x3 would bring all to one."),
                apart);
        assertFalse(together.contains("The pictures differ"), together);
    }

    @Test
    void modelsWithoutACommonStageAreSaidToHaveNone() {
        String table = said("dense", "conv2d");

        assertTrue(table.contains("No stage is common to all of them"), table);
        assertTrue(table.contains("200,704,000") && table.contains("115,605,504"), table);
    }

    @Test
    void whatIsTooLargeToRunKeepsItsCountsAndTheOthersAreMeasured() {
        Session session = Session.of(OpLibrary.standard(), () -> new Narrow(PlannedEngine.ofPlainLoops()));

        Invocation partly = Invocation.of(
                session,
                "compare",
                "residual-basic",
                "conv2d",
                "--input",
                "8x8x64",
                "--measure",
                "--runs",
                "1",
                "--warm-up",
                "0",
                "--roofline",
                "2,1");

        assertEquals(1, partly.status(), partly.err());
        assertTrue(partly.out().contains("residual-basic: not measured: The run needs 34 GB"), partly.out());
        assertTrue(partly.out().contains("4,718,592"), partly.out());
        assertTrue(partly.out().contains("conv2d: "), partly.out());
    }

    /** Has no room for more than three layers. */
    private record Narrow(Engine engine) implements Engine {
        @Override
        public CompletableFuture<String> warmUp() {
            return engine.warmUp();
        }

        @Override
        public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
            return request.analysis().nodes().size() <= 3
                    ? engine.run(request, progress)
                    : new RunningJob<>(
                            CompletableFuture.failedFuture(new EngineFailure("The run needs 34 GB")),
                            new Cancellation());
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Test
    void oneModelTwiceIsToldApart() {
        assertTrue(said("resnet18", "resnet18").contains("resnet18 (2)"));
    }

    @Test
    void aDocumentThatIsUnfinishedOrUnreadableSaysSoAndTheOthersAreCounted() throws IOException {
        Path whole = folder.resolve("whole.convscape");
        assertEquals(
                0,
                Invocation.of("export", "residual-basic", "-o", whole.toString())
                        .status());
        Path broken = folder.resolve("broken.convscape");
        Files.writeString(broken, "{ \"not\": ");
        Path unfinished = folder.resolve("unfinished.convscape");
        // The last layer takes from nothing.
        String text = Files.readString(whole);
        int last = text.lastIndexOf("\"inputs\"");
        Files.writeString(
                unfinished,
                text.substring(0, last) + text.substring(last).replaceFirst("\"residual-basic/add\"", "null"));

        Invocation invalid = compare(unfinished.toString(), "resnet18");
        Invocation unread = compare(broken.toString(), "resnet18", whole.toString());

        assertEquals(1, invalid.status(), invalid.err());
        assertTrue(invalid.out().contains("not connected"), invalid.out());
        assertTrue(invalid.out().contains("1,814,073,344"), invalid.out());
        assertEquals(1, unread.status(), unread.err());
        assertTrue(unread.out().contains("Not compared: "), unread.out());
        assertTrue(unread.out().contains("1,814,073,344"), unread.out());
        assertEquals(2, compare(broken.toString(), broken.toString()).status());
    }

    @Test
    void aPairingByHandMovesARow() throws IOException {
        JsonNode json = json("resnet18", "resnet34", "--by", "block", "--pair", "2:layer1/2=1:layer4/1");

        for (JsonNode row : json.get("rows")) {
            JsonNode parts = row.get("parts");
            if (parts.get(0).get("model").asText().equals("resnet18")
                    && parts.get(0).get("path").asText().equals("layer4/1")) {
                assertEquals("layer1/2", parts.get(1).get("path").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resnet18|compare takes two to four models, found 1",
                "resnet18 resnet18 resnet18 resnet18 resnet18|two to four models, found 5",
                "resnet18 resnet181|nearest are resnet18",
                "resnet18 resnet34 --convention mac|There is no convention",
                "resnet18 resnet34 --by size|stage, block, name",
                "resnet18 resnet34 --pair fc=fc|--pair takes N:PATH=M:PATH",
                "resnet18 resnet34 --pair 1:fc=3:fc|There are networks 1 to 2, found 3",
                "resnet18 resnet34 --pair 1:nowhere=2:fc|has no layer or group \"nowhere\"",
                "resnet18 resnet34 --picture sample:harbour|--picture is what --measure runs",
                "resnet18 nowhere.convscape|nowhere.convscape",
            })
    void whatCannotBeIsRefusedInOneSentence(String arguments, String sentence) {
        Invocation refused = compare(arguments.split(" "));

        boolean partly = arguments.endsWith(".convscape");
        assertEquals(partly ? 1 : 2, refused.status());
        String said = partly ? refused.out() : refused.err();
        if (!partly) {
            assertEquals("", refused.out());
            assertEquals(1, refused.err().lines().count(), refused.err());
        }
        assertTrue(said.toLowerCase(Locale.ROOT).contains(sentence.toLowerCase(Locale.ROOT)), said);
    }
}
