package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.convscape.figures.Figures;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Shape;

/**
 * What forward passes gave, as a table, as CSV or as JSON.
 *
 * @param engine what computed
 * @param folder whose pictures went in; empty for one picture or array alone
 * @param passes one for each picture
 * @param failed the pictures of the folder that could not be read
 */
public record RunReport(
        String model,
        List<Shape> inputs,
        long seed,
        String engine,
        String folder,
        List<Pass> passes,
        List<Failed> failed) {

    /**
     * One forward pass.
     *
     * @param source the picture or array that went in, by name
     * @param preparation what was done to it on the way in, in the order it was done
     * @param milliseconds of the whole pass
     */
    public record Pass(String source, List<String> preparation, double milliseconds, List<Row> rows) {

        /** Keeps unmodifiable copies. */
        public Pass {
            preparation = List.copyOf(preparation);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One node.
     *
     * @param largest where in a vector the largest value stands, from 0
     * @param milliseconds of its step
     * @param maps the picture of its maps, or empty
     * @param npy the file of its values, or empty
     */
    public record Row(
            String path,
            String operation,
            Shape output,
            MapStatistics statistics,
            OptionalInt largest,
            double milliseconds,
            String maps,
            String npy) {}

    /** A picture that could not be read, and why. */
    public record Failed(String source, String reason) {}

    private static final int BATCH = 1;

    /** Keeps unmodifiable copies. */
    public RunReport {
        inputs = List.copyOf(inputs);
        passes = List.copyOf(passes);
        failed = List.copyOf(failed);
    }

    private boolean single() {
        return folder.isEmpty();
    }

    /** Aligned columns under a heading that says what went in and what computed; of a folder, the picture comes first. */
    public String table() {
        List<String> headings = new ArrayList<>(List.of(
                "picture",
                "path",
                "operation",
                "output",
                ">minimum",
                ">mean",
                ">maximum",
                ">deviation",
                ">zeros",
                ">not finite",
                ">largest at",
                ">ms"));
        int from = single() ? 1 : 0;
        TextTable table = new TextTable(headings.subList(from, headings.size()).toArray(String[]::new));
        for (Pass pass : passes) {
            for (Row row : pass.rows()) {
                List<String> cells = cells(pass, row);
                table.add(cells.subList(from, cells.size()).toArray(String[]::new));
            }
        }
        return heading() + "\n" + table;
    }

    private static List<String> cells(Pass pass, Row row) {
        MapStatistics statistics = row.statistics();
        return List.of(
                pass.source(),
                row.path(),
                row.operation(),
                row.output().toString(),
                Figures.value(statistics.minimum()),
                Figures.value(statistics.mean()),
                Figures.value(statistics.maximum()),
                Figures.value(statistics.deviation()),
                String.format(Locale.ROOT, "%.1f %%", 100 * statistics.zeroShare()),
                Long.toString(statistics.notFinite()),
                row.largest().isPresent() ? Integer.toString(row.largest().getAsInt()) : "",
                String.format(Locale.ROOT, "%.2f", row.milliseconds()));
    }

    private String heading() {
        String went = single()
                ? passes.get(0).source() + ": "
                        + String.join("; ", passes.get(0).preparation())
                : folder + ": " + passes.size() + (passes.size() == 1 ? " picture" : " pictures")
                        + (failed.isEmpty() ? "" : ", and " + failed.size() + " that could not be read");
        return model + ": " + (inputs.size() == 1 ? "input " : "inputs ") + inputs(", ") + ", batch " + BATCH
                + ", seed " + seed + "\n" + went + "\ncomputed by " + engine + " in "
                + Figures.milliseconds(
                        passes.stream().mapToDouble(Pass::milliseconds).sum())
                + "\n";
    }

    private String inputs(String between) {
        return inputs.stream().map(Shape::toString).collect(Collectors.joining(between));
    }

    /** One line for each layer of each picture, after RFC 4180; figures that do not exist are empty. */
    public String csv() {
        StringBuilder text = new StringBuilder(CostCsv.line(
                "model",
                "input",
                "batch",
                "seed",
                "picture",
                "path",
                "operation",
                "output",
                "minimum",
                "mean",
                "maximum",
                "deviation",
                "zeros",
                "not finite",
                "largest at",
                "milliseconds",
                "maps",
                "npy"));
        passes.forEach(pass -> pass.rows().forEach(row -> text.append(line(pass, row))));
        return text.toString();
    }

    private String line(Pass pass, Row row) {
        MapStatistics statistics = row.statistics();
        return CostCsv.line(
                model,
                inputs(" "),
                Integer.toString(BATCH),
                Long.toString(seed),
                pass.source(),
                row.path(),
                row.operation(),
                row.output().toString(),
                plain(statistics.minimum()),
                plain(statistics.mean()),
                plain(statistics.maximum()),
                plain(statistics.deviation()),
                plain(statistics.zeroShare()),
                Long.toString(statistics.notFinite()),
                row.largest().isPresent() ? Integer.toString(row.largest().getAsInt()) : "",
                plain(row.milliseconds()),
                row.maps(),
                row.npy());
    }

    private static String plain(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /**
     * One object; of a folder, with a list of its pictures. Figures that do not exist, such as the mean of no finite value,
     * are null.
     */
    public String json() {
        ObjectNode json = Json.object();
        json.put("model", model);
        json.set("input", Json.shapes(inputs));
        json.put("batch", BATCH);
        json.put("seed", seed);
        json.put("engine", engine);
        if (single()) {
            put(json, passes.get(0));
            return Json.text(json);
        }
        json.put("folder", folder);
        ArrayNode pictures = json.putArray("pictures");
        passes.forEach(pass -> put(pictures.addObject(), pass));
        ArrayNode others = json.putArray("failed");
        failed.forEach(each -> others.addObject().put("source", each.source()).put("reason", each.reason()));
        return Json.text(json);
    }

    private static void put(ObjectNode json, Pass pass) {
        json.put("source", pass.source());
        ArrayNode done = json.putArray("preparation");
        pass.preparation().forEach(done::add);
        json.put("milliseconds", pass.milliseconds());
        ArrayNode nodes = json.putArray("rows");
        pass.rows().forEach(row -> put(nodes.addObject(), row));
    }

    private static void put(ObjectNode node, Row row) {
        node.put("path", row.path());
        node.put("operation", row.operation());
        node.set("output", Json.numbers(row.output().dimensions()));
        put(node, "minimum", row.statistics().minimum());
        put(node, "mean", row.statistics().mean());
        put(node, "maximum", row.statistics().maximum());
        put(node, "deviation", row.statistics().deviation());
        node.put("zeros", row.statistics().zeroShare());
        node.put("notFinite", row.statistics().notFinite());
        row.largest().ifPresent(index -> node.put("largestAt", index));
        node.put("milliseconds", row.milliseconds());
        if (!row.maps().isEmpty()) {
            node.put("maps", row.maps());
        }
        if (!row.npy().isEmpty()) {
            node.put("npy", row.npy());
        }
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
