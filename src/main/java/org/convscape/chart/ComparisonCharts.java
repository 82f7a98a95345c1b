package org.convscape.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.ComparisonTable.Quantity;
import org.convscape.analysis.NetworkAlignment;
import org.convscape.figures.Figures;

/** The charts of networks side by side. */
public final class ComparisonCharts {
    /** More rows than this cannot be read in a file; those that cost least are left out and counted in the caption. */
    private static final int MOST_ROWS = 16;

    private ComparisonCharts() {}

    /**
     * What each network costs in each row, one bar under the other in the order of the rows, coloured by network.
     *
     * @param names of the networks
     * @param rowName what a row is called
     */
    public static Bars perRow(
            String title,
            String terms,
            List<String> names,
            ComparisonTable table,
            Function<NetworkAlignment.Row, String> rowName) {
        List<ComparisonTable.Row> costly =
                table.rows().stream().filter(row -> most(row) > 0).toList();
        long least = costly.stream()
                .map(ComparisonCharts::most)
                .sorted(Comparator.reverseOrder())
                .limit(MOST_ROWS)
                .reduce((larger, smaller) -> smaller)
                .orElse(0L);
        List<ComparisonTable.Row> shown = costly.stream()
                .filter(row -> most(row) >= least)
                .limit(MOST_ROWS)
                .toList();
        List<Bars.Bar> bars = new ArrayList<>();
        for (ComparisonTable.Row row : shown) {
            String name = rowName.apply(row.aligned());
            for (int i = 0; i < names.size(); i++) {
                int network = i;
                row.figures()
                        .get(i)
                        .ifPresent(figures -> bars.add(new Bars.Bar(
                                row.aligned().parts().get(network).path(),
                                name + "  " + names.get(network),
                                names.get(network),
                                figures.count(),
                                Figures.compact(figures.count()),
                                names.get(network) + ", " + name + "\n" + Figures.whole(figures.count()) + " "
                                        + table.convention().unit() + "\n"
                                        + Figures.share(table.share(row, network, Quantity.COUNT)
                                                .orElse(0)))));
            }
        }
        int left = costly.size() - shown.size();
        String caption = terms + (left == 0 ? "" : "; the " + left + " rows that cost least are left out");
        return new Bars(new Chart.Words(title, caption, table.convention().unit(), ""), bars, false, Bars.Unit.COUNT);
    }

    private static long most(ComparisonTable.Row row) {
        return row.figures().stream()
                .flatMap(Optional::stream)
                .mapToLong(ComparisonTable.Figures::count)
                .max()
                .orElse(0);
    }
}
