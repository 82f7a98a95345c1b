package org.convscape.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.MemoryProfile;
import org.convscape.figures.Figures;

/** The charts of what a network costs, which need no run. */
public final class CostCharts {

    /** More bars than this cannot be read in a file; the smallest are left out and counted in the caption. */
    private static final int MOST_BARS = 40;

    private static final String LIVES = "activations that live during the step";
    private static final String PEAK = "the most at once";

    private CostCharts() {}

    /** What the rows of a table cost, the dearest first. */
    public static Bars largestFirst(String title, String terms, CostTable table) {
        List<CostTable.Row> costly = costly(table).stream()
                .sorted(Comparator.comparingLong(CostTable.Row::count).reversed())
                .toList();
        return counts(title, terms, table, costly);
    }

    /** What the rows that cost something cost, in the order of the table; of too many, the largest. */
    public static Bars inOrder(String title, String terms, CostTable table) {
        List<CostTable.Row> costly = costly(table);
        long least = costly.stream()
                .map(CostTable.Row::count)
                .sorted(Comparator.reverseOrder())
                .limit(MOST_BARS)
                .reduce((larger, smaller) -> smaller)
                .orElse(0L);
        List<CostTable.Row> rows = costly.stream()
                .filter(row -> row.count() >= least)
                .limit(MOST_BARS)
                .toList();
        int left = costly.size() - rows.size();
        return counts(title, terms + (left > 0 ? "; the " + left + " smallest rows are left out" : ""), table, rows);
    }

    private static List<CostTable.Row> costly(CostTable table) {
        return table.rows().stream().filter(row -> row.count() > 0).toList();
    }

    private static Bars counts(String title, String caption, CostTable table, List<CostTable.Row> rows) {
        long whole = table.total().count();
        List<Bars.Bar> bars = rows.stream()
                .map(row -> new Bars.Bar(
                        row.path(),
                        row.path(),
                        table.unit(),
                        row.count(),
                        Figures.compact(row.count()),
                        row.path() + "\n" + Figures.whole(row.count()) + " " + table.unit() + "\n"
                                + Figures.percent(row.count(), whole) + " of " + Figures.whole(whole)))
                .toList();
        return new Bars(new Chart.Words(title, caption, table.unit(), ""), bars, false, Bars.Unit.COUNT);
    }

    /** How many bytes of activations live during each step of a run, and where they are most. */
    public static Bars memory(String title, MemoryProfile profile) {
        List<Bars.Bar> bars = new ArrayList<>();
        int peak = profile.peakStep();
        for (int step = 0; step < profile.live().size(); step++) {
            long live = profile.live().get(step);
            MemoryProfile.Lifetime made = profile.lifetimes().get(step);
            bars.add(new Bars.Bar(
                    made.path(),
                    made.path(),
                    step == peak ? PEAK : LIVES,
                    live,
                    Figures.bytes(live),
                    "step " + (step + 1) + ": " + made.path() + "\n" + Figures.bytes(live) + " live, of it "
                            + Figures.bytes(made.bytes()) + " made here\nneeded until step " + (made.last() + 1)));
        }
        String at = peak < 0
                ? ""
                : "At most " + Figures.bytes(profile.peakBytes()) + " at once, in step " + (peak + 1) + " ("
                        + profile.lifetimes().get(peak).path() + "); ";
        String caption = (profile.complete() ? "" : "A lower bound, since some shapes are unknown. ") + at
                + "outputs of one picture as 32-bit floats, each let go after its last use; the weights, "
                + Figures.bytes(profile.weightBytes()) + ", come on top.";
        return new Bars(new Chart.Words(title, caption, "Step of the run", "Bytes"), bars, true, Bars.Unit.BYTES);
    }
}
