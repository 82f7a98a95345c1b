package org.convscape.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Provenance;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;

/** The network that a document was built as, with the values and the picture that it was built with. */
public record BuiltNetwork(Network network, Shape input, AttributeValues values) {

    /** A document of a network, which knows that it is one. */
    public static Document document(Network network, Shape input, AttributeValues values) {
        BuiltNetwork built = new BuiltNetwork(network, input, values);
        return Document.of(network.id(), network.build(input, values)).from(built.provenance());
    }

    /** What a document was built as; empty where it was not, or as a network that the library does not have. */
    public static Optional<BuiltNetwork> of(Document document, NetworkLibrary networks) {
        return document.provenance().flatMap(from -> networks.find(from.network())
                .map(network -> new BuiltNetwork(network, from.input(), values(network, from))));
    }

    /** The values that a program understands; one that it does not is at its default. */
    private static AttributeValues values(Network network, Provenance from) {
        Map<String, Object> given = new HashMap<>();
        for (Attribute<?> attribute : network.schema().attributes()) {
            String text = from.attributes().get(attribute.name());
            if (text != null) {
                try {
                    given.put(attribute.name(), attribute.parse(text));
                } catch (InvalidAttribute e) {
                    // Another version may allow more: what this one cannot read is as if it were not said.
                    given.remove(attribute.name());
                }
            }
        }
        return new AttributeValues(network.schema(), given);
    }

    private Provenance provenance() {
        Map<String, String> texts = new HashMap<>();
        network.schema().attributes().forEach(attribute -> texts.put(attribute.name(), values.format(attribute)));
        return Provenance.of(network.id(), input, texts);
    }

    /**
     * The same, for the picture that the graph has now, where that graph is exactly what the network builds: nothing
     * would be lost by building it anew. Empty where a person has changed anything else.
     */
    public Optional<BuiltNetwork> untouched(Graph graph) {
        if (builds(graph)) {
            return Optional.of(this);
        }
        List<Shape> pictures = graph.nodes().stream()
                .map(Node::operation)
                .filter(Input.class::isInstance)
                .map(operation -> ((Input) operation).shape())
                .toList();
        return pictures.size() == 1
                ? Optional.of(new BuiltNetwork(network, pictures.get(0), values))
                        .filter(other -> other.builds(graph))
                : Optional.empty();
    }

    private boolean builds(Graph graph) {
        try {
            return network.build(input, values).equals(graph);
        } catch (InvalidAttribute e) {
            return false;
        }
    }

    /**
     * The change that builds it with other values.
     *
     * @param what of it changes, for the undo menu
     * @throws InvalidAttribute with a sentence where there is no such network
     */
    public Edit with(AttributeValues other, String what) {
        BuiltNetwork changed = new BuiltNetwork(network, input, other);
        Graph graph = network.build(input, other);
        List<Diagnostic> diagnostics = Analysis.of(graph).diagnostics();
        if (!diagnostics.isEmpty()) {
            throw new InvalidAttribute(network.id() + " cannot be built so: at "
                    + diagnostics.get(0).node() + ": " + diagnostics.get(0).message());
        }
        return new Edit.Rebuild(graph, changed.provenance(), what);
    }

    /** The change that builds it as it was, without what was changed by hand since. */
    public Edit anew() {
        return new Edit.Rebuild(network.build(input, values), provenance(), "");
    }
}
