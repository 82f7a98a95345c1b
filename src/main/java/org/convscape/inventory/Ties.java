package org.convscape.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.KerasName;
import org.convscape.weights.match.Wanted;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;
import org.convscape.zoo.Namesakes;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;

/**
 * Whether a file that fits a network by names and shapes is of another definition, which computes something else: what
 * the file says of itself counts first, then what is known of published files, then whose names they are.
 */
final class Ties {
    private final BuiltNetwork built;
    private final NetworkLibrary networks;

    Ties(BuiltNetwork built, NetworkLibrary networks) {
        this.built = built;
        this.networks = networks;
    }

    /** A definition, and how it is known that a file is of it. */
    private record Told(Definition definition, String how) {}

    /**
     * Why the file is not for this network, as a sentence; empty where nothing speaks against it.
     *
     * @param wanted the arrays of this network
     */
    Optional<String> objection(WeightFile file, List<Wanted> wanted) {
        Optional<Told> told = said(file)
                .or(() -> published(file))
                .or(() -> named(file, wanted))
                .or(() -> usual(wanted));
        return told.flatMap(each -> graph(each.definition())
                .flatMap(theirs -> difference(each.definition(), theirs))
                .map(difference -> "The file is of " + each.definition() + ", " + each.how() + "; "
                        + Definition.of(built)
                        + " has arrays of the same "
                        + (otherwiseNamed(each.definition()) ? "shapes" : "names and shapes")
                        + " and computes something else: "
                        + difference));
    }

    private static Optional<Told> said(WeightFile file) {
        return Optional.ofNullable(file.metadata().get("definition"))
                .filter(text -> !text.isBlank())
                .map(text -> new Told(Definition.parse(text), "as it says of itself"));
    }

    private static Optional<Told> published(WeightFile file) {
        return PublishedFiles.standard()
                .recognise(file.path())
                .filter(known -> known.lacking().isEmpty())
                .map(Ties::told);
    }

    private static Told told(PublishedFile known) {
        String how = "since it is the published " + known.id();
        return new Told(Definition.parse(known.network() + " " + known.settings()), how);
    }

    private boolean otherwiseNamed(Definition definition) {
        return Namesakes.othersLike(built.network().id()).contains(definition.network());
    }

    /** That of a network with arrays of these shapes in the same order, whose names the file has instead of ours. */
    private Optional<Told> named(WeightFile file, List<Wanted> wanted) {
        Set<String> layers = file.arrays().stream()
                .flatMap(array -> KerasName.of(file, array).stream())
                .map(KerasName::layer)
                .collect(Collectors.toSet());
        return Namesakes.othersLike(built.network().id()).stream()
                .map(id -> new Definition(id, Map.of()))
                .filter(other -> found(layers, wanted(other)) > found(layers, wanted))
                .findFirst()
                .map(other -> new Told(other, "as its layers are called"));
    }

    private static long found(Set<String> layers, List<Wanted> wanted) {
        return wanted.stream()
                .map(Wanted::layer)
                .distinct()
                .filter(layers::contains)
                .count();
    }

    private List<Wanted> wanted(Definition definition) {
        BuiltNetwork other = networks.find(definition.network())
                .map(network -> new BuiltNetwork(network, built.input(), values(network, definition)))
                .orElseThrow();
        return NetworkArrays.of(BuiltNetwork.document(other.network(), other.input(), other.values()), networks)
                .wanted();
    }

    /** Files of those names and shapes are of one network as a rule, and of that as it usually is. */
    private Optional<Told> usual(List<Wanted> wanted) {
        Definition usual = new Definition(Namesakes.ownerOf(built.network().id()), Map.of());
        return graph(usual)
                .filter(graph -> shapes(NetworkArrays.of(document(usual, graph), networks)
                                .wanted())
                        .equals(shapes(wanted)))
                .map(graph -> new Told(usual, "as files with these names are"));
    }

    private static Document document(Definition definition, Graph graph) {
        return Document.of(definition.network(), graph);
    }

    private static Set<String> shapes(List<Wanted> wanted) {
        return wanted.stream()
                .map(each -> each.origin() + " " + each.spec().name() + " "
                        + each.spec().dimensions())
                .collect(Collectors.toSet());
    }

    private static Graph graph(BuiltNetwork network) {
        return network.network().build(network.input(), network.values());
    }

    /** The network of a definition for this picture and these classes; empty where there is none. */
    private Optional<Graph> graph(Definition definition) {
        return networks.find(definition.network()).flatMap(network -> {
            try {
                return Optional.of(network.build(built.input(), values(network, definition)));
            } catch (InvalidAttribute e) {
                // Another version may know more: what this one cannot build, it cannot object to.
                return Optional.empty();
            }
        });
    }

    private AttributeValues values(Network network, Definition definition) {
        AttributeValues values = network.schema().defaults();
        for (Attribute<?> attribute : network.schema().attributes()) {
            String text = definition.attributes().get(attribute.name());
            boolean classes = text == null
                    && attribute.name().equals("classes")
                    && built.network().schema().attributes().stream()
                            .anyMatch(each -> each.name().equals("classes"));
            if (classes) {
                text = text(built.values(), "classes");
            }
            if (text != null) {
                values = values.with(attribute.name(), text);
            }
        }
        return values;
    }

    private static String text(AttributeValues values, String name) {
        return values.schema().attributes().stream()
                .filter(each -> each.name().equals(name))
                .map(values::format)
                .findFirst()
                .orElseThrow();
    }

    /** The first node in which we differ from a definition, in words; empty where we compute the same. */
    private Optional<String> difference(Definition definition, Graph theirs) {
        Graph ours = graph(built);
        return otherwiseNamed(definition) ? inOrder(theirs, ours) : difference(theirs, ours);
    }

    /** The same for nodes that have other names and stand in the same order. */
    private static Optional<String> inOrder(Graph theirs, Graph ours) {
        for (int i = 0; i < Math.min(theirs.nodes().size(), ours.nodes().size()); i++) {
            Node node = ours.nodes().get(i);
            Node other = theirs.nodes().get(i);
            if (!node.isInput() && !node.operation().equals(other.operation())) {
                return Optional.of("at " + node.path() + ", " + difference(other, node));
            }
        }
        return Optional.empty();
    }

    /** The first node in which the two differ, in words; empty where they compute the same. */
    private static Optional<String> difference(Graph theirs, Graph ours) {
        Map<String, Node> byPath = new HashMap<>();
        theirs.nodes().forEach(node -> byPath.put(node.path(), node));
        for (Node node : ours.nodes()) {
            Node other = byPath.remove(node.path());
            if (other == null) {
                return Optional.of(node.path() + " is here and not there");
            }
            if (!node.isInput() && !node.operation().equals(other.operation())) {
                return Optional.of("at " + node.path() + ", " + difference(other, node));
            }
            if (!Objects.equals(node.inputs(), other.inputs())) {
                return Optional.of(node.path() + " takes from others than there");
            }
        }
        return byPath.keySet().stream().sorted().findFirst().map(path -> path + " is there and not here");
    }

    private static String difference(Node theirs, Node ours) {
        if (!theirs.operation().type().equals(ours.operation().type())) {
            return ours.operation().type().label() + " here, "
                    + theirs.operation().type().label() + " there";
        }
        AttributeValues here = ours.operation().type().valuesOf(ours.operation());
        AttributeValues there = theirs.operation().type().valuesOf(theirs.operation());
        return here.schema().attributes().stream()
                .filter(each -> !here.format(each).equals(there.format(each)))
                .map(each -> each.label().toLowerCase(Locale.ROOT) + " " + here.format(each) + " here, "
                        + there.format(each) + " there")
                .collect(Collectors.joining("; "));
    }
}
