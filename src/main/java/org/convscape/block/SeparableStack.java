package org.convscape.block;

import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Window;
import org.convscape.op.library.Add;
import org.convscape.op.library.MaxPool;

/** What Xception's modules are made of: activation, separable convolution, normalisation, again and again. */
final class SeparableStack {
    private final GraphBuilder graph;
    private final String prefix;
    private final Units units;
    private final UnitStyle style;
    private String end;
    private int number;

    /** Begins a stack in the group that is open. */
    SeparableStack(GraphBuilder graph, AttributeValues values, String source) {
        this.graph = graph;
        this.prefix = values.get(SeparableNames.NAMES).prefix(graph);
        this.style = UnitStyle.of(values);
        this.units = new Units(graph, new UnitNames("", "*", "*_bn", "*_act"), style);
        this.end = source;
    }

    /** Adds one step; the activation comes before the convolution, except at the entry of a network. */
    SeparableStack step(int channels, int kernel, boolean activated) {
        String name = prefix + "sepconv" + (++number);
        String ready = activated ? units.activation(name, end) : end;
        AttributeValues values = SeparableConv.TEMPLATE
                .schema()
                .defaults()
                .with(SeparableConv.CHANNELS, channels)
                .with(SeparableConv.KERNEL, kernel)
                .with(SeparableConv.BIAS, style.bias());
        end = units.norm(name, SeparableConv.TEMPLATE.addTo(graph, name, values, ready));
        return this;
    }

    /** Halves the picture by a max pool and adds the projected input. */
    String pooledWithProjection(int channels, int stride, String source) {
        Padding same = Padding.SAME;
        String pooled = graph.add(
                prefix + "pool", new MaxPool(Size.square(3), Size.square(stride), same, Window.Rounding.FLOOR), end);
        String shortcut = units.linear().conv("shortcut", channels, 1, stride, same, source);
        return graph.add("add", new Add(), pooled, shortcut);
    }

    /** Adds the input. */
    String withIdentity(String source) {
        return graph.add("add", new Add(), end, source);
    }
}
