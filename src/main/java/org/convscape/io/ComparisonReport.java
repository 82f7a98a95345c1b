package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.ComparisonTable.Figures;
import org.convscape.analysis.ComparisonTable.Quantity;
import org.convscape.analysis.GraphDifference;
import org.convscape.tensor.Shape;
import org.convscape.timing.TimingTable;
import org.convscape.wording.ComparisonWords;

/**
 * Networks side by side: rows, totals, ratios to the first, and what the first two differ in.
 *
 * @param models one for each network of the table
 * @param difference of the first two; empty where it was not asked for
 * @param unread what could not be read at all, by its name, with the sentence that says why
 * @param origin where the roofline comes from, in words; empty where nothing was measured
 */
public record ComparisonReport(
        List<Model> models,
        ComparisonTable table,
        Optional<GraphDifference> difference,
        Map<String, String> unread,
        String origin)
        implements Report {

    /**
     * One network.
     *
     * @param name what it was asked for by, told apart where one stands there twice
     * @param weights where its weights come from, in words
     * @param timing empty where it was not measured
     * @param unmeasured the sentence that says why it was not, although that was asked for; else empty
     */
    public record Model(String name, String weights, Optional<TimingTable> timing, String unmeasured) {}

    /** Keeps unmodifiable copies. */
    public ComparisonReport {
        models = List.copyOf(models);
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    /** The same with another difference, or none. */
    public ComparisonReport with(Optional<GraphDifference> other) {
        return new ComparisonReport(models, table, other, unread, origin);
    }

    /** True where every network is whole, and was measured if that was asked for. */
    public boolean whole() {
        return unread.isEmpty()
                && table.totals().stream().allMatch(total -> total.figures().complete())
                && models.stream().allMatch(model -> model.unmeasured().isEmpty());
    }

    /** What every number depends on: batch, unit, convention. */
    public String terms() {
        return "batch 1, " + table.convention().unit() + ", convention "
                + table.convention().id() + ", by "
                + ComparisonWords.rows(table.alignment().by());
    }

    /** The names, as a title. */
    public String title() {
        return models.stream().map(Model::name).collect(Collectors.joining(", "));
    }

    @Override
    public List<Page> pages() {
        List<Table> tables = new ArrayList<>(List.of(rows(), networks()));
        difference.ifPresent(found -> tables.add(differences(found)));
        return List.of(new Page(title(), terms(), tables));
    }

    boolean measured() {
        return models.stream().anyMatch(model -> model.timing().isPresent());
    }

    private Table rows() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(ComparisonWords.rows(table.alignment().by())),
                Column.text("model"),
                Column.shape("maps"),
                Column.count("parameters"),
                Column.of(Column.Kind.SHARE, "share of them"),
                Column.count(count()),
                Column.of(Column.Kind.SHARE, "share"),
                Column.of(Column.Kind.RATE, "×", models.get(0).name()),
                Column.count("activations"),
                Column.of(Column.Kind.BYTES, "peak memory"),
                Column.shape("receptive field"),
                Column.count("depth")));
        if (measured()) {
            columns.add(Column.of(Column.Kind.MILLISECONDS, "median", "ms"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ComparisonTable.Row row : table.rows()) {
            if (!rows.isEmpty()) {
                rows.add(Table.RULE);
            }
            for (int i = 0; i < models.size(); i++) {
                if (row.figures().get(i).isPresent()) {
                    rows.add(cells(row, i));
                }
            }
        }
        List<List<Cell>> totals = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            if (table.totals().get(i).overhead().isPresent()) {
                List<Cell> overhead = new ArrayList<>(
                        List.of(Cell.text("overhead"), Cell.text(models.get(i).name())));
                overhead.addAll(Collections.nCopies(columns.size() - 3, Cell.NONE));
                overhead.add(milliseconds(table.totals().get(i).overhead()));
                totals.add(overhead);
            }
        }
        for (int i = 0; i < models.size(); i++) {
            List<Cell> total = new ArrayList<>(List.of(
                    Cell.text("total"),
                    Cell.text(models.get(i).name()),
                    Cell.text(inputs(table.totals().get(i).inputs()))));
            addFigures(
                    total,
                    table.totals().get(i).figures(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    table.ratio(i, 0, Quantity.COUNT));
            totals.add(total);
        }
        return Table.of(columns, rows).totalling(totals).remarking(ComparisonRemarks.of(this));
    }

    private String count() {
        return table.convention().unit() + " (" + table.convention().id() + ")";
    }

    private List<Cell> cells(ComparisonTable.Row row, int model) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(ComparisonWords.row(table.alignment().by(), row.aligned())),
                Cell.text(models.get(model).name()),
                Cell.text(ComparisonWords.sizes(row.shapes().get(model)))));
        addFigures(
                cells,
                row.figures().get(model).orElseThrow(),
                table.share(row, model, Quantity.PARAMETERS),
                table.share(row, model, Quantity.COUNT),
                table.ratio(row, model, 0, Quantity.COUNT));
        return cells;
    }

    private void addFigures(
            List<Cell> cells,
            Figures figures,
            OptionalDouble ofParameters,
            OptionalDouble share,
            OptionalDouble ratio) {
        cells.add(Cell.count(figures.trainable(), figures.complete()));
        cells.add(share(ofParameters));
        cells.add(Cell.count(figures.count(), figures.complete()));
        cells.add(share(share));
        cells.add(ratio(ratio));
        cells.add(Cell.count(figures.activations(), figures.complete()));
        cells.add(bytes(figures));
        cells.add(Cell.text(field(figures)));
        cells.add(Cell.count(figures.depth()));
        if (measured()) {
            cells.add(milliseconds(figures.milliseconds()));
        }
    }

    /** One line for each network, with its ratios to the first. */
    private Table networks() {
        String base = models.get(0).name();
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("model"),
                Column.shape("input"),
                Column.count("parameters"),
                Column.of(Column.Kind.RATE, "×", base),
                Column.count("with statistics"),
                Column.count(count()),
                Column.of(Column.Kind.RATE, "×", base),
                Column.count("activations"),
                Column.of(Column.Kind.RATE, "×", base),
                Column.of(Column.Kind.BYTES, "peak memory"),
                Column.of(Column.Kind.RATE, "×", base)));
        if (measured()) {
            columns.add(Column.of(Column.Kind.MILLISECONDS, "median", "ms"));
            columns.add(Column.of(Column.Kind.RATE, "×", base));
        }
        columns.add(Column.text("problem"));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            ComparisonTable.Total total = table.totals().get(i);
            Figures figures = total.figures();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.text(models.get(i).name()),
                    Cell.text(inputs(total.inputs())),
                    Cell.count(figures.trainable(), figures.complete()),
                    ratio(table.ratio(i, 0, Quantity.PARAMETERS)),
                    Cell.count(figures.parameters(), figures.complete()),
                    Cell.count(figures.count(), figures.complete()),
                    ratio(table.ratio(i, 0, Quantity.COUNT)),
                    Cell.count(figures.activations(), figures.complete()),
                    ratio(table.ratio(i, 0, Quantity.ACTIVATIONS)),
                    bytes(figures),
                    ratio(table.ratio(i, 0, Quantity.PEAK_BYTES))));
            if (measured()) {
                cells.add(milliseconds(figures.milliseconds()));
                cells.add(ratio(table.ratio(i, 0, Quantity.MILLISECONDS)));
            }
            cells.add(Cell.text(problem(i)));
            rows.add(cells);
        }
        unread.forEach((name, sentence) -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
            cells.addAll(Collections.nCopies(columns.size() - 2, Cell.NONE));
            cells.add(Cell.text(sentence));
            rows.add(cells);
        });
        boolean fine = unread.isEmpty()
                && rows.stream().allMatch(row -> row.get(row.size() - 1).shown().isEmpty());
        if (fine) {
            columns.remove(columns.size() - 1);
            rows.forEach(row -> row.remove(row.size() - 1));
        }
        return Table.of(columns, rows).titled("As a whole, and against " + base);
    }

    /** What is the matter with a network, as a sentence; empty where nothing is. */
    String problem(int model) {
        ComparisonTable.Total total = table.totals().get(model);
        String unfinished = total.problem()
                .map(first -> "at " + first.node() + ": " + first.message()
                        + (total.problems() == 1
                                ? ""
                                : " (and " + (total.problems() - 1)
                                        + (total.problems() == 2 ? " more problem)" : " more problems)")))
                .orElse(table.alignment().networks().get(model).nodes().isEmpty() ? "it has no layers" : "");
        return unfinished.isEmpty() ? models.get(model).unmeasured() : unfinished;
    }

    private Table differences(GraphDifference found) {
        List<Column> columns = List.of(
                Column.text("change"),
                Column.text("where"),
                Column.text("what"),
                Column.text(models.get(0).name()),
                Column.text(models.get(1).name()));
        List<List<Cell>> rows = new ArrayList<>();
        found.changes()
                .forEach(change -> rows.add(List.of(
                        Cell.text(ComparisonWords.kind(change)),
                        Cell.text(change.path()),
                        Cell.text(ComparisonWords.what(change)),
                        Cell.text(ComparisonWords.before(change)),
                        Cell.text(ComparisonWords.after(change)))));
        int count = rows.size();
        return Table.of(columns, rows)
                .titled("What " + models.get(1).name() + " changes of "
                        + models.get(0).name())
                .remarking(List.of(
                        count == 0 ? "No difference." : count + (count == 1 ? " difference." : " differences.")));
    }

    static String inputs(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
    }

    static String field(Figures figures) {
        return figures.fieldHeight() == 0 ? "" : figures.fieldHeight() + "×" + figures.fieldWidth();
    }

    static Cell share(OptionalDouble share) {
        return cell(share, "%.1f %%", 100);
    }

    static Cell ratio(OptionalDouble ratio) {
        return cell(ratio, "%.3f", 1);
    }

    static Cell milliseconds(OptionalDouble milliseconds) {
        return cell(milliseconds, "%.3f", 1);
    }

    private static Cell cell(OptionalDouble value, String format, double factor) {
        return value.isEmpty()
                ? Cell.NONE
                : Cell.decimal(value.getAsDouble(), String.format(Locale.ROOT, format, factor * value.getAsDouble()));
    }

    static Cell bytes(Figures figures) {
        return new Cell(
                figures.peakBytes(),
                (figures.complete() ? "" : "≥ ") + org.convscape.figures.Figures.bytes(figures.peakBytes()));
    }

    @Override
    public Table records() {
        return ComparisonRecords.of(this);
    }

    @Override
    public JsonNode json() {
        return ComparisonJson.of(this);
    }
}
