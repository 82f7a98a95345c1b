package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.document.Document;
import org.convscape.document.Extras.Kind;
import org.convscape.document.Layout;
import org.convscape.document.Provenance;
import org.convscape.graph.Folded;
import org.convscape.graph.Group;
import org.convscape.graph.Node;

/** A document as JSON. The counterpart of {@link DocumentReader}, which see for the meaning of the fields. */
final class DocumentWriter {
    private final Document document;

    private DocumentWriter(Document document) {
        this.document = document;
    }

    static ObjectNode write(Document document) {
        return new DocumentWriter(document).write();
    }

    private ObjectNode write() {
        ObjectNode root = Json.object();
        root.put("convscape", DocumentFile.SCHEMA_VERSION);
        root.put("title", document.title());
        root.put("notes", document.notes());
        document.provenance().ifPresent(provenance -> write(provenance, root.putObject("network")));
        ObjectNode settings = root.putObject("settings");
        document.settings().forEach(settings::put);
        ArrayNode nodes = root.putArray("nodes");
        document.graph().nodes().forEach(node -> write(node, nodes.addObject(), Kind.PART, Kind.ATTRIBUTES));
        ArrayNode groups = root.putArray("groups");
        document.graph().groups().forEach(group -> write(group, groups.addObject()));
        if (!document.folds().isEmpty()) {
            ArrayNode folds = root.putArray("folds");
            document.folds().values().forEach(folded -> write(folded, folds.addObject()));
        }
        write(document.layout(), root.putObject("layout"));
        keep(Kind.DOCUMENT, "", root);
        return root;
    }

    private void write(Provenance provenance, ObjectNode json) {
        json.put("id", provenance.network());
        json.put("input", provenance.input().toString());
        ObjectNode attributes = json.putObject("attributes");
        provenance.attributes().forEach(attributes::put);
        json.put("version", provenance.version());
        keep(Kind.PROVENANCE, "", json);
    }

    /** Writes what was read and not known. */
    private void keep(Kind kind, String path, ObjectNode json) {
        document.extras().at(kind, path).forEach((name, value) -> {
            if (!json.has(name)) {
                json.set(name, Json.parse(value.getBytes(StandardCharsets.UTF_8), name));
            }
        });
    }

    private void write(Node node, ObjectNode json, Kind part, Kind values) {
        json.put("path", node.path());
        if (!node.origin().equals(node.path())) {
            json.put("origin", node.origin());
        }
        json.put("operation", node.operation().type().id());
        ArrayNode inputs = json.putArray("inputs");
        for (String input : node.inputs()) {
            inputs.add(input.equals(Node.OPEN) ? null : input);
        }
        ObjectNode attributes = json.putObject("attributes");
        write(node.operation().attributes(), attributes);
        keep(values, node.path(), attributes);
        keep(part, node.path(), json);
    }

    private void write(Folded folded, ObjectNode json) {
        write(folded.linear(), json.putObject("linear"), Kind.FOLDED, Kind.FOLDED_ATTRIBUTES);
        ArrayNode scalings = json.putArray("scalings");
        folded.scalings().forEach(node -> write(node, scalings.addObject(), Kind.FOLDED, Kind.FOLDED_ATTRIBUTES));
        keep(Kind.FOLD, folded.linear().path(), json);
    }

    private void write(Group group, ObjectNode json) {
        json.put("path", group.path().text());
        if (group.isBlock()) {
            json.put("template", group.template());
            ObjectNode attributes = json.putObject("attributes");
            write(group.attributes(), attributes);
            keep(Kind.ATTRIBUTES, group.path().text(), attributes);
        }
        ArrayNode entries = json.putArray("entries");
        group.entries()
                .forEach(port -> keep(
                        Kind.ENTRY,
                        port.node(),
                        entries.addObject().put("node", port.node()).put("port", port.index())));
        if (!group.exit().isEmpty()) {
            json.put("exit", group.exit());
        }
        keep(Kind.PART, group.path().text(), json);
    }

    /** Numbers and yes or no as such, everything else as its text. */
    private static void write(AttributeValues values, ObjectNode json) {
        for (Attribute<?> attribute : values.schema().attributes()) {
            Object value = values.get(attribute.name());
            if (value instanceof Integer number) {
                json.put(attribute.name(), number);
            } else if (value instanceof Double number) {
                json.put(attribute.name(), number);
            } else if (value instanceof Boolean flag) {
                json.put(attribute.name(), flag);
            } else {
                json.put(attribute.name(), values.format(attribute));
            }
        }
    }

    private void write(Layout layout, ObjectNode json) {
        ObjectNode positions = json.putObject("positions");
        layout.positions().forEach((path, point) -> {
            if (!Double.isFinite(point.x()) || !Double.isFinite(point.y())) {
                // JSON has no such numbers; what has no place is placed automatically.
                return;
            }
            ArrayNode place = positions.putArray(path);
            add(place, point.x());
            add(place, point.y());
        });
        ArrayNode collapsed = json.putArray("collapsed");
        layout.collapsed().forEach(group -> collapsed.add(group.text()));
        keep(Kind.LAYOUT, "", json);
    }

    /** Whole numbers are written without a fraction. */
    private static void add(ArrayNode place, double coordinate) {
        boolean whole = coordinate == Math.rint(coordinate) && Math.abs(coordinate) < 1e9;
        if (whole && Double.doubleToRawLongBits(coordinate) != Double.doubleToRawLongBits(-0.0)) {
            place.add((long) coordinate);
        } else {
            place.add(coordinate);
        }
    }
}
