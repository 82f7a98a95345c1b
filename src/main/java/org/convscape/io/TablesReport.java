package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tables that belong together, with what holds for all of their numbers: model, input, batch, convention, unit.
 *
 * @param about by name; every record carries it
 * @param tables the last one is the most detailed, and the one whose rows are the records
 */
record TablesReport(Map<String, String> about, List<Table> tables) implements Report {
    TablesReport {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        tables = List.copyOf(tables);
    }

    @Override
    public List<Page> pages() {
        String terms = about.entrySet().stream()
                .map(entry ->
                        entry.getKey().equals("model") ? entry.getValue() : entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return List.of(new Page("", terms, tables));
    }

    @Override
    public Table records() {
        Table detailed = tables.get(tables.size() - 1);
        List<Column> columns =
                new ArrayList<>(about.keySet().stream().map(Column::text).toList());
        columns.addAll(detailed.columns());
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : detailed.rows()) {
            List<Cell> cells =
                    new ArrayList<>(about.values().stream().map(Cell::text).toList());
            cells.addAll(row);
            rows.add(cells);
        }
        return Table.of(columns, rows);
    }

    @Override
    public JsonNode json() {
        ObjectNode json = Json.object();
        about.forEach(json::put);
        ArrayNode parts = json.putArray("tables");
        for (Table table : tables) {
            ObjectNode part = parts.addObject();
            part.put("title", table.title());
            ArrayNode rows = part.putArray("rows");
            table.rows().forEach(row -> write(table.columns(), row, rows.addObject()));
            ArrayNode remarks = part.putArray("remarks");
            table.remarks().forEach(remarks::add);
        }
        return json;
    }

    private static void write(List<Column> columns, List<Cell> row, ObjectNode json) {
        for (int i = 0; i < columns.size(); i++) {
            json.set(columns.get(i).heading(), Json.of(row.get(i).value()));
        }
    }
}
