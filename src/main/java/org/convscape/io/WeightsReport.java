package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.figures.Figures;
import org.convscape.weights.file.ArrayFigures;
import org.convscape.weights.file.Checksum;
import org.convscape.weights.file.Format;
import org.convscape.weights.file.StoredArray;

/**
 * What a weight file holds.
 *
 * @param file its name
 * @param bytes its size
 * @param remarks what else there is to say of it, in sentences
 */
public record WeightsReport(
        String file, Format format, long bytes, Checksum checksum, List<Row> rows, List<String> remarks)
        implements Report {

    /**
     * One array.
     *
     * @param layer the layer that the file says it belongs to
     * @param figures those of its numbers, where they were asked for
     */
    public record Row(StoredArray array, Optional<String> layer, Optional<ArrayFigures> figures) {}

    /** Keeps unmodifiable copies. */
    public WeightsReport {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    private long numbers() {
        return rows.stream().mapToLong(row -> row.array.elements()).sum();
    }

    @Override
    public List<Page> pages() {
        List<List<Cell>> cells = rows.stream().map(this::cells).toList();
        List<Cell> total = new ArrayList<>();
        for (Column column : columns()) {
            total.add(
                    column.name().equals("array")
                            ? Cell.text("total")
                            : column.name().equals("numbers") ? Cell.count(numbers()) : Cell.NONE);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("SHA-256 " + checksum.sha256() + agreement());
        sentences.addAll(remarks);
        String terms = format.label() + ", " + Figures.bytes(bytes) + ", " + Figures.whole(rows.size())
                + (rows.size() == 1 ? " array" : " arrays") + ", " + Figures.whole(numbers()) + " numbers";
        return List.of(new Page(
                file,
                terms,
                List.of(Table.of(columns(), cells).totalling(List.of(total)).remarking(sentences))));
    }

    private String agreement() {
        String digits = checksum.inName().orElse("");
        return checksum.agrees()
                .map(agrees -> agrees
                        ? ", which the name agrees with (" + digits + ")"
                        : "; the name says it would begin with " + digits
                                + ": this is not the file that was published under that name, or not all of it")
                .orElse("");
    }

    private boolean withLayers() {
        return rows.stream().anyMatch(row -> row.layer.isPresent());
    }

    private boolean withFigures() {
        return rows.stream().anyMatch(row -> row.figures.isPresent());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("array")));
        if (withLayers()) {
            columns.add(Column.text("layer"));
        }
        columns.addAll(List.of(Column.shape("shape"), Column.text("type"), Column.count("numbers")));
        if (withFigures()) {
            for (String name : List.of("sum", "least", "largest")) {
                columns.add(Column.of(Column.Kind.VALUE, name));
            }
        }
        return columns;
    }

    private List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.array.name())));
        if (withLayers()) {
            cells.add(row.layer.map(Cell::text).orElse(Cell.NONE));
        }
        cells.addAll(List.of(
                Cell.text(row.array.shapeText()),
                Cell.text(row.array.type().label()),
                Cell.count(row.array.elements())));
        if (withFigures()) {
            cells.addAll(row.figures
                    .map(figures -> List.of(value(figures.sum()), value(figures.least()), value(figures.largest())))
                    .orElse(List.of(Cell.NONE, Cell.NONE, Cell.NONE)));
        }
        return cells;
    }

    private static Cell value(double number) {
        return Double.isNaN(number) ? Cell.NONE : Cell.value(number);
    }

    /** Each array with the file that it is in. */
    @Override
    public Table records() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("file"), Column.text("format"), Column.text("sha256")));
        columns.addAll(columns());
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Cell> record =
                    new ArrayList<>(List.of(Cell.text(file), Cell.text(format.label()), Cell.text(checksum.sha256())));
            record.addAll(cells(row));
            cells.add(record);
        }
        return Table.of(columns, cells);
    }

    @Override
    public JsonNode json() {
        ObjectNode json = Json.object();
        json.put("file", file);
        json.put("format", format.label());
        json.put("bytes", bytes);
        json.put("sha256", checksum.sha256());
        checksum.agrees().ifPresent(agrees -> json.put("nameAgrees", agrees));
        json.put("numbers", numbers());
        ArrayNode arrays = json.putArray("arrays");
        for (Row row : rows) {
            ObjectNode array = arrays.addObject();
            array.put("name", row.array.name());
            row.layer.ifPresent(layer -> array.put("layer", layer));
            ArrayNode shape = array.putArray("shape");
            row.array.dimensions().forEach(shape::add);
            array.put("type", row.array.type().label());
            array.put("numbers", row.array.elements());
            row.figures.ifPresent(figures -> write(figures, array));
        }
        ArrayNode sentences = json.putArray("remarks");
        remarks.forEach(sentences::add);
        return json;
    }

    private static void write(ArrayFigures figures, ObjectNode array) {
        array.put("sum", figures.sum());
        if (!Float.isNaN(figures.least())) {
            array.put("least", figures.least());
            array.put("largest", figures.largest());
        }
        array.put("notFinite", figures.notFinite());
    }
}
