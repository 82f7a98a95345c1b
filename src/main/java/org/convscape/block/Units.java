package org.convscape.block;

import java.util.function.UnaryOperator;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Operation;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;

/**
 * Adds units to a graph: a convolution with the normalisation and the activation that follow it, named and styled as
 * their origin does. Every call returns the path of the unit's last node.
 */
public final class Units {
    private final GraphBuilder graph;
    private final UnitNames names;
    private final UnitStyle style;

    /** Units for this graph. */
    public Units(GraphBuilder graph, UnitNames names, UnitStyle style) {
        this.graph = graph;
        this.names = names;
        this.style = style;
    }

    /** Units named otherwise. */
    public Units named(UnitNames other) {
        return new Units(graph, other, style);
    }

    /** Units styled otherwise. */
    public Units styled(UnitStyle other) {
        return new Units(graph, names, other);
    }

    /** Units that end with the normalisation. */
    public Units linear() {
        return styled(style.withActivation(Activation.NONE));
    }

    /** The margin on every side with which a kernel of odd height and width keeps the size at stride 1. */
    public static Padding around(Size kernel) {
        return Padding.of((kernel.height() - 1) / 2, (kernel.width() - 1) / 2);
    }

    /** A convolution that keeps the size. */
    public String conv(String name, int channels, int kernel, String source) {
        return conv(name, channels, kernel, 1, source);
    }

    /** A convolution that keeps the size, such as 1×7. */
    public String conv(String name, int channels, Size kernel, String source) {
        return conv(name, channels, kernel, 1, around(kernel), source);
    }

    /** A convolution with half its kernel as margin, so that the size is divided by the stride. */
    public String conv(String name, int channels, int kernel, int stride, String source) {
        return conv(name, channels, kernel, stride, around(Size.square(kernel)), source);
    }

    /** A convolution with a square kernel. */
    public String conv(String name, int channels, int kernel, int stride, Padding padding, String source) {
        return conv(name, channels, Size.square(kernel), stride, padding, source);
    }

    private String conv(String name, int channels, Size kernel, int stride, Padding padding, String source) {
        return grouped(name, channels, kernel, stride, padding, 1, source);
    }

    /** A convolution in groups. */
    public String grouped(
            String name, int channels, Size kernel, int stride, Padding padding, int groups, String source) {
        Conv2d convolution =
                new Conv2d(channels, kernel, Size.square(stride), padding, Size.square(1), groups, style.bias());
        return add(name, convolution, source);
    }

    /** Adds a branch of several units, in a group of its own where its name is not empty. */
    public String branch(String name, String source, UnaryOperator<String> body) {
        return name.isEmpty() ? body.apply(source) : graph.group(name, source, body);
    }

    /** A unit around any convolution, whose bias is its own. */
    public String add(String name, Operation convolution, String source) {
        return names.group().isEmpty()
                ? body(name, convolution, source)
                : graph.group(UnitNames.fill(names.group(), name), source, inner -> body(name, convolution, inner));
    }

    private String body(String name, Operation convolution, String source) {
        String path = graph.add(UnitNames.fill(names.convolution(), name), convolution, source);
        return activation(name, norm(name, path));
    }

    /** The normalisation alone, as of a unit of that name; the source itself where the style has none. */
    public String norm(String name, String source) {
        return style.norm() == Normalisation.NONE
                ? source
                : graph.add(
                        UnitNames.fill(names.norm(), name),
                        new BatchNorm(style.epsilon(), style.norm() == Normalisation.BATCH),
                        source);
    }

    /** The activation alone, as of a unit of that name; the source itself where the style has none. */
    public String activation(String name, String source) {
        return activate(UnitNames.fill(names.activation(), name), source);
    }

    /** The activation alone, as a node of that name; the source itself where the style has none. */
    public String activate(String node, String source) {
        return style.activation()
                .operation()
                .map(operation -> graph.add(node, operation, source))
                .orElse(source);
    }
}
