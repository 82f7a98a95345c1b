package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscape.figures.Figures;

/**
 * Tables that belong together, with what holds for all of their numbers: model, input, batch, convention, unit.
 *
 * @param about by name; every line of the CSV form carries it
 * @param tables the last one is the most detailed, and the one that the CSV form holds
 */
public record Report(Map<String, String> about, List<Part> tables) {

    /**
     * One table.
     *
     * @param columns the headings, which are also the fields of the JSON form
     * @param rows cells are text, whole numbers or decimal ones; a column holds one kind
     * @param remarks sentences below it
     */
    public record Part(String title, List<String> columns, List<List<Object>> rows, List<String> remarks) {

        /** Keeps unmodifiable copies. */
        public Part {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            remarks = List.copyOf(remarks);
        }

        private boolean numeric(int column) {
            return !rows.isEmpty() && rows.get(0).get(column) instanceof Number;
        }
    }

    /** Keeps unmodifiable copies. */
    public Report {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        tables = List.copyOf(tables);
    }

    /** The report as text. */
    public String write(TableFormat format) {
        return switch (format) {
            case TABLE -> joined(terms() + "\n", "\n", this::text);
            case MARKDOWN -> joined("### " + CostMarkup.escapedMarkdown(terms()) + "\n", "\n", this::markdown);
            case LATEX -> joined("% \\usepackage{booktabs}\n", "\n", this::latex);
            case CSV -> csv(tables.get(tables.size() - 1));
            case JSON -> json();
        };
    }

    private String joined(String head, String gap, java.util.function.Function<Part, String> write) {
        return tables.stream().map(write).collect(Collectors.joining(gap, head + gap, ""));
    }

    private String terms() {
        return about.entrySet().stream()
                .map(entry ->
                        entry.getKey().equals("model") ? entry.getValue() : entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String shown(Object cell) {
        if (cell instanceof Long whole) {
            return Figures.whole(whole);
        }
        return cell instanceof Double decimal ? Figures.value(decimal) : cell.toString();
    }

    private String text(Part part) {
        String[] headings = new String[part.columns().size()];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = (part.numeric(i) ? ">" : "") + part.columns().get(i);
        }
        TextTable table = new TextTable(headings);
        part.rows().forEach(row -> table.add(row.stream().map(Report::shown).toArray(String[]::new)));
        return title(part, "") + (part.rows().isEmpty() ? "" : table.toString()) + remarks(part);
    }

    private static String title(Part part, String mark) {
        return part.title().isEmpty() ? "" : mark + part.title() + mark + "\n\n";
    }

    private static String remarks(Part part) {
        return part.remarks().stream().map(remark -> remark + "\n").collect(Collectors.joining());
    }

    private String markdown(Part part) {
        StringBuilder text = new StringBuilder(title(part, "**"));
        text.append(part.columns().stream()
                .map(CostMarkup::escapedMarkdown)
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        List<String> alignments = new ArrayList<>();
        for (int i = 0; i < part.columns().size(); i++) {
            alignments.add(part.numeric(i) ? "---:" : "---");
        }
        text.append(String.join("|", alignments).replaceAll("^|$", "|")).append('\n');
        part.rows()
                .forEach(row -> text.append(row.stream()
                        .map(Report::shown)
                        .map(CostMarkup::escapedMarkdown)
                        .collect(Collectors.joining(" | ", "| ", " |\n"))));
        return text + (part.remarks().isEmpty() ? "" : "\n" + remarks(part));
    }

    private String latex(Part part) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < part.columns().size(); i++) {
            letters.append(part.numeric(i) ? 'r' : 'l');
        }
        String caption = String.join(" ", part.remarks());
        return "\\begin{table}\n  \\centering\n  \\caption{"
                + CostMarkup.escapedLatex(terms() + ". " + part.title() + (caption.isEmpty() ? "" : ". " + caption))
                + "}\n  \\begin{tabular}{" + letters + "}\n    \\toprule\n"
                + latexLine(List.copyOf(part.columns())) + "    \\midrule\n"
                + part.rows().stream().map(Report::latexLine).collect(Collectors.joining())
                + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
    }

    private static String latexLine(List<?> cells) {
        return cells.stream()
                .map(cell -> cell instanceof Number
                        ? shown(cell).replace(",", "{,}")
                        : CostMarkup.escapedLatex(cell.toString()))
                .collect(Collectors.joining(" & ", "    ", " \\\\\n"));
    }

    private String csv(Part part) {
        List<String> head = new ArrayList<>(about.keySet());
        head.addAll(part.columns());
        StringBuilder text = new StringBuilder(CostCsv.line(head.toArray(String[]::new)));
        for (List<Object> row : part.rows()) {
            List<String> cells = new ArrayList<>(about.values());
            row.forEach(cell -> cells.add(cell instanceof Double decimal ? plain(decimal) : cell.toString()));
            text.append(CostCsv.line(cells.toArray(String[]::new)));
        }
        return text.toString();
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private String json() {
        ObjectNode json = Json.object();
        about.forEach(json::put);
        ArrayNode parts = json.putArray("tables");
        for (Part part : tables) {
            ObjectNode table = parts.addObject();
            table.put("title", part.title());
            ArrayNode rows = table.putArray("rows");
            part.rows().forEach(row -> write(part.columns(), row, rows.addObject()));
            ArrayNode remarks = table.putArray("remarks");
            part.remarks().forEach(remarks::add);
        }
        return Json.text(json);
    }

    private static void write(List<String> columns, List<Object> row, ObjectNode json) {
        for (int i = 0; i < columns.size(); i++) {
            Object cell = row.get(i);
            if (cell instanceof Long whole) {
                json.put(columns.get(i), whole);
            } else if (cell instanceof Double decimal) {
                json.put(columns.get(i), decimal);
            } else {
                json.put(columns.get(i), cell.toString());
            }
        }
    }
}
