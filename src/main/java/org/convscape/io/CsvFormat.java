package org.convscape.io;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports as comma-separated values after RFC 4180: one line for each record, under one header. */
final class CsvFormat {
    private static final String END = "\r\n";

    private CsvFormat() {}

    static String write(Report report) {
        Table records = report.records();
        return Stream.concat(
                        Stream.of(records.columns().stream().map(Column::heading)),
                        records.rows().stream().map(row -> row.stream().map(Cell::plain)))
                .map(CsvFormat::line)
                .collect(Collectors.joining());
    }

    private static String line(Stream<String> fields) {
        List<String> quoted = fields.map(CsvFormat::quoted).toList();
        return String.join(",", quoted) + END;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
