package org.convscape.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.NodeFacts;
import org.convscape.task.Progress;

/**
 * The progress of one run, or of several, as that of one piece of work: with how long the rest will take, judging by
 * the multiply-adds that are done and the time they took.
 */
final class WholeProgress implements Progress {
    private static final double SOON_SECONDS = 5;
    private static final double TOO_EARLY_SECONDS = 1;
    private static final double TOO_LITTLE = 0.05;

    private final Progress shown;
    private final LongSupplier nanoseconds;
    private final Map<String, Double> shareBefore = new LinkedHashMap<>();
    private OptionalLong start = OptionalLong.empty();
    private int runs = 1;
    private int run;
    private int atOnce = 1;

    WholeProgress(Analysis analysis, Progress shown) {
        this(analysis, shown, System::nanoTime);
    }

    WholeProgress(Analysis analysis, Progress shown, LongSupplier nanoseconds) {
        this.shown = shown;
        this.nanoseconds = nanoseconds;
        double total =
                analysis.nodes().stream().mapToDouble(WholeProgress::work).sum();
        double before = 0;
        for (NodeFacts facts : analysis.nodes()) {
            shareBefore.put(facts.node().path(), before / total);
            before += work(facts);
        }
    }

    /** What multiplies nothing still reads and writes. */
    private static double work(NodeFacts facts) {
        return (double) Convention.MACS.count(facts) + facts.output().elements();
    }

    /** There will be so many runs. */
    void expect(int expected) {
        runs = expected;
    }

    /** What is reported from now on is for so many of the runs at once. */
    void together(int number) {
        atOnce = number;
    }

    /** So many of the runs are over. */
    void over(int number) {
        run += number;
    }

    /** Makes room for a sentence. */
    void clear() {
        shown.report(1, 1, "");
    }

    @Override
    public void report(long done, long total, String path) {
        if (start.isEmpty()) {
            // Not before: loading the engine takes its time only once.
            start = OptionalLong.of(nanoseconds.getAsLong());
        }
        if (done >= total) {
            if (run + atOnce >= runs) {
                clear();
            }
            return;
        }
        double share = (run + atOnce * shareBefore.getOrDefault(path, (double) done / total)) / runs;
        shown.report(run * total + atOnce * done, runs * total, left(share) + path);
    }

    private String left(double share) {
        double passed = (nanoseconds.getAsLong() - start.getAsLong()) / 1e9;
        double left = passed * (1 - share) / share;
        if (passed < TOO_EARLY_SECONDS || share < TOO_LITTLE || left < SOON_SECONDS) {
            return "";
        }
        return "about " + (left < 90 ? Math.round(left) + " s" : Math.round(left / 60) + " min") + " left, ";
    }
}
