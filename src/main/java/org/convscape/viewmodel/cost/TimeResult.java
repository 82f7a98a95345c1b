package org.convscape.viewmodel.cost;

import java.util.Locale;
import org.convscape.figures.Figures;
import org.convscape.timing.TimingTable;
import org.convscape.viewmodel.desk.OpenDocument;

/**
 * What was timed, and what came of it.
 *
 * @param inputs the sizes of what was put in: {@code 224×224×3}
 * @param engine what computed it, with its version
 * @param threads with how many threads; 0 where that is not known
 */
public record TimeResult(
        String title, OpenDocument document, String inputs, String engine, int threads, TimingTable table) {

    /** What the figures are of, in one line. */
    public String conditions() {
        return String.format(
                Locale.ROOT,
                "%d runs, overhead %s, %.1f GMAC/s, %s%s",
                table.timing().total().count(),
                Figures.milliseconds(table.timing().overhead()),
                table.achieved(),
                inputs,
                threads == 0 ? "" : threads == 1 ? ", 1 thread" : ", " + threads + " threads");
    }

    /** Everything that has to be known to compare the figures with others, in sentences. */
    public String details() {
        return String.format(
                Locale.ROOT,
                "%d runs after %d to warm up, one picture of %s each, every value computed anew, by %s.%n"
                        + "Times are medians; a layer's are of its own step; IQR, the interquartile range, is how far the middle"
                        + " half of its times lies apart.%n"
                        + "Roofline: at most %.1f GMAC/s and %.1f GB/s, measured through the engine; convention macs.",
                table.timing().total().count(),
                table.timing().warmUp().runs(),
                inputs,
                engine,
                table.roofline().multiplyAdds(),
                table.roofline().bytes());
    }
}
