package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.zoo.Model;

/** Everything that can be asked for by id. */
public record CatalogueReport(List<Model> models) implements Report {

    /** Keeps an unmodifiable copy. */
    public CatalogueReport {
        models = List.copyOf(models);
    }

    /** A line across between networks, blocks and operations. */
    @Override
    public List<Page> pages() {
        List<List<Cell>> rows = new ArrayList<>();
        Model.Kind last = null;
        for (Model model : models) {
            if (last != null && last != model.kind()) {
                rows.add(Table.RULE);
            }
            last = model.kind();
            rows.add(cells(model));
        }
        return List.of(new Page("", "", List.of(Table.of(columns(), rows))));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("id"),
                Column.text("kind"),
                Column.text("family"),
                Column.shape("default input"),
                Column.text("origin"));
    }

    private static List<Cell> cells(Model model) {
        return List.of(
                Cell.text(model.id()),
                Cell.text(kind(model)),
                Cell.text(model.family()),
                Cell.text(model.defaultInput().toString()),
                Cell.text(model.origin()));
    }

    @Override
    public Table records() {
        return Table.of(columns(), models.stream().map(CatalogueReport::cells).toList());
    }

    /** A list of objects, with the attributes that {@code --set} takes. */
    @Override
    public JsonNode json() {
        ArrayNode list = Json.array();
        for (Model model : models) {
            ObjectNode json = list.addObject();
            json.put("id", model.id());
            json.put("kind", kind(model));
            json.put("label", model.label());
            json.put("family", model.family());
            json.put("origin", model.origin());
            json.set("input", Json.numbers(model.defaultInput().dimensions()));
            ArrayNode attributes = json.putArray("attributes");
            model.schema().attributes().forEach(attribute -> write(attribute, attributes.addObject()));
        }
        return list;
    }

    private static <V> void write(Attribute<V> attribute, ObjectNode json) {
        AttributeKind<V> kind = attribute.kind();
        json.put("name", attribute.name());
        json.put("label", attribute.label());
        json.put("default", kind.format(attribute.defaultValue()));
        json.put("expected", kind.expected());
        json.put("help", attribute.help());
    }

    private static String kind(Model model) {
        return model.kind().name().toLowerCase(Locale.ROOT);
    }
}
