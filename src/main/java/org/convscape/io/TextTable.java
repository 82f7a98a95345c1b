package org.convscape.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of cells in aligned columns: text to the left, numbers to the right. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final String RULE = "─";

    private final boolean[] right;
    private final List<List<String>> lines = new ArrayList<>();

    /** A table with these headings; those that begin with {@code >} head columns that are aligned to the right. */
    public TextTable(String... headings) {
        right = new boolean[headings.length];
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < headings.length; i++) {
            right[i] = headings[i].startsWith(">");
            texts.add(right[i] ? headings[i].substring(1) : headings[i]);
        }
        lines.add(texts);
        rule();
    }

    /** Adds a line. */
    public TextTable add(String... cells) {
        lines.add(Arrays.stream(cells).map(TextTable::printable).toList());
        return this;
    }

    /** Adds a rule across. */
    public TextTable rule() {
        lines.add(List.of());
        return this;
    }

    /** A name from a file may hold line breaks and worse: they must not break the table or the terminal. */
    private static String printable(String cell) {
        return cell.codePoints()
                .map(each -> Character.isISOControl(each) ? '\uFFFD' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    @Override
    public String toString() {
        int[] widths = new int[right.length];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        int whole = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(line.isEmpty() ? RULE.repeat(whole) : aligned(line, widths))
                    .append('\n');
        }
        return text.toString();
    }

    private String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String space = " ".repeat(widths[i] - length(line.get(i)));
            text.append(i == 0 ? "" : GAP).append(right[i] ? space + line.get(i) : line.get(i) + space);
        }
        return text.toString().stripTrailing();
    }
}
