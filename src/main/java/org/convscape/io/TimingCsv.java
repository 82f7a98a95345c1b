package org.convscape.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;

/** Times of a network as comma-separated values; the column {@code kind} tells the rows from overhead and total. */
final class TimingCsv {
    private static final int MEASURES = 11;

    private TimingCsv() {}

    static String write(TimingReport report) {
        TimingTable table = report.table();
        StringBuilder text = new StringBuilder(CostCsv.line(
                "model",
                "input",
                "batch",
                "engine",
                "threads",
                "runs",
                "warm-up runs",
                "peak GMAC/s",
                "bandwidth GB/s",
                "kind",
                "path",
                "operation",
                "folded into",
                "median ms",
                "minimum ms",
                "interquartile range ms",
                "share",
                "multiply-adds",
                "GMAC/s",
                "bytes moved",
                "multiply-adds per byte",
                "attainable GMAC/s",
                "reached",
                "bound"));
        for (TimingTable.Row row : table.rows()) {
            List<String> cells = times(table, row.milliseconds());
            cells.add(Long.toString(row.work().multiplyAdds()));
            if (row.measured()) {
                cells.addAll(List.of(
                        plain(row.achieved()),
                        String.format(Locale.ROOT, "%.0f", row.work().bytes()),
                        plain(row.work().intensity()),
                        plain(row.attainable()),
                        plain(row.reached()),
                        row.bound().map(Roofline.Bound::label).orElse("")));
            }
            String operation = row.node().facts().node().operation().type().id();
            text.append(line(
                    report,
                    "row",
                    row.path(),
                    operation,
                    row.node().foldedInto().orElse(""),
                    cells));
        }
        double overhead = table.timing().overhead();
        text.append(
                line(report, "overhead", "", "", "", List.of(plain(overhead), "", "", plain(table.share(overhead)))));
        List<String> total = times(table, table.timing().total());
        total.addAll(List.of(Long.toString(table.multiplyAdds()), plain(table.achieved())));
        return text.append(line(report, "total", "", "", "", total)).toString();
    }

    private static List<String> times(TimingTable table, Samples samples) {
        return new ArrayList<>(List.of(
                plain(samples.median()),
                plain(samples.minimum()),
                plain(samples.spread()),
                plain(table.share(samples.median()))));
    }

    private static String line(
            TimingReport report, String kind, String path, String operation, String host, List<String> measures) {
        TimingTable table = report.table();
        List<String> cells = new ArrayList<>(List.of(
                report.model(),
                report.inputs().stream().map(Shape::toString).collect(Collectors.joining(" ")),
                "1",
                report.engine(),
                report.threads().isPresent() ? Integer.toString(report.threads().getAsInt()) : "",
                Integer.toString(table.timing().total().count()),
                Integer.toString(table.timing().warmUp().runs()),
                plain(table.roofline().multiplyAdds()),
                plain(table.roofline().bytes()),
                kind,
                path,
                operation,
                host));
        String[] padded = new String[MEASURES];
        Arrays.setAll(padded, i -> i < measures.size() ? measures.get(i) : "");
        cells.addAll(Arrays.asList(padded));
        return CostCsv.line(cells.toArray(String[]::new));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
