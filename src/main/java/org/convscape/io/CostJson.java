package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.CostTable;
import org.convscape.tensor.Shape;

/** Cost tables as JSON: an object for one model, a list of such objects for several. */
final class CostJson {
    private CostJson() {}

    static String write(List<ModelCost> models) {
        if (models.size() == 1) {
            return Json.text(object(models.get(0)));
        }
        ArrayNode list = Json.array();
        models.forEach(model -> list.add(object(model)));
        return Json.text(list);
    }

    private static ObjectNode object(ModelCost model) {
        CostTable table = model.table();
        ObjectNode json = Json.object();
        json.put("model", model.model());
        json.set("input", Json.shapes(table.inputs()));
        json.put("batch", table.batch());
        json.put("convention", table.convention());
        json.put("unit", table.unit());
        json.put("complete", table.complete());
        json.putObject("params")
                .put("trainable", table.total().trainable())
                .put("total", table.total().total());
        json.put("count", table.total().count());
        ArrayNode notCounted = json.putArray("notCounted");
        table.notCounted().forEach(notCounted::add);
        ArrayNode unknown = json.putArray("unknown");
        table.unknown().forEach(unknown::add);
        table.variant().ifPresent(other -> json.putObject("variant")
                .put("convention", other.convention())
                .put("count", other.count()));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> write(row, rows.addObject()));
        return json;
    }

    private static void write(CostTable.Row row, ObjectNode json) {
        json.put("path", row.path());
        json.put("operation", row.operation());
        json.set("output", outputs(row.outputs()));
        json.put("trainable", row.trainable());
        json.put("total", row.total());
        json.put("count", row.count());
        json.put("complete", row.complete());
    }

    /** A shape as {@code [h, w, c]} or {@code [n]}; null while unknown; of several results, a list of their shapes. */
    private static JsonNode outputs(List<Optional<Shape>> outputs) {
        ArrayNode shapes = Json.array();
        for (Optional<Shape> output : outputs) {
            if (output.isEmpty()) {
                return Json.nothing();
            }
            shapes.add(Json.numbers(output.get().dimensions()));
        }
        return shapes.size() == 0 ? Json.nothing() : shapes.size() == 1 ? shapes.get(0) : shapes;
    }
}
