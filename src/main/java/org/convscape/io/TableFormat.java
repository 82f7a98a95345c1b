package org.convscape.io;

import java.util.Locale;
import java.util.function.Function;

/** How a report is written: what the command line's {@code --format} and the window's menus offer. */
public enum TableFormat {
    /** Aligned columns for a terminal. */
    TABLE("Text", "txt", TextFormat::write),
    /** Comma-separated values after RFC 4180. */
    CSV("CSV", "csv", CsvFormat::write),
    /** A tree of fields. */
    JSON("JSON", "json", JsonFormat::write),
    /** Headings and tables. */
    MARKDOWN("Markdown", "md", MarkdownFormat::write),
    /** {@code table} environments, for the package booktabs. */
    LATEX("LaTeX", "tex", LatexFormat::write);

    private final String label;
    private final String ending;
    private final Function<Report, String> writer;

    TableFormat(String label, String ending, Function<Report, String> writer) {
        this.label = label;
        this.ending = ending;
        this.writer = writer;
    }

    /** How the command line names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of a menu or a chooser of files. */
    public String label() {
        return label;
    }

    /** How the name of such a file ends, without the dot. */
    public String ending() {
        return ending;
    }

    /** The id: so a list of choices reads as it is typed. */
    @Override
    public String toString() {
        return id();
    }

    String write(Report report) {
        return writer.apply(report);
    }
}
