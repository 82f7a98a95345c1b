package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.convscape.figures.Figures;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Shape;

/**
 * What a forward pass gave, as a table or as JSON.
 *
 * @param source the picture or array that went in, by name
 * @param preparation what was done to it on the way in, in the order it was done
 * @param engine what computed
 * @param milliseconds of the whole pass
 */
public record RunReport(
        String model,
        List<Shape> inputs,
        String source,
        List<String> preparation,
        long seed,
        String engine,
        double milliseconds,
        List<Row> rows) {

    /**
     * One node.
     *
     * @param milliseconds of its step
     * @param maps the picture of its maps, or empty
     * @param npy the file of its values, or empty
     */
    public record Row(
            String path,
            String operation,
            Shape output,
            MapStatistics statistics,
            double milliseconds,
            String maps,
            String npy) {}

    /** Keeps unmodifiable copies. */
    public RunReport {
        inputs = List.copyOf(inputs);
        preparation = List.copyOf(preparation);
        rows = List.copyOf(rows);
    }

    /** Aligned columns under a heading that says what went in and what computed. */
    public String table() {
        TextTable table = new TextTable(
                "path",
                "operation",
                "output",
                ">minimum",
                ">mean",
                ">maximum",
                ">deviation",
                ">zeros",
                ">not finite",
                ">ms");
        for (Row row : rows) {
            MapStatistics statistics = row.statistics();
            table.add(
                    row.path(),
                    row.operation(),
                    row.output().toString(),
                    Figures.value(statistics.minimum()),
                    Figures.value(statistics.mean()),
                    Figures.value(statistics.maximum()),
                    Figures.value(statistics.deviation()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * statistics.zeroShare()),
                    Long.toString(statistics.notFinite()),
                    String.format(Locale.ROOT, "%.2f", row.milliseconds()));
        }
        return heading() + "\n" + table;
    }

    private String heading() {
        StringBuilder text = new StringBuilder(model).append(": ");
        text.append(inputs.size() == 1 ? "input " : "inputs ")
                .append(String.join(", ", inputs.stream().map(Shape::toString).toList()))
                .append(", batch 1, seed ")
                .append(seed)
                .append('\n');
        text.append(source).append(": ").append(String.join("; ", preparation)).append('\n');
        return text.append("computed by ")
                .append(engine)
                .append(" in ")
                .append(Figures.milliseconds(milliseconds))
                .append('\n')
                .toString();
    }

    /** One object; figures that do not exist, such as the mean of no finite value, are null. */
    public String json() {
        ObjectNode json = Json.object();
        json.put("model", model);
        json.set("input", Json.shapes(inputs));
        json.put("batch", 1);
        json.put("seed", seed);
        json.put("source", source);
        ArrayNode done = json.putArray("preparation");
        preparation.forEach(done::add);
        json.put("engine", engine);
        json.put("milliseconds", milliseconds);
        ArrayNode nodes = json.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = nodes.addObject();
            node.put("path", row.path());
            node.put("operation", row.operation());
            node.set("output", Json.numbers(row.output().dimensions()));
            put(node, "minimum", row.statistics().minimum());
            put(node, "mean", row.statistics().mean());
            put(node, "maximum", row.statistics().maximum());
            put(node, "deviation", row.statistics().deviation());
            node.put("zeros", row.statistics().zeroShare());
            node.put("notFinite", row.statistics().notFinite());
            node.put("milliseconds", row.milliseconds());
            if (!row.maps().isEmpty()) {
                node.put("maps", row.maps());
            }
            if (!row.npy().isEmpty()) {
                node.put("npy", row.npy());
            }
        }
        return Json.text(json);
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
