package org.convscape.zoo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpCatalogue;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;

/** Everything a person can ask for by id: networks, blocks and operations, each standing alone behind a picture. */
public final class Catalogue {
    private static final Shape OPERATION_INPUT = Shape.maps(56, 56, 64);

    private final Map<String, Model> byId = new LinkedHashMap<>();

    /** Takes networks, blocks and operations, in this order; ids are unique over all of them. */
    public Catalogue(NetworkLibrary networks, BlockLibrary blocks, OpCatalogue operations) {
        networks.networks().forEach(network -> put(modelOf(network)));
        blocks.templates().forEach(template -> put(modelOf(template)));
        operations.types().forEach(type -> put(modelOf(type)));
    }

    private void put(Model model) {
        if (byId.put(model.id(), model) != null) {
            throw new IllegalArgumentException("Two models have the id " + model.id());
        }
    }

    /** The catalogue of the standard libraries. */
    public static Catalogue standard() {
        return new Catalogue(NetworkLibrary.standard(), BlockLibrary.standard(), OpLibrary.standard());
    }

    /** The models, in order. */
    public List<Model> models() {
        return List.copyOf(byId.values());
    }

    /** The model with that id, if there is one. */
    public Optional<Model> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The model with that id.
     *
     * @throws UnknownModel with a sentence for the user that names the nearest ids
     */
    public Model require(String id) {
        return find(id).orElseThrow(() -> {
            List<String> nearest = NearestNames.to(id, byId.keySet());
            return new UnknownModel("There is no network, block or operation \"" + id + "\"; "
                    + (nearest.isEmpty()
                            ? "the command \"list\" names them all"
                            : "the nearest are " + String.join(", ", nearest)));
        });
    }

    private static Model modelOf(Network network) {
        return new Model(
                network.id(),
                network.label(),
                Model.Kind.NETWORK,
                network.family().label(),
                network.origin(),
                network.defaultInput(),
                network.schema(),
                network::build);
    }

    private static Model modelOf(BlockTemplate template) {
        return new Model(
                template.id(),
                template.label(),
                Model.Kind.BLOCK,
                template.family().label(),
                template.help(),
                template.exampleInput(),
                template.schema(),
                (input, attributes) -> {
                    GraphBuilder graph = new GraphBuilder();
                    template.addTo(graph, template.id(), attributes, graph.add("picture", Input.of(input)));
                    return graph.build();
                });
    }

    private static Model modelOf(OpType<?> type) {
        return new Model(
                type.id(),
                type.label(),
                Model.Kind.OPERATION,
                type.category().label(),
                type.help(),
                type.isInput() ? Input.TYPE.create().shape() : OPERATION_INPUT,
                type.schema(),
                (input, attributes) -> alone(type, input, attributes));
    }

    /** An operation behind a picture; what takes vectors only gets the picture flattened. */
    private static Graph alone(OpType<?> type, Shape input, AttributeValues attributes) {
        GraphBuilder graph = new GraphBuilder();
        Operation operation = type.create(attributes);
        if (type.isInput()) {
            boolean untouched = attributes.equals(type.schema().defaults());
            graph.add(type.id(), untouched && operation instanceof Input ? Input.of(input) : operation);
            return graph.build();
        }
        int inputs = Math.max(type.minimumInputs(), type.maximumInputs() == 1 ? 1 : 2);
        String source = graph.add("picture", Input.of(input));
        if (!takes(operation, input, inputs) && takesFlat(operation, input, inputs)) {
            source = graph.add("flat", new Flatten(), source);
        }
        graph.add(type.id(), operation, Collections.nCopies(inputs, source));
        return graph.build();
    }

    private static boolean takesFlat(Operation operation, Shape input, int inputs) {
        Flatten flatten = new Flatten();
        return takes(flatten, input, 1) && takes(operation, flatten.infer(List.of(input)), inputs);
    }

    private static boolean takes(Operation operation, Shape input, int inputs) {
        try {
            operation.infer(Collections.nCopies(inputs, input));
            return true;
        } catch (InvalidShape e) {
            return false;
        }
    }
}
