package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convscape.timing.TimingTable;

/** What has to be said below a table of times, so that nobody takes its figures for something else. */
final class TimingRemarks {
    private TimingRemarks() {}

    /** Sentences. */
    static List<String> of(TimingTable table) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "IQR: interquartile range, how far the middle half of the runs lies apart. Overhead: the median of the"
                        + " whole run less the medians of its layers; "
                        + String.format(
                                Locale.ROOT, "%.3f", table.timing().outside().median())
                        + " ms (median) lie outside the layers, for planning and bringing the picture in; the rest is that"
                        + " medians do not add up.");
        remarks.add("Multiply-adds by the convention macs. Bytes moved: inputs, weights and output once each, as 32-bit"
                + " floats. Attainable, in GMAC/s: the lesser of peak and bandwidth × MAC/byte; reached: the share of it,"
                + " for layers without multiply-adds that of the bandwidth.");
        boolean cached = table.rows().stream().anyMatch(row -> row.reached() > 1);
        if (cached) {
            remarks.add("More than 100 % reached: what such a layer needs lay in the caches, which are faster than"
                    + " memory, or it skips work that the count includes.");
        }
        if (table.rows().stream().anyMatch(row -> row.node().foldedInto().isPresent())) {
            remarks.add("\"in PATH\": computed within the step of that layer, whose time, bytes and rates are those of"
                    + " both.");
        }
        return remarks;
    }
}
