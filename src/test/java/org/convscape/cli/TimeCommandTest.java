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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small blocks in plain loops; nothing here depends on how long they take. */
class TimeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static Invocation time(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "time",
                "residual-bottleneck",
                "--input",
                "4x4x256",
                "--runs",
                "3",
                "--warm-up",
                "1",
                "--roofline",
                "2,1"));
        arguments.addAll(Arrays.asList(more));
        return Invocation.of(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Invocation invocation) throws IOException {
        assertEquals("", invocation.err());
        assertEquals(0, invocation.status());
        return JSON.readTree(invocation.out());
    }

    @ParameterizedTest
    @CsvSource({"--all", "--unfolded"})
    void rowsAndOverheadSumToTheTotalAndNothingAttainableExceedsThePeak(String manner) throws IOException {
        JsonNode json = json(time("--format", "json", manner));

        double sum = json.get("overhead").get("milliseconds").asDouble();
        double shares = json.get("overhead").get("share").asDouble();
        for (JsonNode row : json.get("rows")) {
            sum += row.get("milliseconds").get("median").asDouble();
            shares += row.get("share").asDouble();
            assertTrue(row.path("attainableGigaMultiplyAddsPerSecond").asDouble() <= 2);
            assertTrue(row.get("milliseconds").get("minimum").asDouble()
                    <= row.get("milliseconds").get("median").asDouble());
        }
        double total = json.get("total").get("milliseconds").get("median").asDouble();
        assertTrue(total > 0);
        assertEquals(total, sum, 1e-9 * total);
        assertEquals(1, shares, 1e-9);
        assertEquals(3, json.get("runs").asInt());
        assertEquals(1, json.get("warmUp").get("runs").asInt());
    }

    @Test
    void everyMultiplyAddOfTheNetworkStandsInOneRow() throws IOException {
        JsonNode json = json(time("--format", "json"));
        JsonNode cost =
                JSON.readTree(Invocation.of("cost", "residual-bottleneck", "--input", "4x4x256", "--format", "json")
                        .out());

        long sum = 0;
        for (JsonNode row : json.get("rows")) {
            sum += row.get("multiplyAdds").asLong();
        }
        assertEquals(cost.get("count").asLong(), sum);
        assertEquals(
                cost.get("count").asLong(),
                json.get("total").get("multiplyAdds").asLong());
        assertEquals("macs", json.get("convention").asText());
    }

    @Test
    void aFoldedLayerSaysInWhichStepItWasComputedAndUnfoldedNoneIs() throws IOException {
        boolean folded = false;
        for (JsonNode row : json(time("--format", "json")).get("rows")) {
            if (row.has("foldedInto")) {
                folded = true;
                assertEquals(0, row.get("milliseconds").get("median").asDouble());
                assertFalse(row.has("bytesMoved"));
            }
        }
        assertTrue(folded, "a batch normalisation follows a convolution here");
        for (JsonNode row : json(time("--format", "json", "--unfolded")).get("rows")) {
            assertFalse(row.has("foldedInto"), row.toString());
        }
        assertTrue(time("--all").out().lines().anyMatch(line -> line.matches(".* in residual-bottleneck/\\S+")));
    }

    @Test
    void theTableSaysHowItWasMeasuredAndEndsWithOverheadAndTotal() {
        String table = time("--all").out();

        for (String word : List.of(
                "input 4×4×256",
                "batch 1",
                "3 runs measured, after 1 to warm up",
                "at most 2.00 GMAC/s and 1.00 GB/s",
                "median ms",
                "IQR ms",
                "convention macs",
                "\noverhead ",
                "\ntotal ",
                "interquartile range")) {
            assertTrue(table.contains(word), () -> word + " in\n" + table);
        }
    }

    @Test
    void theCsvHasTheSameRowsAndSums() {
        List<String[]> lines = time("--format", "csv")
                .out()
                .lines()
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1))
                .toList();
        int kind = Arrays.asList(lines.get(0)).indexOf("kind");
        int median = Arrays.asList(lines.get(0)).indexOf("median ms");
        double sum = 0;
        double total = 0;
        for (String[] line : lines.subList(1, lines.size())) {
            assertEquals(lines.get(0).length, line.length);
            double value = Double.parseDouble(line[median]);
            if (line[kind].equals("total")) {
                total = value;
            } else {
                sum += value;
            }
        }
        assertTrue(total > 0);
        assertEquals(total, sum, 1e-4 * total, "six digits a figure");
    }

    @Test
    void theRooflineIsDrawnAsSvgOrPng() throws IOException {
        Path svg = folder.resolve("roof.svg");
        Path png = folder.resolve("roof.PNG");
        assertEquals("", time("--chart", svg.toString()).err());
        assertEquals("", time("--chart", png.toString()).err());

        String drawing = Files.readString(svg);
        assertTrue(
                drawing.contains("<svg") && drawing.contains("GMAC/s") && drawing.contains("multiply-adds per byte"));
        assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs|0|--runs takes 1 or more",
                "--warm-up|-1|--warm-up 0 or more",
                "--roofline|fast|takes GMAC/s and GB/s",
                "--roofline|0,1|two positive rates",
                "--chart|roof.gif|.svg or .png",
                "--threads|0|--threads takes 1 to",
                "--format|xml|table, csv",
            })
    void whatCannotBeIsRefusedInOneSentence(String option, String value, String sentence) {
        Invocation refused = Invocation.of("time", "residual-bottleneck", option, value);

        assertEquals(2, refused.status());
        assertEquals("", refused.out());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().toLowerCase(Locale.ROOT).contains(sentence.toLowerCase(Locale.ROOT)), refused.err());
    }
}
