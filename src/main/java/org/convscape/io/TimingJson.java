package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.Timing;
import org.convscape.timing.TimingTable;
import org.convscape.timing.WarmUp;

/** Times of a network as JSON. */
final class TimingJson {
    private TimingJson() {}

    static JsonNode of(TimingReport report) {
        TimingTable table = report.table();
        Timing timing = table.timing();
        ObjectNode json = Json.object();
        json.put("model", report.model());
        json.set("input", Json.shapes(report.inputs()));
        json.put("batch", 1);
        json.put("source", report.source());
        json.put("seed", report.seed());
        json.put("engine", report.engine());
        report.threads().ifPresentOrElse(threads -> json.put("threads", threads), () -> json.putNull("threads"));
        json.put("manner", report.manner());
        json.put("convention", "macs");
        json.put("unit", "multiply-adds");
        json.put("runs", timing.total().count());
        WarmUp warmUp = timing.warmUp();
        json.putObject("warmUp")
                .put("runs", warmUp.runs())
                .put("seconds", warmUp.seconds())
                .put("end", warmUp.end().words());
        write(table.roofline(), json.putObject("roofline").put("origin", report.origin()));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> write(table, row, rows.addObject()));
        json.putObject("overhead")
                .put("milliseconds", timing.overhead())
                .put("share", table.share(timing.overhead()))
                .put("outsideLayers", timing.outside().median());
        ObjectNode total = json.putObject("total");
        write(timing.total(), total.putObject("milliseconds"));
        total.put("multiplyAdds", table.multiplyAdds()).put("gigaMultiplyAddsPerSecond", table.achieved());
        ArrayNode kinds = json.putArray("byOperation");
        table.byKind().forEach(sum -> kinds.addObject()
                .put("operation", sum.kind())
                .put("layers", sum.nodes())
                .put("milliseconds", sum.milliseconds())
                .put("share", table.share(sum.milliseconds()))
                .put("multiplyAdds", sum.work().multiplyAdds())
                .put("gigaMultiplyAddsPerSecond", sum.achieved())
                .put("bytesMoved", Math.round(sum.work().bytes())));
        return json;
    }

    private static void write(Roofline roofline, ObjectNode json) {
        json.put("gigaMultiplyAddsPerSecond", roofline.multiplyAdds())
                .put("gigabytesPerSecond", roofline.bytes())
                .put("ridgeMultiplyAddsPerByte", roofline.ridge());
    }

    private static void write(TimingTable table, TimingTable.Row row, ObjectNode json) {
        json.put("path", row.path());
        json.put("operation", row.node().facts().node().operation().type().id());
        json.put("kind", row.kind());
        json.set("output", Json.numbers(row.node().facts().output().dimensions()));
        row.node().foldedInto().ifPresent(host -> json.put("foldedInto", host));
        write(row.milliseconds(), json.putObject("milliseconds"));
        json.put("share", table.share(row.milliseconds().median()));
        json.put("multiplyAdds", row.work().multiplyAdds());
        if (row.measured()) {
            json.put("gigaMultiplyAddsPerSecond", row.achieved());
            json.put("bytesMoved", Math.round(row.work().bytes()));
            json.put("gigabytesPerSecond", row.moved());
            json.put("multiplyAddsPerByte", row.work().intensity());
            json.put("attainableGigaMultiplyAddsPerSecond", row.attainable());
            json.put("reached", row.reached());
            row.bound().ifPresent(bound -> json.put("bound", bound.label()));
        }
    }

    private static void write(Samples samples, ObjectNode json) {
        json.put("median", samples.median())
                .put("minimum", samples.minimum())
                .put("lowerQuartile", samples.lowerQuartile())
                .put("upperQuartile", samples.upperQuartile())
                .put("interquartileRange", samples.spread());
    }
}
