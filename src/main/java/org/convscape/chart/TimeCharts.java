package org.convscape.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscape.figures.Figures;
import org.convscape.graph.GroupPath;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;

/** The charts of a network that was timed. */
public final class TimeCharts {

    /** What one bar stands for. */
    public enum Grouping {
        LAYER,
        BLOCK
    }

    /** In which order bars stand. */
    public enum Order {
        NETWORK,
        LONGEST
    }

    private TimeCharts() {}

    /**
     * The layers under the roofline of the machine: each a dot at its multiply-adds per byte and the rate it reached,
     * its area its share of the time. Layers without multiply-adds have no place there.
     */
    public static Dots roofline(String title, TimingTable table) {
        Roofline roofline = table.roofline();
        List<TimingTable.Row> rows = table.rows().stream()
                .filter(row -> row.measured() && row.work().multiplyAdds() > 0)
                .toList();
        double least =
                rows.stream().mapToDouble(row -> row.work().intensity()).min().orElse(roofline.ridge()) / 2;
        double most =
                2 * rows.stream().mapToDouble(row -> row.work().intensity()).reduce(roofline.ridge(), Math::max);
        double slowest =
                rows.stream().mapToDouble(TimingTable.Row::achieved).min().orElse(roofline.multiplyAdds());
        List<Dots.Corner> line = new ArrayList<>();
        for (double intensity : new double[] {least, roofline.ridge(), most}) {
            line.add(new Dots.Corner(intensity, roofline.attainable(intensity)));
        }
        // What takes longest as a kind is named first.
        List<String> kinds = table.byKind().stream().map(TimingTable.Sum::kind).toList();
        List<Dots.Dot> dots = rows.stream()
                .sorted(Comparator.comparingInt(row -> kinds.indexOf(row.kind())))
                .map(row -> new Dots.Dot(
                        row.path(),
                        shortName(row.path()),
                        row.kind(),
                        row.work().intensity(),
                        row.achieved(),
                        table.share(row.milliseconds().median()),
                        tip(row, table)))
                .toList();
        double shown =
                rows.stream().mapToDouble(row -> row.milliseconds().median()).sum();
        String caption = String.format(
                Locale.ROOT,
                "At most %.1f GMAC/s and %.1f GB/s; convention macs. The area of a dot is its share of the time.\n"
                        + "%d layers with multiply-adds take %.0f %% of %s; those without are not shown.",
                roofline.multiplyAdds(),
                roofline.bytes(),
                rows.size(),
                100 * table.share(shown),
                Figures.milliseconds(table.timing().total().median()));
        return new Dots(
                new Chart.Words(title, caption, "Arithmetic intensity (multiply-adds per byte)", "GMAC/s"),
                line,
                "roofline",
                dots,
                new Dots.Area(
                        least, most, Math.min(slowest, roofline.attainable(least)) / 2, 2 * roofline.multiplyAdds()));
    }

    /** How long every layer or block takes: the median, of a block the sum of those of its layers. */
    public static Bars milliseconds(String title, TimingTable table, Grouping grouping, Order order) {
        List<TimingTable.Row> rows =
                table.rows().stream().filter(TimingTable.Row::measured).toList();
        List<Bars.Bar> bars = grouping == Grouping.LAYER
                ? rows.stream().map(row -> layer(row, table)).toList()
                : blocks(rows, table);
        if (order == Order.LONGEST) {
            bars = bars.stream()
                    .sorted(Comparator.comparingDouble(Bars.Bar::value).reversed())
                    .toList();
        }
        Samples total = table.timing().total();
        String caption = String.format(
                Locale.ROOT,
                "Medians of %d runs, %s; together %s, of it overhead %s.",
                total.count(),
                order == Order.LONGEST ? "the longest first" : "in the order of the run",
                Figures.milliseconds(total.median()),
                Figures.milliseconds(table.timing().overhead()));
        return new Bars(new Chart.Words(title, caption, "Milliseconds", ""), bars, false, Bars.Unit.MILLISECONDS);
    }

    private static Bars.Bar layer(TimingTable.Row row, TimingTable table) {
        double median = row.milliseconds().median();
        return new Bars.Bar(
                row.path(), shortName(row.path()), row.kind(), median, Figures.milliseconds(median), tip(row, table));
    }

    private static List<Bars.Bar> blocks(List<TimingTable.Row> rows, TimingTable table) {
        Map<String, List<TimingTable.Row>> blocks = new LinkedHashMap<>();
        for (TimingTable.Row row : rows) {
            int end = row.path().indexOf('/');
            String block = end < 0 ? row.path() : row.path().substring(0, end);
            blocks.computeIfAbsent(block, unseen -> new ArrayList<>()).add(row);
        }
        List<Bars.Bar> bars = new ArrayList<>();
        blocks.forEach((path, members) -> {
            TimingTable.Row first = members.get(0);
            if (members.size() == 1 && first.path().equals(path)) {
                bars.add(layer(first, table));
                return;
            }
            double sum = members.stream()
                    .mapToDouble(row -> row.milliseconds().median())
                    .sum();
            bars.add(new Bars.Bar(
                    path,
                    path,
                    "Block",
                    sum,
                    Figures.milliseconds(sum),
                    path + "\nblock of " + members.size() + " layers\n" + Figures.milliseconds(sum)
                            + ", the sum of their medians\n" + share(sum, table)));
        });
        return bars;
    }

    private static String tip(TimingTable.Row row, TimingTable table) {
        Samples times = row.milliseconds();
        String text = row.path() + "\n" + row.label() + "\n" + Figures.milliseconds(times.median()) + ", quartiles "
                + Figures.milliseconds(times.lowerQuartile()) + " … " + Figures.milliseconds(times.upperQuartile())
                + "\n" + share(times.median(), table);
        return row.work().multiplyAdds() == 0
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "\n%.1f of %.1f GMAC/s (%.0f %%), %s\n%.2f multiply-adds per byte",
                                row.achieved(),
                                row.attainable(),
                                100 * row.reached(),
                                row.bound().map(Roofline.Bound::label).orElse(""),
                                row.work().intensity());
    }

    private static String share(double milliseconds, TimingTable table) {
        return String.format(Locale.ROOT, "%.1f %% of the time", 100 * table.share(milliseconds));
    }

    /** The name with that of the group around it. */
    private static String shortName(String path) {
        GroupPath group = GroupPath.of(path);
        return group.isRoot() ? path : group.name() + "/" + GroupPath.nameOf(path);
    }
}
