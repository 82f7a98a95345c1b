package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.analysis.CostTable;
import org.convscape.figures.Figures;
import org.convscape.tensor.Shape;
import org.convscape.wording.CostWords;

/** The cost tables of models; each states input, batch, unit and convention, and its rows sum to the total. */
public record CostReport(List<ModelCost> models) implements Report {

    /** Keeps an unmodifiable copy. */
    public CostReport {
        models = List.copyOf(models);
    }

    @Override
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (ModelCost model : models) {
            pages.add(new Page(model.model(), model.terms(), List.of(table(model))));
        }
        if (models.size() > 1) {
            pages.add(comparison());
        }
        return pages;
    }

    private static Table table(ModelCost model) {
        CostTable costs = model.table();
        List<Column> columns = List.of(
                Column.text("path"),
                Column.text("operation"),
                Column.shape("output"),
                Column.count("trainable"),
                Column.count("parameters"),
                Column.count(costs.unit()),
                Column.of(Column.Kind.SHARE, "share").asDerived());
        // A table of nothing but the total has no other rows.
        List<List<Cell>> rows = costs.grouping() == CostTable.Grouping.TOTAL
                ? List.of()
                : costs.rows().stream()
                        .map(row -> cells(row, row.path(), CostWords.label(row), costs))
                        .toList();
        String notCounted = model.notCounted();
        return Table.of(columns, rows)
                .totalling(List.of(cells(costs.total(), CostTable.TOTAL, "", costs)))
                .remarking(notCounted.isEmpty() ? List.of() : List.of(notCounted));
    }

    private static List<Cell> cells(CostTable.Row row, String path, String label, CostTable costs) {
        long whole = costs.total().count();
        return List.of(
                Cell.text(path),
                Cell.text(label),
                Cell.text(CostWords.output(row)),
                Cell.count(row.trainable(), row.complete()),
                Cell.count(row.total(), row.complete()),
                Cell.count(row.count(), row.complete()),
                whole == 0
                        ? Cell.NONE
                        : Cell.decimal((double) row.count() / whole, Figures.percent(row.count(), whole)));
    }

    /** The totals of several models under each other. */
    private Page comparison() {
        CostTable first = models.get(0).table();
        List<Column> columns = List.of(
                Column.text("model"),
                Column.shape("input"),
                Column.count("trainable"),
                Column.count("parameters"),
                Column.count(first.unit()),
                Column.of(Column.Kind.RATE, "×", models.get(0).model()));
        List<List<Cell>> rows = new ArrayList<>();
        for (ModelCost model : models) {
            CostTable.Row total = model.table().total();
            rows.add(List.of(
                    Cell.text(model.model()),
                    Cell.text(inputs(model.table(), ", ")),
                    Cell.count(total.trainable(), total.complete()),
                    Cell.count(total.total(), total.complete()),
                    Cell.count(total.count(), total.complete()),
                    times(total.count(), first.total().count())));
        }
        String terms = "batch " + first.batch() + ", " + first.unit() + ", convention " + first.convention();
        return new Page("compared", terms, List.of(Table.of(columns, rows).asDerived()));
    }

    private static Cell times(long count, long first) {
        if (first == 0) {
            return new Cell(null, "–");
        }
        double times = (double) count / first;
        return Cell.decimal(times, String.format(Locale.ROOT, "%.3f", times));
    }

    private static String inputs(CostTable table, String between) {
        return table.inputs().stream().map(Shape::toString).collect(Collectors.joining(between));
    }

    /** The column {@code kind} tells the rows from the line of their total. */
    @Override
    public Table records() {
        List<Column> columns = List.of(
                Column.text("model"),
                Column.shape("input"),
                Column.count("batch"),
                Column.text("convention"),
                Column.text("unit"),
                Column.text("kind"),
                Column.text("path"),
                Column.text("operation"),
                Column.shape("output"),
                Column.count("trainable"),
                Column.count("total"),
                Column.count("count"),
                Column.text("complete"));
        List<List<Cell>> rows = new ArrayList<>();
        for (ModelCost model : models) {
            model.table().rows().forEach(row -> rows.add(record(model, "row", row)));
            rows.add(record(model, "total", model.table().total()));
        }
        return Table.of(columns, rows);
    }

    private static List<Cell> record(ModelCost model, String kind, CostTable.Row row) {
        CostTable table = model.table();
        return List.of(
                Cell.text(model.model()),
                Cell.text(inputs(table, " ")),
                Cell.count(table.batch()),
                Cell.text(table.convention()),
                Cell.text(table.unit()),
                Cell.text(kind),
                Cell.text(row.path()),
                Cell.text(row.operation()),
                Cell.text(CostWords.output(row)),
                Cell.count(row.trainable()),
                Cell.count(row.total()),
                Cell.count(row.count()),
                Cell.text(Boolean.toString(row.complete())));
    }

    /** An object for one model, a list of such objects for several. */
    @Override
    public JsonNode json() {
        if (models.size() == 1) {
            return object(models.get(0));
        }
        ArrayNode list = Json.array();
        models.forEach(model -> list.add(object(model)));
        return list;
    }

    private static ObjectNode object(ModelCost model) {
        CostTable table = model.table();
        ObjectNode json = Json.object();
        json.put("model", model.model());
        json.set("input", Json.shapes(table.inputs()));
        json.put("batch", table.batch());
        json.put("convention", table.convention());
        json.put("unit", table.unit());
        json.put("complete", table.complete());
        json.putObject("params")
                .put("trainable", table.total().trainable())
                .put("total", table.total().total());
        json.put("count", table.total().count());
        ArrayNode notCounted = json.putArray("notCounted");
        table.notCounted().forEach(notCounted::add);
        ArrayNode unknown = json.putArray("unknown");
        table.unknown().forEach(unknown::add);
        table.variant().ifPresent(other -> json.putObject("variant")
                .put("convention", other.convention())
                .put("count", other.count()));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> write(row, rows.addObject()));
        return json;
    }

    private static void write(CostTable.Row row, ObjectNode json) {
        json.put("path", row.path());
        json.put("operation", row.operation());
        json.set("output", outputs(row.outputs()));
        json.put("trainable", row.trainable());
        json.put("total", row.total());
        json.put("count", row.count());
        json.put("complete", row.complete());
    }

    /** A shape as {@code [h, w, c]} or {@code [n]}; null while unknown; of several results, a list of their shapes. */
    private static JsonNode outputs(List<Optional<Shape>> outputs) {
        ArrayNode shapes = Json.array();
        for (Optional<Shape> output : outputs) {
            if (output.isEmpty()) {
                return Json.nothing();
            }
            shapes.add(Json.numbers(output.get().dimensions()));
        }
        return shapes.size() == 0 ? Json.nothing() : shapes.size() == 1 ? shapes.get(0) : shapes;
    }
}
