package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.convscape.figures.Figures;
import org.convscape.labels.Prediction;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Shape;

/**
 * What forward passes gave.
 *
 * @param weights where the weights came from, in words
 * @param engine what computed
 * @param folder whose pictures went in; empty for one picture or array alone
 * @param passes one for each picture
 * @param failed the pictures of the folder that could not be read
 */
public record RunReport(
        String model,
        List<Shape> inputs,
        long seed,
        String weights,
        String engine,
        String folder,
        List<Pass> passes,
        List<Failed> failed)
        implements Report {

    /**
     * One forward pass.
     *
     * @param source the picture or array that went in, by name
     * @param preparation what was done to it on the way in, in the order it was done
     * @param batch how many pictures were computed at once, this one among them
     * @param predictions the likeliest classes, where they were asked for
     * @param milliseconds of the whole pass, of several at once this one's share
     */
    public record Pass(
            String source,
            List<String> preparation,
            int batch,
            double milliseconds,
            List<Row> rows,
            List<Prediction> predictions) {

        /** Keeps unmodifiable copies. */
        public Pass {
            preparation = List.copyOf(preparation);
            rows = List.copyOf(rows);
            predictions = List.copyOf(predictions);
        }
    }

    /**
     * One node.
     *
     * @param largest where in a vector the largest value stands, from 0
     * @param milliseconds of its step, of several pictures at once this one's share
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

    /** What both tables say of a layer, its picture first. */
    private static final List<Column> FIGURES = List.of(
            Column.text("picture"),
            Column.text("path"),
            Column.text("operation"),
            Column.shape("output"),
            Column.of(Column.Kind.VALUE, "minimum"),
            Column.of(Column.Kind.VALUE, "mean"),
            Column.of(Column.Kind.VALUE, "maximum"),
            Column.of(Column.Kind.VALUE, "deviation"),
            Column.of(Column.Kind.SHARE, "zeros"),
            Column.count("not finite"),
            Column.count("largest at"));

    private static final List<Column> PREDICTIONS = List.of(
            Column.text("picture"),
            Column.count("rank"),
            Column.count("class"),
            Column.text("name"),
            Column.of(Column.Kind.SHARE, "probability"),
            Column.of(Column.Kind.VALUE, "output"));

    /** Keeps unmodifiable copies. */
    public RunReport {
        inputs = List.copyOf(inputs);
        passes = List.copyOf(passes);
        failed = List.copyOf(failed);
    }

    private boolean single() {
        return folder.isEmpty();
    }

    /** Under a heading that says what went in and what computed; of a folder, the picture comes first. */
    @Override
    public List<Page> pages() {
        List<Column> columns = new ArrayList<>(FIGURES);
        columns.add(Column.of(Column.Kind.MILLISECONDS, "", "ms"));
        int from = single() ? 1 : 0;
        List<List<Cell>> rows = new ArrayList<>();
        for (Pass pass : passes) {
            for (Row row : pass.rows()) {
                List<Cell> cells = cells(pass, row);
                rows.add(cells.subList(from, cells.size()));
            }
        }
        List<Table> tables = new ArrayList<>(List.of(Table.of(columns.subList(from, columns.size()), rows)));
        if (passes.stream().anyMatch(pass -> !pass.predictions().isEmpty())) {
            tables.add(0, predictions(from));
        }
        return List.of(new Page(model, terms(), tables));
    }

    private Table predictions(int from) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Pass pass : passes) {
            int rank = 1;
            for (Prediction each : pass.predictions()) {
                List<Cell> cells = List.of(
                        Cell.text(pass.source()),
                        Cell.count(rank++),
                        Cell.count(each.index()),
                        Cell.text(each.name()),
                        Cell.decimal(
                                each.probability(), String.format(Locale.ROOT, "%.2f %%", 100 * each.probability())),
                        Cell.value(each.value()));
                rows.add(cells.subList(from, cells.size()));
            }
        }
        return Table.of(PREDICTIONS.subList(from, PREDICTIONS.size()), rows).titled("The likeliest classes");
    }

    private static List<Cell> cells(Pass pass, Row row) {
        MapStatistics statistics = row.statistics();
        double share = statistics.zeroShare();
        return List.of(
                Cell.text(pass.source()),
                Cell.text(row.path()),
                Cell.text(row.operation()),
                Cell.text(row.output().toString()),
                Cell.value(statistics.minimum()),
                Cell.value(statistics.mean()),
                Cell.value(statistics.maximum()),
                Cell.value(statistics.deviation()),
                Cell.decimal(share, String.format(Locale.ROOT, "%.1f %%", 100 * share)),
                Cell.text(Long.toString(statistics.notFinite())),
                largest(row),
                Cell.decimal(row.milliseconds(), String.format(Locale.ROOT, "%.2f", row.milliseconds())));
    }

    private static Cell largest(Row row) {
        return row.largest().isPresent()
                ? Cell.text(Integer.toString(row.largest().getAsInt()))
                : Cell.NONE;
    }

    private String terms() {
        String went = single()
                ? passes.get(0).source() + ": "
                        + String.join("; ", passes.get(0).preparation())
                : folder + ": " + passes.size() + (passes.size() == 1 ? " picture" : " pictures")
                        + (failed.isEmpty() ? "" : ", and " + failed.size() + " that could not be read");
        return (inputs.size() == 1 ? "input " : "inputs ") + inputs(", ") + ", batch " + batch()
                + ", weights " + weights + "\n" + went + "\ncomputed by " + engine + " in "
                + Figures.milliseconds(
                        passes.stream().mapToDouble(Pass::milliseconds).sum());
    }

    /** The most pictures that were computed at once. */
    private int batch() {
        return passes.stream().mapToInt(Pass::batch).max().orElse(1);
    }

    private String inputs(String between) {
        return inputs.stream().map(Shape::toString).collect(Collectors.joining(between));
    }

    /** One record for each layer of each picture; figures that do not exist are empty. */
    @Override
    public Table records() {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("model"), Column.shape("input"), Column.count("batch"), Column.count("seed")));
        columns.addAll(FIGURES);
        columns.addAll(List.of(
                Column.of(Column.Kind.MILLISECONDS, "milliseconds"),
                Column.text("maps"),
                Column.text("npy"),
                Column.text("weights"),
                Column.text("likeliest")));
        List<List<Cell>> rows = new ArrayList<>();
        passes.forEach(pass -> pass.rows().forEach(row -> rows.add(record(pass, row))));
        return Table.of(columns, rows);
    }

    private List<Cell> record(Pass pass, Row row) {
        MapStatistics statistics = row.statistics();
        return List.of(
                Cell.text(model),
                Cell.text(inputs(" ")),
                Cell.count(pass.batch()),
                Cell.count(seed),
                Cell.text(pass.source()),
                Cell.text(row.path()),
                Cell.text(row.operation()),
                Cell.text(row.output().toString()),
                exactly(statistics.minimum()),
                exactly(statistics.mean()),
                exactly(statistics.maximum()),
                exactly(statistics.deviation()),
                exactly(statistics.zeroShare()),
                Cell.count(statistics.notFinite()),
                largest(row),
                exactly(row.milliseconds()),
                Cell.text(row.maps()),
                Cell.text(row.npy()),
                Cell.text(weights),
                likeliest(pass, row));
    }

    /** Beside the vector that the classes are told from. */
    private static Cell likeliest(Pass pass, Row row) {
        return pass.predictions().isEmpty() || !row.output().vector()
                ? Cell.NONE
                : Cell.text(pass.predictions().get(0).name());
    }

    /** With every digit: values of layers are compared with those of other programs. */
    private static Cell exactly(double value) {
        return Double.isFinite(value) ? Cell.text(Double.toString(value)) : Cell.NONE;
    }

    /**
     * One object; of a folder, with a list of its pictures. Figures that do not exist, such as the mean of no finite
     * value, are null.
     */
    @Override
    public JsonNode json() {
        ObjectNode json = Json.object();
        json.put("model", model);
        json.set("input", Json.shapes(inputs));
        json.put("batch", batch());
        json.put("seed", seed);
        json.put("weights", weights);
        json.put("engine", engine);
        if (single()) {
            put(json, passes.get(0));
            return json;
        }
        json.put("folder", folder);
        ArrayNode pictures = json.putArray("pictures");
        passes.forEach(pass -> put(pictures.addObject(), pass));
        ArrayNode others = json.putArray("failed");
        failed.forEach(each -> others.addObject().put("source", each.source()).put("reason", each.reason()));
        return json;
    }

    private static void put(ObjectNode json, Pass pass) {
        json.put("source", pass.source());
        json.put("batch", pass.batch());
        ArrayNode done = json.putArray("preparation");
        pass.preparation().forEach(done::add);
        json.put("milliseconds", pass.milliseconds());
        if (!pass.predictions().isEmpty()) {
            ArrayNode predictions = json.putArray("predictions");
            pass.predictions().forEach(each -> predictions
                    .addObject()
                    .put("class", each.index())
                    .put("name", each.name())
                    .put("probability", each.probability())
                    .put("output", each.value()));
        }
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
