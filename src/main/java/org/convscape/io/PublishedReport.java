package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.WeightsFolder;

/**
 * Which weights are published, and which of them are here.
 *
 * @param folder where they are kept
 */
public record PublishedReport(WeightsFolder folder, List<PublishedFile> files) implements Report {

    /** Keeps an unmodifiable copy. */
    public PublishedReport {
        files = List.copyOf(files);
    }

    @Override
    public List<Page> pages() {
        List<String> remarks = new ArrayList<>();
        if (files.stream().anyMatch(file -> !file.lacking().isEmpty())) {
            remarks.add("* not for the network of that id as it is here: "
                    + String.join(
                            "; ",
                            files.stream()
                                    .map(PublishedFile::lacking)
                                    .filter(lacking -> !lacking.isEmpty())
                                    .distinct()
                                    .toList()));
        }
        return List.of(new Page(
                "Published weights",
                "kept in " + folder.path() + "; top-1 in percent, as published",
                List.of(Table.of(columns(), files.stream().map(this::cells).toList())
                        .remarking(remarks))));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("id"),
                Column.text("network"),
                Column.of(Column.Kind.BYTES, "size"),
                Column.of(Column.Kind.VALUE, "top-1"),
                Column.text("here"),
                Column.text("licence"),
                Column.text("file"));
    }

    private List<Cell> cells(PublishedFile file) {
        return List.of(
                Cell.text(file.id()),
                Cell.text(file.networkWords() + (file.lacking().isEmpty() ? "" : " *")),
                file.size().bytes().isEmpty()
                        ? Cell.NONE
                        : new Cell(
                                file.size().bytes().getAsLong(),
                                file.size().words().replace("about ", "~")),
                file.top1().isEmpty()
                        ? Cell.NONE
                        : Cell.decimal(
                                file.top1().getAsDouble(), file.accuracy().replace(" %", "")),
                Cell.text(folder.has(file) ? "yes" : ""),
                Cell.text(file.licence()),
                Cell.text(file.file()));
    }

    /** Each file with its address, and where it lies or would lie. */
    @Override
    public Table records() {
        List<Column> columns = new ArrayList<>(columns());
        columns.addAll(List.of(Column.text("address"), Column.text("path")));
        List<List<Cell>> rows = new ArrayList<>();
        for (PublishedFile file : files) {
            List<Cell> cells = new ArrayList<>(cells(file));
            cells.add(Cell.text(file.address().toString()));
            cells.add(Cell.text(folder.of(file).toString()));
            rows.add(cells);
        }
        return Table.of(columns, rows);
    }

    @Override
    public JsonNode json() {
        ArrayNode list = Json.array();
        for (PublishedFile file : files) {
            ObjectNode json = list.addObject();
            json.put("id", file.id());
            json.put("network", file.network());
            json.put("settings", file.settings());
            json.put("lacking", file.lacking());
            json.put("address", file.address().toString());
            json.put("path", folder.of(file).toString());
            json.put("here", folder.has(file));
            file.size().bytes().ifPresent(bytes -> json.put("bytes", bytes));
            json.put("sizeRounded", file.size().rounded());
            json.put("hash", file.hash().words());
            json.put("licence", file.licence());
            file.top1().ifPresent(share -> json.put("top1", share));
            json.put("labels", file.labels());
            json.put("pictures", file.pictures().words());
            json.put("source", file.source());
        }
        return list;
    }
}
