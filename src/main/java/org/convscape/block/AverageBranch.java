package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.AveragePool;

/** The branch of an Inception module that averages over 3×3 before it projects. */
final class AverageBranch {

    /** Whether the zeros around the picture count in the mean. */
    static final Attribute<Boolean> COUNT_PADDING = Attribute.flag(
            "countPadding", "Count padding", true, "Zeros around the picture count in the mean (torchvision), or not.");

    private AverageBranch() {}

    /** The pool alone. */
    static String pool(GraphBuilder graph, String name, AttributeValues values, String source) {
        return graph.add(name, AveragePool.of(3, 1, Padding.of(1), values.get(COUNT_PADDING)), source);
    }

    /** The pool and a 1×1 convolution, numbered 0 and 1 in a group of that name. */
    static String projected(
            GraphBuilder graph, Units units, String name, int channels, AttributeValues values, String source) {
        return units.branch(name, source, in -> units.conv("1", channels, 1, pool(graph, "0", values, in)));
    }
}
