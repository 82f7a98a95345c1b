package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of a report.
 *
 * @param title empty where the page says enough
 * @param columns none for remarks alone
 * @param rows a cell for each column; {@link #RULE} for a line across
 * @param totals rows below a line across, such as the sum of the others
 * @param remarks sentences below it
 * @param derived true for a table that follows from the others and is shown in a terminal for convenience
 */
record Table(
        String title,
        List<Column> columns,
        List<List<Cell>> rows,
        List<List<Cell>> totals,
        List<String> remarks,
        boolean derived) {
    /** Stands for a line across. */
    static final List<Cell> RULE = List.of();

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        totals = totals.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
    }

    /** A table of rows and nothing else. */
    static Table of(List<Column> columns, List<List<Cell>> rows) {
        return new Table("", columns, rows, List.of(), List.of(), false);
    }

    /** Sentences without a table. */
    static Table remarks(List<String> remarks) {
        return new Table("", List.of(), List.of(), List.of(), remarks, false);
    }

    /** The same under a title. */
    Table titled(String other) {
        return new Table(other, columns, rows, totals, remarks, derived);
    }

    /** The same with rows below a line across. */
    Table totalling(List<List<Cell>> others) {
        return new Table(title, columns, rows, others, remarks, derived);
    }

    /** The same with sentences below it. */
    Table remarking(List<String> others) {
        return new Table(title, columns, rows, totals, others, derived);
    }

    /** The same as one that follows from others. */
    Table asDerived() {
        return new Table(title, columns, rows, totals, remarks, true);
    }

    /** True for a column of numbers, which stand to the right; an empty table has none. */
    boolean numeric(int column) {
        return !(rows.isEmpty() && totals.isEmpty())
                && columns.get(column).kind().numeric();
    }

    /** The table for a document, which has no room for what follows from the rest; empty for a table that does. */
    Optional<Table> forDocument() {
        if (derived) {
            return Optional.empty();
        }
        List<Column> kept = columns.stream().filter(column -> !column.derived()).toList();
        return Optional.of(new Table(title, kept, without(rows), without(totals), remarks, false));
    }

    private List<List<Cell>> without(List<List<Cell>> all) {
        List<List<Cell>> shorter = new ArrayList<>();
        for (List<Cell> row : all) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (!columns.get(i).derived()) {
                    cells.add(row.get(i));
                }
            }
            shorter.add(cells);
        }
        return shorter;
    }
}
