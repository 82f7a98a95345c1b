package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.convscape.analysis.ComparisonTable;
import org.convscape.analysis.ComparisonTable.Figures;
import org.convscape.analysis.ComparisonTable.Quantity;
import org.convscape.analysis.GraphDifference;
import org.convscape.analysis.NodeFacts;
import org.convscape.timing.Roofline;
import org.convscape.timing.TimingTable;
import org.convscape.wording.ComparisonWords;

/** Networks side by side as JSON; figures that do not exist are absent. */
final class ComparisonJson {
    private ComparisonJson() {}

    static JsonNode of(ComparisonReport report) {
        ComparisonTable table = report.table();
        ObjectNode json = Json.object();
        json.put("by", ComparisonWords.rows(table.alignment().by()));
        json.put("batch", 1);
        json.put("convention", table.convention().id());
        json.put("unit", table.convention().unit());
        json.put("base", report.models().get(0).name());
        report.models().stream()
                .flatMap(model -> model.timing().stream())
                .findFirst()
                .map(TimingTable::roofline)
                .ifPresent(roofline -> write(roofline, report.origin(), json.putObject("roofline")));
        ArrayNode models = json.putArray("models");
        for (int i = 0; i < report.models().size(); i++) {
            write(report, i, models.addObject());
        }
        report.unread()
                .forEach((name, sentence) ->
                        models.addObject().put("model", name).put("problem", sentence));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> write(report, row, rows.addObject()));
        report.difference().ifPresent(found -> write(found, json.putArray("differences")));
        ArrayNode remarks = json.putArray("remarks");
        ComparisonRemarks.of(report).forEach(remarks::add);
        return json;
    }

    private static void write(Roofline roofline, String origin, ObjectNode json) {
        json.put("origin", origin)
                .put("gigaMultiplyAddsPerSecond", roofline.multiplyAdds())
                .put("gigabytesPerSecond", roofline.bytes());
    }

    private static void write(ComparisonReport report, int model, ObjectNode json) {
        ComparisonTable.Total total = report.table().totals().get(model);
        json.put("model", report.models().get(model).name());
        json.set("input", Json.shapes(total.inputs()));
        json.put("weights", report.models().get(model).weights());
        write(total.figures(), json);
        total.overhead().ifPresent(overhead -> json.put("overheadMilliseconds", overhead));
        for (Quantity quantity : Quantity.values()) {
            report.table().ratio(model, 0, quantity).ifPresent(ratio -> json.withObject("/ratios")
                    .put(quantity.name().toLowerCase(java.util.Locale.ROOT), ratio));
        }
        if (!report.problem(model).isEmpty()) {
            json.put("problem", report.problem(model));
        }
    }

    private static void write(ComparisonReport report, ComparisonTable.Row row, ObjectNode json) {
        ComparisonTable table = report.table();
        json.put("row", ComparisonWords.row(table.alignment().by(), row.aligned()));
        json.put("stage", ComparisonWords.stage(row.aligned().stage()));
        ArrayNode parts = json.putArray("parts");
        for (int i = 0; i < report.models().size(); i++) {
            int model = i;
            row.figures().get(i).ifPresent(figures -> {
                ObjectNode part = parts.addObject();
                part.put("model", report.models().get(model).name());
                part.put("path", row.aligned().parts().get(model).path());
                ArrayNode layers = part.putArray("layers");
                for (NodeFacts facts : row.aligned().parts().get(model).layers()) {
                    layers.add(facts.node().path());
                }
                write(figures, part);
                table.share(row, model, Quantity.COUNT).ifPresent(share -> part.put("share", share));
                table.ratio(row, model, 0, Quantity.COUNT).ifPresent(ratio -> part.put("ratio", ratio));
            });
        }
    }

    private static void write(Figures figures, ObjectNode json) {
        json.put("parameters", figures.trainable());
        json.put("withStatistics", figures.parameters());
        json.put("count", figures.count());
        json.put("activations", figures.activations());
        json.put("peakBytes", figures.peakBytes());
        if (figures.fieldHeight() > 0) {
            json.putArray("receptiveField").add(figures.fieldHeight()).add(figures.fieldWidth());
        }
        json.put("depth", figures.depth());
        figures.milliseconds().ifPresent(time -> json.put("milliseconds", time));
        json.put("complete", figures.complete());
    }

    private static void write(GraphDifference found, ArrayNode json) {
        found.changes().forEach(change -> json.addObject()
                .put("change", ComparisonWords.kind(change))
                .put("path", change.path())
                .put("what", ComparisonWords.what(change))
                .put("before", ComparisonWords.before(change))
                .put("after", ComparisonWords.after(change)));
    }
}
