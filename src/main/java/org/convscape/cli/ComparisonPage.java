package org.convscape.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscape.chart.Bars;
import org.convscape.chart.ComparisonCharts;
import org.convscape.image.Picture;
import org.convscape.image.PngWriter;
import org.convscape.io.ComparisonReport;
import org.convscape.io.HtmlPage;
import org.convscape.io.WholeFile;
import org.convscape.io.chart.ChartFile;
import org.convscape.wording.ComparisonWords;

/** A comparison as one HTML file, with all that it takes to get the same again. */
final class ComparisonPage {
    /** A picture is shown, not kept: no side of it has more pixels than this. */
    private static final int LARGEST_SIDE = 480;

    private ComparisonPage() {}

    /**
     * Refuses a file that cannot be written before anything is computed for it.
     *
     * @throws Refusal with a sentence
     */
    static void check(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new Refusal("--report takes a file whose name ends in .html, found " + file);
        }
        if (Files.isDirectory(file)) {
            throw new Refusal("--report: " + file + " is a folder; a file name was expected");
        }
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        boolean writable = folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable || (Files.exists(file) && !Files.isWritable(file))) {
            throw new Refusal("--report: " + file + " could not be written: "
                    + (writable ? "it is read-only" : folder + " is no folder that can be written to"));
        }
    }

    /**
     * Writes the page.
     *
     * @param picture what was run or is shown; null where there is none
     * @param arguments of the command
     * @param versions of the program and of what computes
     */
    static void write(
            Path file, ComparisonReport report, Picture picture, List<String> arguments, Map<String, String> versions) {
        WholeFile.write(file, page(report, picture, arguments, versions).toString());
    }

    static HtmlPage page(
            ComparisonReport report, Picture picture, List<String> arguments, Map<String, String> versions) {
        String rows = ComparisonWords.rows(report.table().alignment().by());
        Bars chart = ComparisonCharts.perRow(
                "Cost by " + rows,
                report.terms(),
                report.models().stream().map(ComparisonReport.Model::name).toList(),
                report.table(),
                row -> ComparisonWords.row(report.table().alignment().by(), row));
        HtmlPage page = new HtmlPage(report.title())
                .drawing(
                        chart.words().title(),
                        ChartFile.svg(chart),
                        chart.words().caption())
                .report(report);
        if (picture != null) {
            Picture shown = reduced(picture);
            page.picture(
                    "Picture",
                    PngWriter.encode(shown.width(), shown.height(), shown.argb()),
                    picture.name() + ", " + picture.width() + "×" + picture.height());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        report.models().forEach(model -> facts.put("Weights of " + model.name(), model.weights()));
        facts.put(
                "Convention",
                report.table().convention().id() + ": "
                        + report.table().convention().help());
        facts.putAll(versions);
        return page.facts("What the figures depend on", facts)
                .code("The command that makes this page", command(arguments));
    }

    /** Every n-th pixel of every n-th row. */
    private static Picture reduced(Picture picture) {
        int step = ceiling(Math.max(picture.width(), picture.height()), LARGEST_SIDE);
        int width = ceiling(picture.width(), step);
        int height = ceiling(picture.height(), step);
        int[] all = picture.argb();
        int[] pixels = new int[width * height];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = all[at / width * step * picture.width() + at % width * step];
        }
        return Picture.of(picture.name(), width, height, pixels, picture.notes());
    }

    private static int ceiling(int amount, int parts) {
        return (amount + parts - 1) / parts;
    }

    /** The command as a shell takes it. */
    private static String command(List<String> arguments) {
        return "java -jar convscape.jar "
                + arguments.stream()
                        .map(each -> each.matches("[\\w./:=×,@%+-]+") ? each : "'" + each.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}
