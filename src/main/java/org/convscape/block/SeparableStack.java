package org.convscape.block;

import java.util.function.Consumer;
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
    private final SeparableNames names;
    private final String prefix;
    private final UnitStyle style;
    private final String source;
    private String end;
    private int number;

    /** How many layers the branch has; torch calls them by their places in it. */
    private int layers;

    /** Begins a stack in the group that is open. */
    SeparableStack(GraphBuilder graph, AttributeValues values, String source) {
        this.graph = graph;
        this.names = values.get(SeparableNames.NAMES);
        this.prefix = names.prefix(graph);
        this.style = UnitStyle.of(values);
        this.source = source;
        this.end = source;
    }

    /** The branch with what {@code body} adds to it. */
    SeparableStack branch(Consumer<SeparableStack> body) {
        if (names == SeparableNames.TORCH) {
            end = graph.group("rep", source, in -> {
                end = in;
                body.accept(this);
                return end;
            });
        } else {
            body.accept(this);
        }
        return this;
    }

    /** Adds one step; the activation comes before the convolution, except at the entry of a network. */
    SeparableStack step(int channels, int kernel, boolean activated) {
        String name = prefix + "sepconv" + (++number);
        String ready = activated ? units(layer(name + "_act")).activation("", end) : end;
        AttributeValues values = SeparableConv.TEMPLATE
                .schema()
                .defaults()
                .with(SeparableConv.CHANNELS, channels)
                .with(SeparableConv.KERNEL, kernel)
                .with(SeparableConv.BIAS, style.bias())
                .with(SeparableNames.NAMES, names == SeparableNames.TORCH ? names : SeparableNames.PAPER);
        String separable = SeparableConv.TEMPLATE.addTo(graph, layer(name), values, ready);
        end = units(layer(name + "_bn")).norm("", separable);
        return this;
    }

    /** Adds a max pool. */
    SeparableStack pool(int stride, StrideMargin margin) {
        Padding padding = margin.padding(3, stride);
        String padded = margin.pad(graph, prefix + "pool_pad", 3, stride, end);
        end = graph.add(
                layer(prefix + "pool"),
                new MaxPool(Size.square(3), Size.square(stride), padding, Window.Rounding.FLOOR),
                padded);
        return this;
    }

    /** Adds the projected input. */
    String withProjection(int channels, int stride) {
        UnitNames unit =
                names == SeparableNames.TORCH ? new UnitNames("", "*", "*bn", "") : new UnitNames("", "*", "*_bn", "");
        String name = names == SeparableNames.TORCH ? "skip" : "shortcut";
        String shortcut = new Units(graph, unit, style).linear().conv(name, channels, 1, stride, Padding.SAME, source);
        return graph.add("add", new Add(), end, shortcut);
    }

    /** Adds the input. */
    String withIdentity() {
        return graph.add("add", new Add(), end, source);
    }

    /** The name of the next layer of the branch. */
    private String layer(String name) {
        int place = layers++;
        return names == SeparableNames.TORCH ? Integer.toString(place) : name;
    }

    /** The units of a single layer, of that name whatever it is. */
    private Units units(String layer) {
        return new Units(graph, new UnitNames("", layer, layer, layer), style);
    }
}
