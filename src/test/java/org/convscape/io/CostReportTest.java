package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CostReportTest {

    /** Trainable, total, count. */
    private record Sums(long trainable, long total, long count) {
        static final Sums NONE = new Sums(0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(trainable + other.trainable, total + other.total, count + other.count);
        }

        static Sums read(List<String> cells) {
            List<Long> numbers = cells.stream()
                    .map(cell -> Long.parseLong(cell.replace("{,}", "").replaceAll("[,\\s]", "")))
                    .toList();
            return new Sums(numbers.get(0), numbers.get(1), numbers.get(2));
        }
    }

    private static ModelCost cost(String id, CostTable.Grouping grouping) {
        Model model = Catalogue.standard().require(id);
        var graph = model.build(model.defaultInput(), model.schema().defaults());
        return new ModelCost(id, CostTable.of(Analysis.of(graph), Convention.MACS, grouping));
    }

    static Stream<Arguments> tables() {
        return Stream.of("first-look", "inception-naive", "resnet18", "conv2d")
                .flatMap(id -> Stream.of(CostTable.Grouping.values()).map(grouping -> Arguments.of(id, grouping)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyFormatReadBackHasRowsThatSumToItsTotal(String id, CostTable.Grouping grouping) throws Exception {
        ModelCost model = cost(id, grouping);
        CostTable.Row total = model.table().total();
        Sums expected = new Sums(total.trainable(), total.total(), total.count());

        for (TableFormat format : TableFormat.values()) {
            String text = new CostReport(List.of(model)).write(format);
            List<Sums> rows = new ArrayList<>();
            Sums sum = parse(text, format, rows);
            assertEquals(expected, sum, format + " prints the total");
            boolean onlyTotal = grouping == CostTable.Grouping.TOTAL && rows.isEmpty();
            assertEquals(
                    expected,
                    onlyTotal ? sum : rows.stream().reduce(Sums.NONE, Sums::plus),
                    format + ": the rows sum to the total");
            for (String said : List.of(
                    "macs", "multiply-adds", model.table().inputs().get(0).height() + "", "batch")) {
                assertTrue(text.contains(said), format + " says " + said);
            }
        }
    }

    /** Reads a table back: fills the rows, gives the total. */
    private static Sums parse(String text, TableFormat format, List<Sums> rows) throws Exception {
        if (format == TableFormat.JSON) {
            JsonNode json = new ObjectMapper().readTree(text);
            json.get("rows")
                    .forEach(row -> rows.add(new Sums(
                            row.get("trainable").asLong(),
                            row.get("total").asLong(),
                            row.get("count").asLong())));
            JsonNode params = json.get("params");
            return new Sums(
                    params.get("trainable").asLong(),
                    params.get("total").asLong(),
                    json.get("count").asLong());
        }
        Sums total = null;
        for (String line : text.lines().toList()) {
            List<String> cells = cells(line, format);
            if (cells == null) {
                continue;
            }
            Sums sums = Sums.read(cells.subList(cells.size() - 3, cells.size()));
            if (cells.get(0).equals("total")) {
                total = sums;
            } else {
                rows.add(sums);
            }
        }
        return total;
    }

    /** The cells of a line that begins with what it stands for and ends with three figures; null for other lines. */
    private static List<String> cells(String line, TableFormat format) {
        List<String> cells =
                switch (format) {
                    case TABLE ->
                        Arrays.asList(line.replaceAll("\\s+(< )?\\d+ %$", "")
                                .replaceAll("\\s{2,}$", "")
                                .split("\\s{2,}"));
                    case CSV -> csv(line);
                    case MARKDOWN ->
                        Arrays.stream(line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1))
                                .map(cell -> cell.replace("*", ""))
                                .toList();
                    case LATEX ->
                        Arrays.asList(line.strip().replaceAll(" \\\\\\\\$", "").split(" & "));
                    case JSON -> throw new IllegalArgumentException();
                };
        boolean figures = cells.size() >= 4
                && cells.subList(cells.size() - 3, cells.size()).stream().allMatch(cell -> cell.matches("[\\d,{}]+"));
        return figures ? cells : null;
    }

    private static List<String> csv(String line) {
        List<String> fields = Pattern.compile("\\G(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,\"]*)")
                .matcher(line)
                .results()
                .map(field -> field.group(1))
                .toList();
        assertEquals(13, fields.size(), line);
        return List.of(
                fields.get(5).equals("total") ? "total" : fields.get(6), fields.get(9), fields.get(10), fields.get(11));
    }

    @Test
    void jsonHasTheFieldsThatOtherProgramsRelyOn() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(
                        new CostReport(List.of(cost("inception-v1", CostTable.Grouping.NODE))).write(TableFormat.JSON));

        Set<String> names = new LinkedHashSet<>();
        json.fieldNames().forEachRemaining(names::add);
        assertTrue(names.containsAll(List.of("model", "input", "batch", "convention", "params", "count", "rows")));
        assertEquals("[28,28,192]", json.get("input").toString());
        assertEquals(128_049_152, json.get("count").asLong());
        JsonNode row = json.get("rows").get(1);
        names.clear();
        row.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of("path", "operation", "output", "trainable", "total", "count", "complete"), List.copyOf(names));
        assertEquals("[28,28,64]", row.get("output").toString());
    }

    @Test
    void severalModelsAreAListAndAreCompared() throws Exception {
        List<ModelCost> models = List.of(
                cost("inception-naive", CostTable.Grouping.TOTAL), cost("inception-v1", CostTable.Grouping.TOTAL));

        assertEquals(
                2,
                new ObjectMapper()
                        .readTree(new CostReport(models).write(TableFormat.JSON))
                        .size());
        String text = new CostReport(models).write(TableFormat.TABLE);
        assertTrue(text.contains("× inception-naive"), text);
        assertTrue(text.contains("0.422"), text);
    }

    @Test
    void anUnknownShapeMakesEveryFigureAtLeast() throws Exception {
        GraphBuilder builder = new GraphBuilder();
        builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        builder.add("a,\"b\"_&", Conv2d.of(8, 3, 1, Padding.SAME, true), Node.OPEN);
        ModelCost model = new ModelCost(
                "50% of {x_y}", CostTable.of(Analysis.of(builder.build()), Convention.MACS, CostTable.Grouping.NODE));

        assertTrue(new CostReport(List.of(model)).write(TableFormat.TABLE).contains("≥ 0"));
        String csv = new CostReport(List.of(model)).write(TableFormat.CSV);
        assertTrue(csv.contains("\"a,\"\"b\"\"_&\""), csv);
        assertTrue(csv.endsWith("false\r\n"), csv);
        String latex = new CostReport(List.of(model)).write(TableFormat.LATEX);
        assertTrue(latex.contains("50\\% of \\{x\\_y\\}"), latex);
        assertTrue(latex.contains("a,\"b\"\\_\\&"), latex);
        JsonNode json = new ObjectMapper().readTree(new CostReport(List.of(model)).write(TableFormat.JSON));
        assertFalse(json.get("complete").asBoolean());
        assertTrue(json.get("rows").get(1).get("output").isNull());
    }
}
