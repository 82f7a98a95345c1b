package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a person gets it: one file, the figures of the CSV, nothing from elsewhere. */
class ComparisonPageTest {
    private static final Pattern TABLE = Pattern.compile("<table>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*?(?: data-value=\"([^\"]*)\")?>(.*?)</t[dh]>");

    @TempDir
    Path folder;

    private record Shown(String value, String text) {}

    private static List<List<Shown>> table(String html, int number) {
        Matcher tables = TABLE.matcher(html);
        for (int i = 0; i <= number; i++) {
            assertTrue(tables.find(), "table " + i);
        }
        List<List<Shown>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(tables.group(1));
        while (row.find()) {
            List<Shown> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                cells.add(new Shown(cell.group(1) == null ? "" : cell.group(1), cell.group(2)));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** By kind, row and model: the fields of a record, by name. */
    private static Map<String, Map<String, String>> records(String csv) {
        List<String> lines = csv.lines().toList();
        String[] names = lines.get(0).split(",");
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            assertEquals(names.length, fields.length, line);
            Map<String, String> record = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                record.put(names[i], fields[i].replaceAll("^\"|\"$", ""));
            }
            String row = record.get("kind").equals("row") ? record.get("row") : record.get("kind");
            records.put(row + " of " + record.get("model"), record);
        }
        return records;
    }

    private String page(String csvOut, String... arguments) throws IOException {
        Path file = folder.resolve("report.html");
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--format", "csv", "--report", file.toString()));
        Invocation invocation = Invocation.of(all.toArray(String[]::new));
        assertEquals("", invocation.err());
        Files.writeString(folder.resolve(csvOut), invocation.out());
        return Files.readString(file);
    }

    /** Columns of the page with those of the CSV that hold the same; shares, ratio and times too. */
    private static final Map<String, String> COLUMNS = Map.of(
            "parameters", "parameters",
            "share of them", "share of parameters",
            "multiply-adds (macs)", "count",
            "share", "share",
            "activations", "activations",
            "peak memory", "peak memory bytes",
            "depth", "depth",
            "median ms", "median ms");

    private void everyNumberIsTheSame(String... arguments) throws IOException {
        String html = page("numbers.csv", arguments);
        Map<String, Map<String, String>> records = records(Files.readString(folder.resolve("numbers.csv")));

        List<List<Shown>> rows = table(html, 0);
        List<String> heading = rows.get(0).stream().map(Shown::text).toList();
        int compared = 0;
        for (List<Shown> row : rows.subList(1, rows.size())) {
            Map<String, String> record =
                    records.get(row.get(0).text() + " of " + row.get(1).text());
            for (int i = 2; i < row.size(); i++) {
                String column = heading.get(i);
                Shown shown = row.get(i);
                if (column.equals("receptive field") && !shown.text().isEmpty()) {
                    assertEquals(
                            record.get("receptive field height") + "×" + record.get("receptive field width"),
                            shown.text());
                } else if (column.startsWith("× ") || COLUMNS.containsKey(column)) {
                    String expected = record.get(COLUMNS.getOrDefault(column, "ratio"));
                    assertEquals(expected, shown.value(), () -> column + " in " + record);
                    assertEquals(expected.isEmpty(), shown.text().isEmpty());
                    if (!expected.isEmpty()) {
                        assertSameNumber(Double.parseDouble(expected), shown.text());
                        compared++;
                    }
                }
            }
        }
        assertEquals(records.size(), rows.size() - 1, "every record stands on the page");
        assertTrue(compared > 4 * rows.size(), "many numbers were compared: " + compared);
        totalsAreTheSame(table(html, 1), records);
    }

    private static void totalsAreTheSame(List<List<Shown>> rows, Map<String, Map<String, String>> records) {
        List<String> heading = rows.get(0).stream().map(Shown::text).toList();
        for (List<Shown> row : rows.subList(1, rows.size())) {
            Map<String, String> total = records.get("total of " + row.get(0).text());
            for (String column : List.of("parameters", "with statistics", "multiply-adds (macs)", "activations")) {
                Shown shown = row.get(heading.indexOf(column));
                assertEquals(total.get(COLUMNS.getOrDefault(column, column)), shown.value());
                assertSameNumber(Double.parseDouble(shown.value()), shown.text());
            }
        }
    }

    /** As far as the digits that are shown go. */
    private static void assertSameNumber(double expected, String text) {
        String[] parts = text.replace(",", "").split(" ");
        double unit = parts.length == 1
                ? 1
                : Map.of("%", 0.01, "B", 1.0, "kB", 1e3, "MB", 1e6, "GB", 1e9).get(parts[1]);
        double shown = Double.parseDouble(parts[0]);
        int decimals = parts[0].contains(".") ? parts[0].length() - parts[0].indexOf('.') - 1 : 0;
        assertEquals(expected, shown * unit, 0.501 * unit * Math.pow(10, -decimals) + 1e-6 * Math.abs(expected), text);
    }

    @Test
    void everyNumberOfThePageIsThatOfTheCsv() throws IOException {
        everyNumberIsTheSame("resnet50", "inception-v3", "xception", "mobilenet-v1");
        everyNumberIsTheSame("resnet18", "resnet34", "--by", "block");
    }

    @Test
    void alsoWhereTimesWereMeasured() throws IOException {
        everyNumberIsTheSame(
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
                "2,1");
    }

    @Test
    void itHoldsWhatItTakesToGetTheSameAgainAndLoadsNothing() throws IOException {
        String html = page("all.csv", "resnet50", "resnet50-v1", "--picture", "sample:harbour");

        for (String part : List.of(
                "<svg viewBox",
                "What resnet50-v1 changes of resnet50",
                "<td>layer2/0/conv1</td><td>Stride</td><td>1×1</td><td>2×2</td>",
                "6 differences.",
                "data:image/png;base64,",
                "drawn from seed 1",
                "macs: ",
                "<dt>Java</dt>",
                "java -jar convscape.jar compare resnet50 resnet50-v1 --picture sample:harbour")) {
            assertTrue(html.contains(part), part);
        }
        String loading = html.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "");
        assertFalse(loading.contains("<script") || loading.contains("http://") || loading.contains("https://"));
        assertFalse(loading.matches("(?s).*(src|href)=\"(?!data:|#).*"), "refers to nothing outside");
    }

    @Test
    void namesAreTextWhateverTheyHold() throws IOException {
        Path document = folder.resolve("it's.convscape");
        assertEquals(
                0,
                Invocation.of("export", "residual-basic", "-o", document.toString())
                        .status());
        String evil = "<script>alert(1)</script>&'";
        Files.writeString(
                document,
                Files.readString(document)
                        .replace("residual-basic/", "<b>&'/")
                        .replace("\"path\": \"residual-basic\"", "\"path\": \"<b>&'\"")
                        .replace(
                                "\"title\": \"residual-basic\"",
                                "\"title\": " + "\"" + evil.replace("/", "\\/") + "\""));

        String html = page("evil.csv", document.toString(), "resnet18", "--by", "name");

        assertFalse(html.contains("<script"), "no element comes from a name");
        assertFalse(html.contains("<b>"));
        assertTrue(html.contains("&lt;b&gt;&amp;&#39;"), "the name itself is there");
        assertTrue(html.contains("it&#39;\\&#39;&#39;s.convscape"), "the command is quoted for a shell");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String[] bad : new String[][] {
            {file.resolve("report.html").toString(), "no folder that can be written to"},
            {folder.resolve("report.pdf").toString(), "ends in .html"},
            {Files.createDirectory(folder.resolve("a.html")).toString(), "is a folder"},
        }) {
            Invocation refused = Invocation.of("compare", "resnet18", "resnet34", "--report", bad[0]);

            assertNotEquals(0, refused.status());
            assertEquals("", refused.out());
            assertEquals(1, refused.err().lines().count(), refused.err());
            assertTrue(refused.err().contains(bad[1]), refused.err());
        }
    }
}
