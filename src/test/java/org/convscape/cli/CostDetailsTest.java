package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.DocumentFile;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostDetailsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String printed(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        return invocation.out();
    }

    private static JsonNode json(String... arguments) throws IOException {
        return JSON.readTree(printed(arguments));
    }

    @Test
    void whyNamesThreePairsAndTheirSum() throws IOException {
        String text = printed("cost", "--why", "resnet50", "resnet50-v1");
        assertTrue(text.contains("stride in the first 1×1 instead of the 3×3     3  -231,211,008"), text);
        assertEquals(
                3,
                text.lines()
                        .filter(line -> line.endsWith("1×1 and 3×3  -77,070,336"))
                        .count(),
                text);

        JsonNode json = json("cost", "--why", "resnet50", "resnet50-v1", "--format", "json");
        assertEquals("macs", json.get("convention").asText());
        assertEquals(
                -231_211_008,
                json.get("tables").get(0).get("rows").get(0).get("difference").asLong());
    }

    @Test
    void whySplitsTheParametersThatKerasPrintsMore() {
        String text = printed("cost", "--why", "resnet50", "keras-resnet50", "--by", "total");

        assertTrue(text.contains("stride in the first 1×1 instead of the 3×3"), text);
        assertTrue(
                text.contains(
                        "resnet50, trained 25,557,032, keras-resnet50, trained and kept 25,636,712, difference +79,680"),
                text);
        assertTrue(
                text.contains("bias of a convolution that batch norm follows                           53      26,560"),
                text);
        assertTrue(
                text.contains("moving statistics, which a total counts and training does not change    53      53,120"),
                text);
    }

    @Test
    void whyComparesTwoConventionsOnOneModel() throws IOException {
        JsonNode json = json("cost", "resnet50", "--why", "macs", "thop", "--by", "total", "--format", "json");

        JsonNode reasons = json.get("tables").get(0).get("rows");
        assertEquals(44_455_936, reasons.get(0).get("difference").asLong());
        assertEquals(102_400, reasons.get(1).get("difference").asLong());
    }

    @Test
    void aNumberIsExplainedInThreeFormats() throws IOException {
        String text = printed("cost", "resnet50", "--explain", "layer1/0/conv2");
        assertTrue(text.contains("kH · kW · in · out · Hout · Wout = 3 · 3 · 64 · 64 · 56 · 56 = 115,605,504"), text);
        assertTrue(text.contains("the whole network: 4,089,184,256 (2.8 %)"), text);
        assertTrue(printed("cost", "resnet50", "--explain", "layer1/0/conv2", "--format", "latex")
                .contains("&= 115\\,605\\,504"));
        JsonNode json = json("cost", "resnet50", "--explain", "total", "--format", "json");
        assertEquals(4_089_184_256L, json.get(0).get("value").asLong());
        assertEquals(25_610_152, json.get(1).get("value").asLong());
    }

    @Test
    void aLayerNamedTotalAndTheWholeDoNotHideEachOther(@TempDir Path folder) throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        Conv2d convolution = Conv2d.TYPE.create(Conv2d.TYPE.schema().defaults());
        String first = builder.add("total", convolution, picture);
        builder.add("last", convolution, first);
        Path file = folder.resolve("named.convscape");
        DocumentFile.write(Document.of("named", builder.build()), file);

        String both = printed("cost", file.toString(), "--explain", "total");

        List<String> headings = both.lines()
                .filter(line -> line.matches("(Multiply-adds|Parameters) of .*"))
                .toList();
        assertEquals(4, headings.size(), both);
        assertTrue(headings.get(0).endsWith("the whole network"), headings.toString());
        assertTrue(headings.get(2).endsWith("of total"), headings.toString());
    }

    @Test
    void aPlaneIsQuadraticOnItsDiagonal() throws IOException {
        JsonNode rows = json(
                        "cost", "conv2d", "--sweep", "in=16..64:16", "--sweep", "out=16..64:16", "--format", "json")
                .get("tables")
                .get(0)
                .get("rows");

        assertEquals(16, rows.size());
        long one = rows.get(0).get("count").asLong();
        for (int k = 1; k <= 4; k++) {
            assertEquals(k * one, rows.get(k - 1).get("count").asLong(), "linear in one width");
            assertEquals(k * k * one, rows.get(5 * (k - 1)).get("count").asLong(), "quadratic in both");
        }
    }

    @Test
    void aLayerOfANetworkAndAnAttributeOfTheNetworkCanBeSwept() {
        assertTrue(printed("cost", "resnet50", "--sweep", "layer1/0/conv1:channels=32..64:32")
                .contains("4,089,184,256"));
        assertTrue(printed("cost", "mobilenet-v1", "--sweep", "width=0.5..1:0.5", "--format", "csv")
                .contains("mobilenet-v1,224×224×3,1,macs,multiply-adds,1,4231976,4253864,568740352,"));
    }

    @Test
    void moreCountsHoldTheSameTotalsInEveryFormat() throws IOException {
        JsonNode rows = json("cost", "resnet18", "--more", "--format", "json")
                .get("tables")
                .get(0)
                .get("rows");
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.get("count").asLong();
        }
        assertEquals(1_814_073_344L, sum);
        for (String format : List.of("table", "csv", "markdown", "latex")) {
            String text = printed("cost", "resnet18", "--more", "--format", format)
                    .replace("\\_", "_")
                    .replace("{,}", ",");
            assertTrue(text.contains("layer4/1/relu") || text.contains("layer4/1"), text);
            assertTrue(text.contains("224×224×3") || text.contains("224$\\times$224$\\times$3"), text);
        }
    }

    @Test
    void allConventionsStandUnderEachOther() throws IOException {
        JsonNode rows = json("cost", "resnet50", "--conventions", "--format", "json")
                .get("tables")
                .get(0)
                .get("rows");

        assertEquals(10, rows.size());
        assertEquals(4_133_742_592L, rows.get(5).get("count").asLong());
        assertEquals("Add", rows.get(5).get("not known to it").asText());
    }

    @Test
    void theToolsOtherSettingIsShownBesideTheTotal() throws IOException {
        String text = printed("cost", "resnet50", "--convention", "ptflops", "--by", "total");
        assertTrue(text.contains("4,121,925,096"), text);
        assertTrue(text.contains("Not known to this convention, and not counted: Add."), text);
        assertTrue(text.contains("The same under ptflops-adds: 4,127,444,456 operations."), text);

        JsonNode json = json("cost", "resnet50", "--convention", "calflops", "--format", "json");
        assertEquals(8_216_627_712L, json.get("variant").get("count").asLong());
        assertEquals("Add", json.get("unknown").get(0).asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost resnet50 --convention thob | the nearest is thop",
                "cost resnet50 --explain layer1/0/conv9 | There is no node or group \"layer1/0/conv9\" in this network; the nearest are",
                "cost conv2d --sweep out=9..1 | out: the range runs backwards",
                "cost conv2d --sweep out=0..4 | At out=0: channels: expected a whole number from 1",
                "cost conv2d --sweep nothing=1..4 | There is no attribute \"nothing\"; known are channels",
                "cost conv2d --sweep out=1..2 --sweep out=1..2 | Both sweeps vary out",
                "cost conv2d --sweep in=0..4 | At in=0: channels: expected a whole number from 1",
                "cost residual-bottleneck --sweep channels=64..256:64 | At channels=64",
                "cost resnet50 vgg16 --explain total | take one model, found 2",
                "cost --why resnet50 | --why compares two models",
                "cost --why resnet50 resnet5 | There is no network, block or operation \"resnet5\"",
                "cost resnet50 --more --explain total | one at a time would work",
            })
    void whatCannotBeIsOneSentenceAndStatusTwo(String command, String sentence) {
        Invocation invocation = Invocation.of(command.split(" "));

        assertTrue(invocation.err().contains(sentence), invocation.err());
        assertEquals(1, invocation.err().lines().count());
        assertEquals("", invocation.out());
        assertEquals(2, invocation.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "markdown", "latex"})
    void everyReportCanBeWrittenInEveryFormat(String format) {
        printed("cost", "--why", "vgg16", "vgg19", "--format", format);
        printed("cost", "first-look", "--more", "--format", format);
        printed("cost", "dense", "--sweep", "out=1..3", "--format", format);
        printed("cost", "inception-v1", "--explain", "inception-v1", "--format", format);
    }
}
