package org.convscape.io;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports as LaTeX: a {@code table} environment for each table, for the package booktabs. */
final class LatexFormat {
    private static final String PACKAGES = "% \\usepackage{booktabs}\n";
    private static final String RULE = "    \\midrule\n";

    private LatexFormat() {}

    static String write(Report report) {
        return report.pages().stream()
                .map(Page::forDocument)
                .flatMap(Optional::stream)
                .map(LatexFormat::page)
                .collect(Collectors.joining("\n"));
    }

    private static String page(Page page) {
        return page.tables().stream()
                .map(table -> table(page, table))
                .collect(Collectors.joining("\n", page.subject().isEmpty() ? PACKAGES + "\n" : PACKAGES, ""));
    }

    private static String table(Page page, Table table) {
        if (table.columns().isEmpty()) {
            return table.remarks().stream()
                    .map(remark -> escaped(remark) + "\n")
                    .collect(Collectors.joining());
        }
        String letters = IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.numeric(i) ? "r" : "l")
                .collect(Collectors.joining());
        String heads = table.columns().stream()
                .map(column -> escaped(column.heading()))
                .collect(Collectors.joining(" & ", "    ", " \\\\\n"));
        return "\\begin{table}\n  \\centering\n  \\caption{" + escaped(caption(page, table))
                + "}\n  \\begin{tabular}{" + letters + "}\n    \\toprule\n"
                + heads + RULE + lines(table, table.rows())
                + (table.totals().isEmpty() ? "" : RULE + lines(table, table.totals()))
                + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
    }

    private static String caption(Page page, Table table) {
        String remarks = String.join(" ", table.remarks());
        String title = table.title().isEmpty() ? "" : " " + table.title() + ".";
        if (page.subject().isEmpty()) {
            return page.terms() + ". " + table.title() + (remarks.isEmpty() ? "" : ". " + remarks);
        }
        return page.heading().replaceAll("\\R", "; ") + "." + title + (remarks.isEmpty() ? "" : " " + remarks);
    }

    private static String lines(Table table, List<List<Cell>> rows) {
        return rows.stream().map(row -> row.isEmpty() ? RULE : line(table, row)).collect(Collectors.joining());
    }

    private static String line(Table table, List<Cell> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> {
                    String cell = escaped(row.get(i).shown());
                    return table.numeric(i) ? cell.replace(",", "{,}") : cell;
                })
                .collect(Collectors.joining(" & ", "    ", " \\\\\n"));
    }

    /** What LaTeX reads as commands, as the characters themselves. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replaceAll("\\p{Cntrl}+", " ")
                .codePoints()
                .forEach(each -> escaped.append(
                        switch (each) {
                            case '\\' -> "\\textbackslash{}";
                            case '~' -> "\\textasciitilde{}";
                            case '^' -> "\\textasciicircum{}";
                            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + Character.toString(each);
                            case '<' -> "\\textless{}";
                            case '>' -> "\\textgreater{}";
                            case '×' -> "$\\times$";
                            case '−' -> "$-$";
                            case '≥' -> "$\\geq$";
                            default -> Character.toString(each);
                        }));
        return escaped.toString();
    }
}
