package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reports as aligned columns for a terminal. */
final class TextFormat {
    private TextFormat() {}

    static String write(Report report) {
        return report.pages().stream().map(TextFormat::page).collect(Collectors.joining("\n"));
    }

    private static String page(Page page) {
        List<String> blocks = new ArrayList<>();
        if (!page.heading().isEmpty()) {
            blocks.add(page.heading() + "\n");
        }
        page.tables().forEach(table -> blocks.add(table(table)));
        return String.join("\n", blocks);
    }

    private static String table(Table table) {
        String title = table.title().isEmpty() ? "" : table.title() + "\n\n";
        return title + lines(table) + remarks(table);
    }

    private static String lines(Table table) {
        if (table.rows().isEmpty() && table.totals().isEmpty()) {
            return "";
        }
        String[] headings = new String[table.columns().size()];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = (table.numeric(i) ? ">" : "") + table.columns().get(i).heading();
        }
        TextTable text = new TextTable(headings);
        table.rows().forEach(row -> add(text, row));
        if (!table.rows().isEmpty() && !table.totals().isEmpty()) {
            text.rule();
        }
        table.totals().forEach(row -> add(text, row));
        return text.toString();
    }

    private static void add(TextTable text, List<Cell> row) {
        if (row.isEmpty()) {
            text.rule();
        } else {
            text.add(row.stream().map(Cell::shown).toArray(String[]::new));
        }
    }

    static String remarks(Table table) {
        return table.remarks().stream().map(remark -> remark + "\n").collect(Collectors.joining());
    }
}
