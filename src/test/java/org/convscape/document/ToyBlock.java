package org.convscape.document;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/** A chain of convolutions with an identity shortcut: enough of a block to edit, and its length can be changed. */
final class ToyBlock implements BlockTemplate {
    static final Attribute<Integer> DEPTH = Attribute.integer("depth", "Depth", 1, 9, 1, "How many convolutions.");

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String label() {
        return "Toy";
    }

    @Override
    public Family family() {
        return Family.RESIDUAL;
    }

    @Override
    public String help() {
        return "For tests.";
    }

    @Override
    public AttributeSchema schema() {
        return AttributeSchema.of(DEPTH);
    }

    @Override
    public Shape exampleInput() {
        return Shape.maps(8, 8, 4);
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues attributes, String source) {
        if (attributes.get(DEPTH) == 9) {
            throw new InvalidAttribute("depth: 9 is one too many; 8 would work");
        }
        String at = source;
        for (int i = 1; i <= attributes.get(DEPTH); i++) {
            at = graph.add("conv" + i, Conv2d.of(4, 3, 1, Padding.SAME, false), at);
        }
        return graph.add("sum" + attributes.get(DEPTH), new Add(), at, source);
    }
}
