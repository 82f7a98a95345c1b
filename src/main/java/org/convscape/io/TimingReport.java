package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;
import org.convscape.timing.WarmUp;

/**
 * How long a network took, layer by layer, against the roofline of the machine. The medians of the rows and of the
 * overhead sum to the total's.
 *
 * @param source the picture or array that went in, by name
 * @param engine what computed
 * @param threads how many computed; empty for as many as the engine chooses
 * @param manner which maps were kept and whether layers were folded, in words
 * @param origin where the roofline comes from, in words
 * @param all every layer in the order of the run for people too, rather than the slowest ones
 */
public record TimingReport(
        String model,
        List<Shape> inputs,
        String source,
        long seed,
        String engine,
        OptionalInt threads,
        String manner,
        String origin,
        TimingTable table,
        boolean all)
        implements Report {

    /** So many layers, those that take longest, stand in a table that does not list all. */
    public static final int SLOWEST = 25;

    private static final List<Column> COLUMNS = List.of(
            Column.text("path"),
            Column.text("operation"),
            Column.of(Column.Kind.MILLISECONDS, "median", "ms"),
            Column.of(Column.Kind.MILLISECONDS, "minimum", "ms"),
            Column.of(Column.Kind.MILLISECONDS, "IQR", "ms"),
            Column.of(Column.Kind.SHARE, "share"),
            Column.count("multiply-adds"),
            Column.of(Column.Kind.RATE, "", "GMAC/s"),
            Column.of(Column.Kind.BYTES, "", "MB moved"),
            Column.of(Column.Kind.RATE, "", "MAC/byte"),
            Column.of(Column.Kind.RATE, "attainable"),
            Column.of(Column.Kind.SHARE, "reached"),
            Column.text("bound by"));

    private static final Cell DASH = new Cell(null, "–");

    /** Keeps an unmodifiable copy. */
    public TimingReport {
        inputs = List.copyOf(inputs);
    }

    @Override
    public List<Page> pages() {
        List<TimingTable.Row> shown = all ? table.rows() : slowest();
        List<List<Cell>> rows = new ArrayList<>();
        shown.forEach(row -> rows.add(cells(row)));
        if (shown.size() < table.rows().size()) {
            double rest = sum(table.rows()) - sum(shown);
            rows.add(padded(
                    Cell.text((table.rows().size() - shown.size()) + " other layers"),
                    Cell.NONE,
                    milliseconds(rest),
                    Cell.NONE,
                    Cell.NONE,
                    share(rest)));
        }
        double overhead = table.timing().overhead();
        Samples total = table.timing().total();
        List<List<Cell>> totals = List.of(
                padded(Cell.text("overhead"), Cell.NONE, milliseconds(overhead), Cell.NONE, Cell.NONE, share(overhead)),
                padded(
                        Cell.text("total"),
                        Cell.NONE,
                        milliseconds(total.median()),
                        milliseconds(total.minimum()),
                        milliseconds(total.spread()),
                        share(total.median()),
                        Cell.count(table.multiplyAdds()),
                        rate(table.achieved())));
        return List.of(new Page(
                model,
                terms(),
                List.of(Table.of(COLUMNS, rows).totalling(totals), Table.remarks(TimingRemarks.of(table)), kinds())));
    }

    private static List<Cell> padded(Cell... cells) {
        List<Cell> row = new ArrayList<>(List.of(cells));
        while (row.size() < COLUMNS.size()) {
            row.add(Cell.NONE);
        }
        return row;
    }

    private List<TimingTable.Row> slowest() {
        return table.rows().stream()
                .sorted(Comparator.comparingDouble(
                                (TimingTable.Row row) -> row.milliseconds().median())
                        .reversed())
                .limit(SLOWEST)
                .toList();
    }

    private static double sum(List<TimingTable.Row> rows) {
        return rows.stream().mapToDouble(row -> row.milliseconds().median()).sum();
    }

    private String terms() {
        WarmUp warmUp = table.timing().warmUp();
        Roofline roofline = table.roofline();
        return String.format(
                Locale.ROOT,
                "%s %s, batch 1, %s, seed %d%n"
                        + "computed by %s, %s; %s%n"
                        + "%d runs measured, after %d to warm up (%.1f s, %s)%n"
                        + "roofline, %s: at most %s GMAC/s and %s GB/s,"
                        + " which meet at %s multiply-adds per byte",
                inputs.size() == 1 ? "input" : "inputs",
                inputs.stream().map(Shape::toString).collect(Collectors.joining(", ")),
                source,
                seed,
                engine,
                threads.isPresent()
                        ? threads.getAsInt() + (threads.getAsInt() == 1 ? " thread" : " threads")
                        : "as many threads as it chooses",
                manner,
                table.timing().total().count(),
                warmUp.runs(),
                warmUp.seconds(),
                warmUp.end().words(),
                origin,
                written(roofline.multiplyAdds()),
                written(roofline.bytes()),
                written(roofline.ridge()));
    }

    private List<Cell> cells(TimingTable.Row row) {
        boolean arithmetic = row.measured() && row.work().multiplyAdds() > 0;
        Optional<String> host = row.node().foldedInto();
        Samples samples = row.milliseconds();
        return List.of(
                Cell.text(row.path()),
                Cell.text(row.label()),
                host.isPresent() ? DASH : milliseconds(samples.median()),
                host.isPresent() ? DASH : milliseconds(samples.minimum()),
                host.isPresent() ? DASH : milliseconds(samples.spread()),
                share(samples.median()),
                Cell.count(row.work().multiplyAdds()),
                arithmetic ? rate(row.achieved()) : DASH,
                row.measured() ? megabytes(row.work().bytes()) : DASH,
                arithmetic ? rate(row.work().intensity()) : DASH,
                arithmetic ? rate(row.attainable()) : DASH,
                row.measured() ? percent(row.reached()) : DASH,
                host.map(into -> Cell.text("in " + into)).orElseGet(() -> row.bound()
                        .map(bound -> Cell.text(bound.label()))
                        .orElse(DASH)));
    }

    private Table kinds() {
        List<Column> columns = List.of(
                Column.text("operation"),
                Column.count("layers"),
                Column.of(Column.Kind.MILLISECONDS, "sum of medians", "ms"),
                Column.of(Column.Kind.SHARE, "share"),
                Column.count("multiply-adds"),
                Column.of(Column.Kind.RATE, "", "GMAC/s"),
                Column.of(Column.Kind.BYTES, "", "MB moved"));
        List<List<Cell>> rows = new ArrayList<>();
        for (TimingTable.Sum sum : table.byKind()) {
            rows.add(List.of(
                    Cell.text(sum.kind()),
                    Cell.text(Integer.toString(sum.nodes())),
                    milliseconds(sum.milliseconds()),
                    share(sum.milliseconds()),
                    Cell.count(sum.work().multiplyAdds()),
                    sum.work().multiplyAdds() > 0 ? rate(sum.achieved()) : DASH,
                    megabytes(sum.work().bytes())));
        }
        return Table.of(columns, rows);
    }

    private Cell share(double milliseconds) {
        return percent(table.share(milliseconds));
    }

    private static Cell percent(double share) {
        return Cell.decimal(share, String.format(Locale.ROOT, "%.1f %%", 100 * share));
    }

    private static Cell milliseconds(double value) {
        return Cell.decimal(value, String.format(Locale.ROOT, "%.3f", value));
    }

    private static Cell megabytes(double bytes) {
        return Cell.decimal(bytes, String.format(Locale.ROOT, "%.2f", bytes / 1e6));
    }

    private static Cell rate(double value) {
        return Cell.decimal(value, written(value));
    }

    /** Three significant digits or more. */
    private static String written(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /** Every layer, overhead and total; each with model, input, engine, threads, runs and roofline. */
    @Override
    public Table records() {
        return TimingRecords.of(this);
    }

    /** One object with every layer; figures that do not exist are absent. */
    @Override
    public JsonNode json() {
        return TimingJson.of(this);
    }
}
