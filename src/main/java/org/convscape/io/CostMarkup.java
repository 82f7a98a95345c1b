package org.convscape.io;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.analysis.CostTable;
import org.convscape.figures.Figures;
import org.convscape.wording.CostWords;

/** Cost tables for documents: Markdown, and LaTeX with booktabs rules. */
final class CostMarkup {
    private CostMarkup() {}

    static String markdown(ModelCost model) {
        CostTable table = model.table();
        StringBuilder text = new StringBuilder("### " + escapedMarkdown(model.model()) + "\n\n");
        text.append(sentence(model.terms())).append("\n\n");
        text.append("| path | operation | output | trainable | parameters | ")
                .append(table.unit())
                .append(" |\n|---|---|---|---:|---:|---:|\n");
        CostTables.linesOf(table).forEach(row -> text.append(markdown(row, row.path(), CostWords.label(row))));
        text.append(markdown(table.total(), "**total**", ""));
        String notCounted = model.notCounted();
        return text + (notCounted.isEmpty() ? "" : "\n" + notCounted + "\n");
    }

    private static String markdown(CostTable.Row row, String path, String label) {
        String first = path.startsWith("**") && row.path().isEmpty() ? path : escapedMarkdown(path);
        return Stream.concat(Stream.of(first, escapedMarkdown(label), CostWords.output(row)), figures(row).stream())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> figures(CostTable.Row row) {
        return Stream.of(row.trainable(), row.total(), row.count())
                .map(value -> ModelCost.figure(value, row.complete()))
                .toList();
    }

    /** What Markdown reads as marks, as the characters themselves. */
    static String escapedMarkdown(String text) {
        return oneLine(text).replaceAll("([\\\\|`*_<>\\[\\]#])", "\\\\$1");
    }

    static String latex(ModelCost model) {
        CostTable table = model.table();
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n\\begin{table}\n  \\centering\n");
        text.append("  \\caption{")
                .append(escapedLatex(model.model() + ": " + model.terms()))
                .append(".");
        if (!model.notCounted().isEmpty()) {
            text.append(' ').append(escapedLatex(model.notCounted()));
        }
        text.append("}\n  \\begin{tabular}{lllrrr}\n    \\toprule\n    ")
                .append("path & operation & output & trainable & parameters & ")
                .append(escapedLatex(table.unit()))
                .append(" \\\\\n    \\midrule\n");
        CostTables.linesOf(table).forEach(row -> text.append(latex(row, row.path(), CostWords.label(row))));
        text.append("    \\midrule\n").append(latex(table.total(), "total", ""));
        return text + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
    }

    private static String latex(CostTable.Row row, String path, String label) {
        return Stream.of(path, label, CostWords.output(row))
                        .map(CostMarkup::escapedLatex)
                        .collect(Collectors.joining(" & ", "    ", " & "))
                + Stream.of(row.trainable(), row.total(), row.count())
                        .map(value -> (row.complete() ? "" : "$\\geq$ ")
                                + Figures.whole(value).replace(",", "{,}"))
                        .collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    /** What LaTeX reads as commands, as the characters themselves. */
    static String escapedLatex(String text) {
        StringBuilder escaped = new StringBuilder();
        oneLine(text)
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

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String sentence(String terms) {
        return Character.toUpperCase(terms.charAt(0)) + terms.substring(1) + ".";
    }
}
