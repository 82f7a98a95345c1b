package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports as Markdown: a heading and tables for each page. */
final class MarkdownFormat {
    private MarkdownFormat() {}

    static String write(Report report) {
        return report.pages().stream()
                .map(Page::forDocument)
                .flatMap(Optional::stream)
                .map(MarkdownFormat::page)
                .collect(Collectors.joining("\n"));
    }

    private static String page(Page page) {
        List<String> blocks = new ArrayList<>();
        if (page.subject().isEmpty()) {
            if (!page.terms().isEmpty()) {
                blocks.add("### " + escaped(page.terms()) + "\n");
            }
        } else {
            blocks.add("### " + escaped(page.subject()) + "\n\n" + sentence(page.terms()) + ".\n");
        }
        page.tables().forEach(table -> blocks.add(table(table)));
        return String.join("\n", blocks);
    }

    private static String table(Table table) {
        String remarks = TextFormat.remarks(table);
        if (table.columns().isEmpty()) {
            return remarks;
        }
        StringBuilder text = new StringBuilder(table.title().isEmpty() ? "" : "**" + table.title() + "**\n\n");
        text.append(line(table.columns().stream()
                .map(column -> escaped(column.heading()))
                .toList()));
        text.append(IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.numeric(i) ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        table.rows().stream()
                .filter(row -> !row.isEmpty())
                .forEach(row -> text.append(
                        line(row.stream().map(cell -> escaped(cell.shown())).toList())));
        table.totals().forEach(row -> text.append(total(row)));
        return text + (remarks.isEmpty() ? "" : "\n" + remarks);
    }

    private static String total(List<Cell> row) {
        List<String> cells =
                new ArrayList<>(row.stream().map(cell -> escaped(cell.shown())).toList());
        cells.set(0, "**" + cells.get(0) + "**");
        return line(cells);
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What Markdown reads as marks, as the characters themselves. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("([\\\\|`*_<>\\[\\]#])", "\\\\$1");
    }

    private static String sentence(String terms) {
        return Character.toUpperCase(terms.charAt(0)) + terms.substring(1);
    }
}
