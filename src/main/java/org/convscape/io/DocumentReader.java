package org.convscape.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Document;
import org.convscape.document.Extras.Kind;
import org.convscape.document.Layout;
import org.convscape.document.Point;
import org.convscape.document.Provenance;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.OpCatalogue;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;
import org.convscape.zoo.NearestNames;

/**
 * Reads a document from JSON.
 *
 * <p>Nodes name their operation, for each input port the path of the node it takes from ({@code null} for an open
 * port), and every attribute. Groups name the block template they were expanded from with every attribute of it, the
 * ports that take what is connected to the whole, and the node whose output is theirs. A node that was made under
 * another path than it has now says so as its origin.
 */
final class DocumentReader {
    private static final Set<String> ROOT =
            ordered("convscape", "title", "notes", "network", "settings", "nodes", "groups", "folds", "layout");
    private static final Set<String> NODE = ordered("path", "origin", "operation", "inputs", "attributes");
    private static final Set<String> GROUP = ordered("path", "template", "attributes", "entries", "exit");
    private static final Set<String> FOLD = ordered("linear", "scalings");
    private static final Set<String> ENTRY = ordered("node", "port");
    private static final Set<String> NETWORK = ordered("id", "input", "attributes", "version");
    private static final Set<String> LAYOUT = ordered("positions", "collapsed");
    private static final int MOST_PORTS = 65_536;

    private final OpCatalogue operations;
    private final BlockLibrary blocks;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Leniency leniency = new Leniency();

    DocumentReader(OpCatalogue operations, BlockLibrary blocks) {
        this.operations = operations;
        this.blocks = blocks;
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    ReadDocument read(JsonPlace file) {
        DocumentChecks.texts(file);
        JsonPlace root = Migrations.STANDARD.brought(file);
        leniency.fields(root, ROOT, Kind.DOCUMENT, "");
        List<JsonPlace> places = root.field("nodes").elements();
        places.forEach(this::readNode);
        DocumentChecks.origins(places, nodes.values());
        for (JsonPlace place : places) {
            checkInputs(place.field("inputs"));
        }
        List<JsonPlace> groupPlaces = leniency.elements(root.field("groups"));
        groupPlaces.forEach(this::readGroup);
        Graph graph = new Graph(nodes.values(), groups.values());
        DocumentChecks.groups(groupPlaces, graph);
        JsonPlace layout = root.field("layout");
        Document document = new Document(
                leniency.text(root.field("title"), "the title in quotes", "Untitled"),
                graph,
                leniency.lacks(layout) ? Layout.AUTOMATIC : layout(layout),
                leniency.text(root.field("notes"), "the notes in quotes", ""),
                settings(root.field("settings")),
                folds(root.field("folds")));
        Document placed = provenance(root.field("network")).map(document::from).orElse(document);
        return new ReadDocument(placed.keeping(leniency.extras()), leniency.notes());
    }

    private Map<String, String> settings(JsonPlace place) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!leniency.lacks(place)) {
            place.fields().forEach((name, value) -> settings.put(name, value.text("text in quotes")));
        }
        return settings;
    }

    /** Which network the document was built as; a document that began on an empty canvas does not say so. */
    private Optional<Provenance> provenance(JsonPlace place) {
        if (place.missing()) {
            return Optional.empty();
        }
        leniency.fields(place, NETWORK, Kind.PROVENANCE, "");
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!place.field("attributes").missing()) {
            place.field("attributes")
                    .fields()
                    .forEach((name, value) -> attributes.put(name, value.text("text in quotes")));
        }
        JsonPlace input = place.field("input");
        Shape shape;
        try {
            shape = Shape.parse(input.text("a shape such as 224x224x3 in quotes"));
        } catch (IllegalArgumentException e) {
            throw input.expected("a shape such as 224x224x3 in quotes");
        }
        JsonPlace version = place.field("version");
        return Optional.of(new Provenance(
                place.field("id").text("the id of a network in quotes"),
                shape,
                attributes,
                version.missing() ? "" : version.text("a version in quotes")));
    }

    /** Which nodes stand for several; a document without any does not say so. */
    private Map<String, Folded> folds(JsonPlace place) {
        Map<String, Folded> folds = new LinkedHashMap<>();
        for (JsonPlace fold : place.missing() ? List.<JsonPlace>of() : place.elements()) {
            Node linear = node(fold.field("linear"), Kind.FOLDED, Kind.FOLDED_ATTRIBUTES);
            leniency.fields(fold, FOLD, Kind.FOLD, linear.path());
            if (!nodes.containsKey(linear.path())) {
                throw fold.field("linear")
                        .field("path")
                        .failure("there is no node " + Naming.quoted(linear.path())
                                + " in this document that could stand for it");
            }
            Folded folded = new Folded(
                    linear,
                    fold.field("scalings").elements().stream()
                            .map(each -> node(each, Kind.FOLDED, Kind.FOLDED_ATTRIBUTES))
                            .toList());
            DocumentChecks.fold(fold, folded, nodes.keySet(), folds.values());
            folds.put(linear.path(), folded);
        }
        return folds;
    }

    private void readNode(JsonPlace place) {
        Node node = node(place, Kind.PART, Kind.ATTRIBUTES);
        if (nodes.put(node.path(), node) != null) {
            throw place.field("path")
                    .failure("there is already a node " + Naming.quoted(node.path()) + "; paths are unique");
        }
    }

    private Node node(JsonPlace place, Kind part, Kind values) {
        String path = DocumentChecks.path(place.field("path"));
        leniency.fields(place, NODE, part, path);
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
        JsonPlace from = place.field("inputs");
        if (leniency.lacks(from)) {
            inputs.addAll(Collections.nCopies(type.minimumInputs(), Node.OPEN));
        }
        for (JsonPlace input : from.missing() ? List.<JsonPlace>of() : from.elements()) {
            inputs.add(input.node().isNull() ? Node.OPEN : input.text("the path of a node in quotes, or null"));
        }
        if (inputs.size() > MOST_PORTS) {
            throw place.field("inputs").failure("expected at most " + MOST_PORTS + " inputs, found " + inputs.size());
        }
        JsonPlace attributes = place.field("attributes");
        AttributeValues given = leniency.values(attributes, type.schema(), id, values, path);
        try {
            return new Node(path, type.create(given), inputs, origin);
        } catch (InvalidAttribute e) {
            throw attributes.failure(e.getMessage());
        }
    }

    private void checkInputs(JsonPlace inputs) {
        for (JsonPlace input : inputs.missing() ? List.<JsonPlace>of() : inputs.elements()) {
            if (!input.node().isNull()) {
                existing(input);
            }
        }
    }

    private void readGroup(JsonPlace place) {
        String path = DocumentChecks.path(place.field("path"));
        leniency.fields(place, GROUP, Kind.PART, path);
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
        AttributeValues values = template.isEmpty() && attributes.missing()
                ? schema.defaults()
                : leniency.values(attributes, schema, template, Kind.ATTRIBUTES, path);
        List<Port> entries = new ArrayList<>();
        for (JsonPlace entry : leniency.elements(place.field("entries"))) {
            String node = existing(entry.field("node"));
            leniency.fields(entry, ENTRY, Kind.ENTRY, node);
            entries.add(new Port(node, entry.field("port").integer(0, MOST_PORTS - 1)));
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

    private Layout layout(JsonPlace place) {
        leniency.fields(place, LAYOUT, Kind.LAYOUT, "");
        Map<String, Point> positions = new LinkedHashMap<>();
        JsonPlace put = place.field("positions");
        Map<String, JsonPlace> points = leniency.lacks(put) ? Map.of() : put.fields();
        points.forEach((path, point) -> {
            List<JsonPlace> coordinates = point.elements();
            if (coordinates.size() != 2) {
                throw point.expected("a place such as [120, 40]");
            }
            positions.put(
                    path,
                    new Point(coordinates.get(0).number(), coordinates.get(1).number()));
        });
        DocumentChecks.positions(put, positions);
        Set<GroupPath> collapsed = new TreeSet<>();
        for (JsonPlace group : leniency.elements(place.field("collapsed"))) {
            collapsed.add(new GroupPath(group.text("the path of a group in quotes")));
        }
        return new Layout(positions, collapsed);
    }
}
