package org.convscape.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.DecimalKind;
import org.convscape.attribute.FlagKind;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Layout;
import org.convscape.document.Point;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.OpCatalogue;
import org.convscape.op.OpType;
import org.convscape.zoo.NearestNames;

/**
 * Reads a document from JSON.
 *
 * <p>Nodes name their operation, for each input port the path of the node it takes from ({@code null} for an open port),
 * and every attribute. Groups name the block template they were expanded from with every attribute of it, the ports that
 * take what is connected to the whole, and the node whose output is theirs. A node that was made under another path than
 * it has now says so as its origin.
 */
final class DocumentReader {
    private static final Set<String> ROOT =
            ordered("convscape", "title", "notes", "settings", "nodes", "groups", "folds", "layout");
    private static final Set<String> NODE = ordered("path", "origin", "operation", "inputs", "attributes");
    private static final Set<String> GROUP = ordered("path", "template", "attributes", "entries", "exit");
    private static final Set<String> FOLD = ordered("linear", "scalings");
    private static final Set<String> ENTRY = ordered("node", "port");
    private static final Set<String> LAYOUT = ordered("positions", "collapsed");
    private static final int MOST_PORTS = 65_536;

    private final OpCatalogue operations;
    private final BlockLibrary blocks;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    DocumentReader(OpCatalogue operations, BlockLibrary blocks) {
        this.operations = operations;
        this.blocks = blocks;
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    Document read(JsonPlace root) {
        checkVersion(root);
        DocumentChecks.texts(root);
        root.object(ROOT);
        Map<String, String> settings = new LinkedHashMap<>();
        root.field("settings").fields().forEach((name, value) -> settings.put(name, value.text("text in quotes")));
        List<JsonPlace> places = root.field("nodes").elements();
        places.forEach(this::readNode);
        DocumentChecks.origins(places, nodes.values());
        for (JsonPlace place : places) {
            checkInputs(place.field("inputs"));
        }
        List<JsonPlace> groupPlaces = root.field("groups").elements();
        groupPlaces.forEach(this::readGroup);
        Graph graph = new Graph(nodes.values(), groups.values());
        DocumentChecks.groups(groupPlaces, graph);
        return new Document(
                root.field("title").text("the title in quotes"),
                graph,
                layout(root.field("layout").object(LAYOUT)),
                root.field("notes").text("the notes in quotes"),
                settings,
                folds(root.field("folds")));
    }

    /** Which nodes stand for several; a document without any does not say so. */
    private Map<String, Folded> folds(JsonPlace place) {
        Map<String, Folded> folds = new LinkedHashMap<>();
        for (JsonPlace fold : place.missing() ? List.<JsonPlace>of() : place.elements()) {
            fold.object(FOLD);
            Node linear = node(fold.field("linear"));
            if (!nodes.containsKey(linear.path())) {
                throw fold.field("linear")
                        .field("path")
                        .failure("there is no node " + Naming.quoted(linear.path())
                                + " in this document that could stand for it");
            }
            Folded folded = new Folded(
                    linear,
                    fold.field("scalings").elements().stream().map(this::node).toList());
            DocumentChecks.fold(fold, folded, nodes.keySet(), folds.values());
            folds.put(linear.path(), folded);
        }
        return folds;
    }

    private static void checkVersion(JsonPlace root) {
        if (!root.node().isObject() || root.field("convscape").missing()) {
            throw root.failure("this is not a Convscape document; expected an object that begins with \"convscape\": "
                    + DocumentFile.SCHEMA_VERSION);
        }
        JsonPlace version = root.field("convscape");
        int found = version.integer(1, Integer.MAX_VALUE);
        if (found > DocumentFile.SCHEMA_VERSION) {
            throw version.failure(
                    "this document has schema version " + found + ", and this program reads versions up to "
                            + DocumentFile.SCHEMA_VERSION + "; a newer Convscape will open it");
        }
    }

    private void readNode(JsonPlace place) {
        Node node = node(place);
        if (nodes.put(node.path(), node) != null) {
            throw place.field("path")
                    .failure("there is already a node " + Naming.quoted(node.path()) + "; paths are unique");
        }
    }

    private Node node(JsonPlace place) {
        place.object(NODE);
        String path = DocumentChecks.path(place.field("path"));
        JsonPlace made = place.field("origin");
        String origin = made.missing() ? path : DocumentChecks.path(made);
        JsonPlace named = place.field("operation");
        String id = named.text("the id of an operation in quotes");
        OpType<?> type = operations
                .find(id)
                .orElseThrow(() -> named.failure("there is no operation " + Naming.quoted(id)
                        + NearestNames.hint(
                                id, operations.types().stream().map(OpType::id).toList())));
        List<String> inputs = new ArrayList<>();
        for (JsonPlace input : place.field("inputs").elements()) {
            inputs.add(input.node().isNull() ? Node.OPEN : input.text("the path of a node in quotes, or null"));
        }
        if (inputs.size() > MOST_PORTS) {
            throw place.field("inputs").failure("expected at most " + MOST_PORTS + " inputs, found " + inputs.size());
        }
        JsonPlace attributes = place.field("attributes");
        AttributeValues values = values(attributes, type.schema());
        try {
            return new Node(path, type.create(values), inputs, origin);
        } catch (InvalidAttribute e) {
            throw attributes.failure(e.getMessage());
        }
    }

    private void checkInputs(JsonPlace inputs) {
        for (JsonPlace input : inputs.elements()) {
            if (!input.node().isNull()) {
                existing(input);
            }
        }
    }

    private void readGroup(JsonPlace place) {
        place.object(GROUP);
        String path = DocumentChecks.path(place.field("path"));
        if (groups.containsKey(path) || nodes.containsKey(path)) {
            throw place.field("path")
                    .failure("there is already a " + (nodes.containsKey(path) ? "node" : "group") + " "
                            + Naming.quoted(path) + "; paths are unique");
        }
        String template =
                place.field("template").missing() ? "" : place.field("template").text("the id of a block in quotes");
        AttributeSchema schema =
                template.isEmpty() ? AttributeSchema.EMPTY : schemaOf(template, place.field("template"));
        JsonPlace attributes = place.field("attributes");
        AttributeValues values =
                template.isEmpty() && attributes.missing() ? schema.defaults() : values(attributes, schema);
        List<Port> entries = new ArrayList<>();
        for (JsonPlace entry : place.field("entries").elements()) {
            entry.object(ENTRY);
            entries.add(
                    new Port(existing(entry.field("node")), entry.field("port").integer(0, MOST_PORTS - 1)));
        }
        JsonPlace exit = place.field("exit");
        groups.put(
                path, new Group(new GroupPath(path), template, values, entries, exit.missing() ? "" : existing(exit)));
    }

    private AttributeSchema schemaOf(String template, JsonPlace place) {
        return blocks.find(template)
                .map(BlockTemplate::schema)
                .orElseThrow(() -> place.failure("there is no block " + Naming.quoted(template)
                        + NearestNames.hint(
                                template,
                                blocks.templates().stream()
                                        .map(BlockTemplate::id)
                                        .toList())));
    }

    private String existing(JsonPlace place) {
        String path = place.text("the path of a node in quotes");
        if (!nodes.containsKey(path)) {
            throw place.failure("there is no node " + Naming.quoted(path) + " in this document"
                    + NearestNames.hint(path, nodes.keySet()));
        }
        return path;
    }

    private static AttributeValues values(JsonPlace place, AttributeSchema schema) {
        Map<String, JsonPlace> given = place.fields();
        for (Map.Entry<String, JsonPlace> field : given.entrySet()) {
            if (schema.find(field.getKey()).isEmpty()) {
                List<String> names =
                        schema.attributes().stream().map(Attribute::name).toList();
                throw field.getValue()
                        .failure("there is no such attribute here"
                                + (names.isEmpty() ? "" : "; known are " + String.join(", ", names)));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute<?> attribute : schema.attributes()) {
            values.put(attribute.name(), value(place.field(attribute.name()), attribute.kind()));
        }
        return new AttributeValues(schema, values);
    }

    private static <V> V value(JsonPlace place, AttributeKind<V> kind) {
        boolean number = !place.missing() && place.node().isNumber();
        boolean fits;
        if (kind instanceof IntegerKind) {
            fits = number && place.node().isIntegralNumber();
        } else if (kind instanceof DecimalKind) {
            fits = number;
        } else if (kind instanceof FlagKind) {
            fits = !place.missing() && place.node().isBoolean();
        } else if (kind instanceof ChoiceKind<?>) {
            fits = !place.missing() && place.node().isTextual();
        } else {
            // Sizes and padding: a single number is as good as its text.
            fits = !place.missing() && (place.node().isTextual() || place.node().isIntegralNumber());
        }
        if (!fits) {
            throw place.expected(kind.expected());
        }
        try {
            return kind.parse(place.node().asText());
        } catch (InvalidAttribute e) {
            throw place.expected(kind.expected());
        }
    }

    private static Layout layout(JsonPlace place) {
        Map<String, Point> positions = new LinkedHashMap<>();
        place.field("positions").fields().forEach((path, point) -> {
            List<JsonPlace> coordinates = point.elements();
            if (coordinates.size() != 2) {
                throw point.expected("a place such as [120, 40]");
            }
            positions.put(
                    path,
                    new Point(coordinates.get(0).number(), coordinates.get(1).number()));
        });
        DocumentChecks.positions(place.field("positions"), positions);
        Set<GroupPath> collapsed = new TreeSet<>();
        for (JsonPlace group : place.field("collapsed").elements()) {
            collapsed.add(new GroupPath(group.text("the path of a group in quotes")));
        }
        return new Layout(positions, collapsed);
    }
}
