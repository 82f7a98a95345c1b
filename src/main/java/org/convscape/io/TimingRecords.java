package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;

/** Times of a network as flat records; the column {@code kind} tells the rows from overhead and total. */
final class TimingRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("model"),
            Column.shape("input"),
            Column.count("batch"),
            Column.text("engine"),
            Column.count("threads"),
            Column.count("runs"),
            Column.count("warm-up runs"),
            Column.of(Column.Kind.RATE, "peak", "GMAC/s"),
            Column.of(Column.Kind.RATE, "bandwidth", "GB/s"),
            Column.text("kind"),
            Column.text("path"),
            Column.text("operation"),
            Column.text("folded into"),
            Column.of(Column.Kind.MILLISECONDS, "median", "ms"),
            Column.of(Column.Kind.MILLISECONDS, "minimum", "ms"),
            Column.of(Column.Kind.MILLISECONDS, "interquartile range", "ms"),
            Column.of(Column.Kind.SHARE, "share"),
            Column.count("multiply-adds"),
            Column.of(Column.Kind.RATE, "", "GMAC/s"),
            Column.of(Column.Kind.BYTES, "bytes moved"),
            Column.of(Column.Kind.RATE, "multiply-adds per byte"),
            Column.of(Column.Kind.RATE, "attainable", "GMAC/s"),
            Column.of(Column.Kind.SHARE, "reached"),
            Column.text("bound"));

    private TimingRecords() {}

    static Table of(TimingReport report) {
        TimingTable table = report.table();
        List<List<Cell>> rows = new ArrayList<>();
        for (TimingTable.Row row : table.rows()) {
            List<Cell> cells = times(table, row.milliseconds());
            cells.add(Cell.count(row.work().multiplyAdds()));
            if (row.measured()) {
                cells.addAll(List.of(
                        Cell.value(row.achieved()),
                        Cell.text(String.format(Locale.ROOT, "%.0f", row.work().bytes())),
                        Cell.value(row.work().intensity()),
                        Cell.value(row.attainable()),
                        Cell.value(row.reached()),
                        row.bound().map(bound -> Cell.text(bound.label())).orElse(Cell.NONE)));
            }
            String operation = row.node().facts().node().operation().type().id();
            rows.add(record(
                    report,
                    "row",
                    row.path(),
                    operation,
                    row.node().foldedInto().orElse(""),
                    cells));
        }
        double overhead = table.timing().overhead();
        rows.add(record(
                report,
                "overhead",
                "",
                "",
                "",
                List.of(Cell.value(overhead), Cell.NONE, Cell.NONE, Cell.value(table.share(overhead)))));
        List<Cell> total = times(table, table.timing().total());
        total.addAll(List.of(Cell.count(table.multiplyAdds()), Cell.value(table.achieved())));
        rows.add(record(report, "total", "", "", "", total));
        return Table.of(COLUMNS, rows);
    }

    private static List<Cell> times(TimingTable table, Samples samples) {
        return new ArrayList<>(List.of(
                Cell.value(samples.median()),
                Cell.value(samples.minimum()),
                Cell.value(samples.spread()),
                Cell.value(table.share(samples.median()))));
    }

    private static List<Cell> record(
            TimingReport report, String kind, String path, String operation, String host, List<Cell> measures) {
        TimingTable table = report.table();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(report.model()),
                Cell.text(report.inputs().stream().map(Shape::toString).collect(Collectors.joining(" "))),
                Cell.count(1),
                Cell.text(report.engine()),
                report.threads().isPresent() ? Cell.count(report.threads().getAsInt()) : Cell.NONE,
                Cell.count(table.timing().total().count()),
                Cell.count(table.timing().warmUp().runs()),
                Cell.value(table.roofline().multiplyAdds()),
                Cell.value(table.roofline().bytes()),
                Cell.text(kind),
                Cell.text(path),
                Cell.text(operation),
                Cell.text(host)));
        cells.addAll(measures);
        while (cells.size() < COLUMNS.size()) {
            cells.add(Cell.NONE);
        }
        return cells;
    }
}
