package org.convscape.io;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.analysis.CostTable;
import org.convscape.tensor.Shape;
import org.convscape.wording.CostWords;

/**
 * Cost tables as comma-separated values after RFC 4180. The format has no place for remarks, so every line carries model,
 * input, batch, convention and unit; the column {@code kind} tells the rows from the line of their total.
 */
final class CostCsv {
    private static final String END = "\r\n";

    private CostCsv() {}

    static String write(List<ModelCost> models) {
        StringBuilder text = new StringBuilder(line(
                "model",
                "input",
                "batch",
                "convention",
                "unit",
                "kind",
                "path",
                "operation",
                "output",
                "trainable",
                "total",
                "count",
                "complete"));
        for (ModelCost model : models) {
            model.table().rows().forEach(row -> text.append(line(model, "row", row)));
            text.append(line(model, "total", model.table().total()));
        }
        return text.toString();
    }

    private static String line(ModelCost model, String kind, CostTable.Row row) {
        CostTable table = model.table();
        return line(
                model.model(),
                table.inputs().stream().map(Shape::toString).collect(Collectors.joining(" ")),
                Integer.toString(table.batch()),
                table.convention(),
                table.unit(),
                kind,
                row.path(),
                row.operation(),
                CostWords.output(row),
                Long.toString(row.trainable()),
                Long.toString(row.total()),
                Long.toString(row.count()),
                Boolean.toString(row.complete()));
    }

    /** One line, with what needs it quoted. */
    static String line(String... fields) {
        return Stream.of(fields).map(CostCsv::quoted).collect(Collectors.joining(",", "", END));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
