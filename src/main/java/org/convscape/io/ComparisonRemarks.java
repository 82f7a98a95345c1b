package org.convscape.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.NetworkAlignment;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.convscape.wording.ComparisonWords;

/** What has to be said below networks side by side. */
final class ComparisonRemarks {
    private ComparisonRemarks() {}

    /** Sentences. */
    static List<String> of(ComparisonReport report) {
        ComparisonTable table = report.table();
        NetworkAlignment alignment = table.alignment();
        List<String> remarks = new ArrayList<>();
        report.unread().forEach((name, sentence) -> remarks.add("Not compared: " + sentence));
        for (int i = 0; i < report.models().size(); i++) {
            String problem = report.problem(i);
            if (!problem.isEmpty()) {
                remarks.add(report.models().get(i).name() + ": " + problem);
            }
        }
        if (table.inputsDiffer()) {
            remarks.add(inputs(report));
        }
        if (report.models().size() > 1 && alignment.common() == 0) {
            remarks.add("No " + ComparisonWords.rows(alignment.by())
                    + " is common to all of them; each row has those that have it.");
        } else {
            alignment.apart().stream()
                    .filter(apart -> report.models().size() > 1)
                    .forEach(apart -> remarks.add(report.models().get(apart).name() + " shares no "
                            + ComparisonWords.rows(alignment.by()) + " with the others."));
        }
        remarks.add((alignment.by() == NetworkAlignment.By.STAGE
                        ? "A stage is the part of the picture's side that the maps still have, rounded to a power of two."
                        : "Rows stand in the order of the stages.")
                + " Parameters: those that are trained. Peak memory: the most that activations take at once, as 32-bit"
                + " floats of one picture; it and the receptive field (height × width) are the largest of a row. Depth:"
                + " layers with multiply-adds on the longest path.");
        remarks.addAll(roofline(report));
        return remarks;
    }

    private static String inputs(ComparisonReport report) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < report.models().size(); i++) {
            each.add(report.models().get(i).name() + " "
                    + ComparisonReport.inputs(report.table().totals().get(i).inputs()));
        }
        Optional<String> largest = report.table().totals().stream()
                .filter(total -> total.inputs().size() == 1)
                .map(total -> total.inputs().get(0))
                .max(Comparator.comparingLong(shape -> shape.elements()))
                .map(shape -> shape.toString().replace('×', 'x'));
        return "The pictures differ: " + String.join(", ", each) + "; each is counted at its own."
                + largest.map(shape -> " --input " + shape + " would bring all to one.")
                        .orElse("");
    }

    private static List<String> roofline(ComparisonReport report) {
        List<String> sentences = new ArrayList<>();
        for (ComparisonReport.Model model : report.models()) {
            if (model.timing().isEmpty()) {
                continue;
            }
            TimingTable timing = model.timing().get();
            if (sentences.isEmpty()) {
                Roofline roofline = timing.roofline();
                sentences.add(String.format(
                        Locale.ROOT,
                        "Roofline, %s: at most %.1f GMAC/s and %.1f GB/s, which meet at %.2f multiply-adds per byte.",
                        report.origin(),
                        roofline.multiplyAdds(),
                        roofline.bytes(),
                        roofline.ridge()));
            }
            sentences.add(reached(model.name(), timing));
        }
        return sentences;
    }

    /** How near a network comes, and which kind of layer takes most time beyond its part of the multiply-adds. */
    private static String reached(String name, TimingTable timing) {
        double total = timing.timing().total().median();
        double least = timing.rows().stream()
                .mapToDouble(row -> timing.roofline().leastMilliseconds(row.work()))
                .sum();
        double whole = timing.multiplyAdds();
        String sentence = String.format(
                Locale.ROOT,
                "%s: %.1f ms (median of %d runs), %.1f GMAC/s, %.0f %% of the peak; the roofline allows %.1f ms, %.0f %%"
                        + " of it set by memory.",
                name,
                total,
                timing.timing().total().count(),
                timing.achieved(),
                100 * timing.achieved() / timing.roofline().multiplyAdds(),
                least,
                least == 0 ? 0 : 100 * memory(timing) / least);
        Optional<TimingTable.Sum> dear = timing.byKind().stream()
                .filter(sum -> sum.work().multiplyAdds() > 0 && whole > 0)
                .max(Comparator.comparingDouble(
                        sum -> timing.share(sum.milliseconds()) - sum.work().multiplyAdds() / whole));
        return sentence
                + dear.filter(sum ->
                                timing.share(sum.milliseconds()) > sum.work().multiplyAdds() / whole + 0.05)
                        .map(sum -> String.format(
                                Locale.ROOT,
                                " %s takes %.0f %% of its time for %.1f %% of its multiply-adds, at %.1f per byte.",
                                sum.kind(),
                                100 * timing.share(sum.milliseconds()),
                                100 * sum.work().multiplyAdds() / whole,
                                sum.work().intensity()))
                        .orElse("");
    }

    private static double memory(TimingTable timing) {
        Roofline roofline = timing.roofline();
        return timing.rows().stream()
                .filter(row -> roofline.bound(row.work().intensity()) == Roofline.Bound.MEMORY)
                .collect(Collectors.summingDouble(row -> roofline.leastMilliseconds(row.work())));
    }
}
