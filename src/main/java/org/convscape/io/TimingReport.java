package org.convscape.io;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.convscape.figures.Figures;
import org.convscape.tensor.Shape;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.convscape.timing.WarmUp;

/**
 * How long a network took, layer by layer, against the roofline of the machine, as a table, JSON or CSV. The medians of the
 * rows and of the overhead sum to the total's.
 *
 * @param source the picture or array that went in, by name
 * @param engine what computed
 * @param threads how many computed; empty for as many as the engine chooses
 * @param manner which maps were kept and whether layers were folded, in words
 * @param origin where the roofline comes from, in words
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
        TimingTable table) {

    /** So many layers, those that take longest, stand in a table that does not list all. */
    public static final int SLOWEST = 25;

    private static final String[] COLUMNS = {
        "path",
        "operation",
        ">median ms",
        ">minimum ms",
        ">IQR ms",
        ">share",
        ">multiply-adds",
        ">GMAC/s",
        ">MB moved",
        ">MAC/byte",
        ">attainable",
        ">reached",
        "bound by"
    };

    /** Keeps an unmodifiable copy. */
    public TimingReport {
        inputs = List.copyOf(inputs);
    }

    /**
     * Aligned columns under a heading that says what was measured and how.
     *
     * @param all every layer in the order of the run, rather than the slowest ones
     */
    public String table(boolean all) {
        List<TimingTable.Row> shown = all ? table.rows() : slowest();
        TextTable lines = new TextTable(COLUMNS);
        shown.forEach(row -> lines.add(cells(row)));
        if (shown.size() < table.rows().size()) {
            double rest = sum(table.rows()) - sum(shown);
            lines.add(cells((table.rows().size() - shown.size()) + " other layers", rest));
        }
        lines.rule().add(cells("overhead", table.timing().overhead()));
        lines.add(total());
        return heading() + "\n" + lines + "\n" + TimingRemarks.of(table) + "\n" + kinds();
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

    private String heading() {
        WarmUp warmUp = table.timing().warmUp();
        Roofline roofline = table.roofline();
        return String.format(
                Locale.ROOT,
                "%s: %s %s, batch 1, %s, seed %d%n"
                        + "computed by %s, %s; %s%n"
                        + "%d runs measured, after %d to warm up (%.1f s, %s)%n"
                        + "roofline, %s: at most %s GMAC/s and %s GB/s,"
                        + " which meet at %s multiply-adds per byte%n",
                model,
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
                rate(roofline.multiplyAdds()),
                rate(roofline.bytes()),
                rate(roofline.ridge()));
    }

    private String[] cells(TimingTable.Row row) {
        boolean arithmetic = row.measured() && row.work().multiplyAdds() > 0;
        return new String[] {
            row.path(),
            row.label(),
            row.node().foldedInto().isPresent()
                    ? "–"
                    : milliseconds(row.milliseconds().median()),
            row.node().foldedInto().isPresent()
                    ? "–"
                    : milliseconds(row.milliseconds().minimum()),
            row.node().foldedInto().isPresent()
                    ? "–"
                    : milliseconds(row.milliseconds().spread()),
            share(row.milliseconds().median()),
            Figures.whole(row.work().multiplyAdds()),
            arithmetic ? rate(row.achieved()) : "–",
            row.measured() ? String.format(Locale.ROOT, "%.2f", row.work().bytes() / 1e6) : "–",
            arithmetic ? rate(row.work().intensity()) : "–",
            arithmetic ? rate(row.attainable()) : "–",
            row.measured() ? percent(row.reached()) : "–",
            row.node().foldedInto().map(host -> "in " + host).orElseGet(() -> row.bound()
                    .map(Roofline.Bound::label)
                    .orElse("–"))
        };
    }

    private String[] cells(String name, double milliseconds) {
        return new String[] {
            name, "", milliseconds(milliseconds), "", "", share(milliseconds), "", "", "", "", "", "", ""
        };
    }

    private String[] total() {
        return new String[] {
            "total",
            "",
            milliseconds(table.timing().total().median()),
            milliseconds(table.timing().total().minimum()),
            milliseconds(table.timing().total().spread()),
            share(table.timing().total().median()),
            Figures.whole(table.multiplyAdds()),
            rate(table.achieved()),
            "",
            "",
            "",
            "",
            ""
        };
    }

    private String kinds() {
        TextTable lines = new TextTable(
                "operation", ">layers", ">sum of medians ms", ">share", ">multiply-adds", ">GMAC/s", ">MB moved");
        for (TimingTable.Sum sum : table.byKind()) {
            lines.add(
                    sum.kind(),
                    Integer.toString(sum.nodes()),
                    milliseconds(sum.milliseconds()),
                    share(sum.milliseconds()),
                    Figures.whole(sum.work().multiplyAdds()),
                    sum.work().multiplyAdds() > 0 ? rate(sum.achieved()) : "–",
                    String.format(Locale.ROOT, "%.2f", sum.work().bytes() / 1e6));
        }
        return lines.toString();
    }

    private String share(double milliseconds) {
        return percent(table.share(milliseconds));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Three significant digits or more. */
    private static String rate(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /** One object; figures that do not exist are absent. */
    public String json() {
        return TimingJson.write(this);
    }

    /** One line per row, overhead and total; every line carries model, input, engine, threads, runs and roofline. */
    public String csv() {
        return TimingCsv.write(this);
    }
}
