package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.zoo.Model;

/** Everything that can be asked for by id, as a table or as JSON. */
public final class CatalogueListing {
    private CatalogueListing() {}

    /** Aligned columns, a rule between networks, blocks and operations. */
    public static String table(List<Model> models) {
        TextTable table = new TextTable("id", "kind", "family", "default input", "origin");
        Model.Kind last = null;
        for (Model model : models) {
            if (last != null && last != model.kind()) {
                table.rule();
            }
            last = model.kind();
            table.add(
                    model.id(),
                    kind(model),
                    model.family(),
                    model.defaultInput().toString(),
                    model.origin());
        }
        return table.toString();
    }

    /** A list of objects, with the attributes that {@code --set} takes. */
    public static String json(List<Model> models) {
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
        return Json.text(list);
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
