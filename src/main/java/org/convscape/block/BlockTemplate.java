package org.convscape.block;

import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/** A piece of architecture that a person inserts as a whole: it expands into ordinary nodes of a group. */
public interface BlockTemplate {

    /** The id in files and on the command line. */
    String id();

    /** The name a person reads. */
    String label();

    /** The family, which gives the colour and the place in the palette. */
    Family family();

    /** One line: what it is and which paper (section) it is from. */
    String help();

    /** What it can be turned by. */
    AttributeSchema schema();

    /** The input it is usually shown with, when it stands alone. */
    Shape exampleInput();

    /**
     * These values as they fit what the block is put on: widths in the proportion to the input that they have in the
     * paper, and a shortcut that can be added. On the example input nothing changes.
     *
     * @param in the maps that the block takes, height × width × channels
     */
    default AttributeValues fitted(AttributeValues values, Shape in) {
        return values;
    }

    /**
     * Builds the nodes of the block in the group that is open.
     *
     * @param source what the block takes from
     * @return the path of the node that carries the block's output
     * @throws InvalidAttribute when values that are in range one by one do not go together
     */
    String expand(GraphBuilder graph, AttributeValues attributes, String source);

    /** Adds the block as a group of that name. */
    default String addTo(GraphBuilder graph, String name, AttributeValues attributes, String source) {
        return graph.block(name, id(), attributes, source, inner -> expand(graph, attributes, inner));
    }
}
