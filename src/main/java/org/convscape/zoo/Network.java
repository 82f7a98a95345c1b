package org.convscape.zoo;

import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.block.Family;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/**
 * A whole network that can be built for any input.
 *
 * @param origin the paper and the implementation that the definition and the names follow, in one line
 * @param defaultInput the picture its published figures are for
 */
public record Network(
        String id,
        String label,
        Family family,
        String origin,
        Shape defaultInput,
        AttributeSchema schema,
        Definition definition) {

    /** Builds the nodes of a network. */
    @FunctionalInterface
    public interface Definition {

        /**
         * Adds everything from the picture on.
         *
         * @throws InvalidAttribute when the values, or the values and the input, do not go together
         */
        void build(GraphBuilder graph, Shape input, AttributeValues attributes);
    }

    /**
     * The network for pictures of that shape.
     *
     * @throws InvalidAttribute when the values, or the values and the input, do not go together
     */
    public Graph build(Shape input, AttributeValues attributes) {
        GraphBuilder graph = new GraphBuilder();
        definition.build(graph, input, attributes);
        return graph.build();
    }

    /** The network as its figures are published. */
    public Graph build() {
        return build(defaultInput, schema.defaults());
    }
}
