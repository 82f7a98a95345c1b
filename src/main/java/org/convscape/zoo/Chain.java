package org.convscape.zoo;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Operation;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;

/** A graph in the making that grows at one end: each step takes from the one before. */
final class Chain {
    private final GraphBuilder graph;
    private String end;

    private Chain(GraphBuilder graph, String end) {
        this.graph = graph;
        this.end = end;
    }

    /** Begins with the picture. */
    static Chain begin(GraphBuilder graph, Shape input) {
        return new Chain(graph, graph.add("picture", Input.of(input)));
    }

    /** The graph that grows. */
    GraphBuilder graph() {
        return graph;
    }

    /** The path of the last node. */
    String end() {
        return end;
    }

    /** Adds one operation. */
    Chain add(String name, Operation operation) {
        end = graph.add(name, operation, end);
        return this;
    }

    /** Adds whatever leads from the path of the last node to that of another. */
    Chain then(UnaryOperator<String> step) {
        end = step.apply(end);
        return this;
    }

    /** Adds a block. */
    Chain block(String name, BlockTemplate template, AttributeValues attributes) {
        end = template.addTo(graph, name, attributes, end);
        return this;
    }

    /** Adds a block that takes from the last node and that nothing here goes on from. */
    Chain side(String name, BlockTemplate template, AttributeValues attributes) {
        template.addTo(graph, name, attributes, end);
        return this;
    }

    /** Adds what {@code body} builds as a plain group. */
    Chain group(String name, Consumer<Chain> body) {
        end = graph.group(name, end, source -> {
            Chain inner = new Chain(graph, source);
            body.accept(inner);
            return inner.end;
        });
        return this;
    }
}
