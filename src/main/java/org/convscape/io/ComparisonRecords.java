package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.ComparisonTable.Figures;
import org.convscape.analysis.ComparisonTable.Quantity;
import org.convscape.wording.ComparisonWords;

/** Networks side by side as flat records; the column {@code kind} tells rows from overhead, totals and problems. */
final class ComparisonRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("kind"),
            Column.text("by"),
            Column.text("row"),
            Column.text("stage"),
            Column.text("model"),
            Column.text("path"),
            Column.shape("input"),
            Column.count("batch"),
            Column.text("convention"),
            Column.text("unit"),
            Column.shape("maps"),
            Column.count("parameters"),
            Column.of(Column.Kind.SHARE, "share of parameters"),
            Column.count("with statistics"),
            Column.count("count"),
            Column.of(Column.Kind.SHARE, "share"),
            Column.of(Column.Kind.RATE, "ratio"),
            Column.count("activations"),
            Column.of(Column.Kind.BYTES, "peak memory", "bytes"),
            Column.count("receptive field height"),
            Column.count("receptive field width"),
            Column.count("depth"),
            Column.of(Column.Kind.MILLISECONDS, "median", "ms"),
            Column.text("complete"),
            Column.text("problem"));

    private final ComparisonReport report;
    private final ComparisonTable table;
    private final List<List<Cell>> rows = new ArrayList<>();

    private ComparisonRecords(ComparisonReport report) {
        this.report = report;
        this.table = report.table();
        for (ComparisonTable.Row row : table.rows()) {
            for (int model = 0; model < report.models().size(); model++) {
                if (row.figures().get(model).isPresent()) {
                    add(row, model);
                }
            }
        }
        for (int model = 0; model < report.models().size(); model++) {
            addWhole(model);
        }
        report.unread().forEach((name, sentence) -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text("unread"), Cell.NONE, Cell.NONE, Cell.NONE));
            cells.add(Cell.text(name));
            padded(cells, COLUMNS.size() - 1).add(Cell.text(sentence));
            rows.add(cells);
        });
    }

    static Table of(ComparisonReport report) {
        return Table.of(COLUMNS, new ComparisonRecords(report).rows);
    }

    private void add(ComparisonTable.Row row, int model) {
        List<Cell> cells = begin(
                "row",
                ComparisonWords.row(table.alignment().by(), row.aligned()),
                ComparisonWords.stage(row.aligned().stage()),
                model,
                row.aligned().parts().get(model).path());
        cells.add(Cell.text(ComparisonWords.sizes(row.shapes().get(model))));
        addFigures(
                cells,
                row.figures().get(model).orElseThrow(),
                table.share(row, model, Quantity.PARAMETERS),
                table.share(row, model, Quantity.COUNT),
                table.ratio(row, model, 0, Quantity.COUNT));
        cells.add(Cell.NONE);
        rows.add(cells);
    }

    private void addWhole(int model) {
        ComparisonTable.Total total = table.totals().get(model);
        if (total.overhead().isPresent()) {
            List<Cell> cells = padded(begin("overhead", "", "", model, ""), COLUMNS.size() - 3);
            cells.add(ComparisonReport.milliseconds(total.overhead()));
            rows.add(padded(cells, COLUMNS.size()));
        }
        List<Cell> cells = begin("total", "", "", model, "");
        cells.add(Cell.NONE);
        OptionalDouble none = OptionalDouble.empty();
        addFigures(cells, total.figures(), none, none, table.ratio(model, 0, Quantity.COUNT));
        cells.add(Cell.text(report.problem(model)));
        rows.add(cells);
    }

    private List<Cell> begin(String kind, String row, String stage, int model, String path) {
        return new ArrayList<>(List.of(
                Cell.text(kind),
                Cell.text(ComparisonWords.rows(table.alignment().by())),
                Cell.text(row),
                Cell.text(stage),
                Cell.text(report.models().get(model).name()),
                Cell.text(path),
                Cell.text(ComparisonReport.inputs(table.totals().get(model).inputs())),
                Cell.count(1),
                Cell.text(table.convention().id()),
                Cell.text(table.convention().unit())));
    }

    private static void addFigures(
            List<Cell> cells,
            Figures figures,
            OptionalDouble ofParameters,
            OptionalDouble share,
            OptionalDouble ratio) {
        cells.addAll(List.of(
                Cell.count(figures.trainable()),
                ComparisonReport.share(ofParameters),
                Cell.count(figures.parameters()),
                Cell.count(figures.count()),
                ComparisonReport.share(share),
                ComparisonReport.ratio(ratio),
                Cell.count(figures.activations()),
                ComparisonReport.bytes(figures),
                figures.fieldHeight() == 0 ? Cell.NONE : Cell.count(figures.fieldHeight()),
                figures.fieldWidth() == 0 ? Cell.NONE : Cell.count(figures.fieldWidth()),
                Cell.count(figures.depth()),
                ComparisonReport.milliseconds(figures.milliseconds()),
                Cell.text(Boolean.toString(figures.complete()))));
    }

    private static List<Cell> padded(List<Cell> cells, int size) {
        while (cells.size() < size) {
            cells.add(Cell.NONE);
        }
        return cells;
    }
}
