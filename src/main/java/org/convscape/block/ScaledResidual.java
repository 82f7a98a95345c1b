package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Scale;

/**
 * How an Inception-ResNet block joins its branches to the shortcut: projected, scaled, added (Szegedy et al. 2016,
 * figure 20).
 */
final class ScaledResidual {

    /** The number of maps that enter and leave. */
    static final Attribute<Integer> CHANNELS = BlockAttributes.width(
            "channels", "Channels", 320, "Maps that enter and leave; the branches are projected to as many.");

    /** What the branches are multiplied by before they are added. */
    static final Attribute<Double> SCALE = Attribute.decimal(
            "scale", "Scale", 0, 10, 0.17, "The branches are multiplied by this, so that training stays stable.");

    /** Whether an activation follows the sum. */
    static final Attribute<Boolean> FINAL_ACTIVATION = Attribute.flag(
            "finalActivation",
            "Final activation",
            true,
            "An activation follows the sum; not in the network's last block.");

    private ScaledResidual() {}

    /**
     * The block of a 1×1 beside a kernel that is factorised into a row and a column, as the 17×17 and the 8×8 block
     * have it.
     *
     * @param kernel the side of the kernel that the factors replace
     */
    static String factorised(GraphBuilder graph, AttributeValues values, Widths widths, int kernel, String source) {
        Units units = new Units(graph, UnitNames.MODULE, UnitStyle.of(values));
        String joined = graph.add(
                "concat",
                new Concat(),
                units.conv("branch0", widths.single(), 1, source),
                units.branch("branch1", source, in -> {
                    String reduced = units.conv("0", widths.reduce(), 1, in);
                    String wide = units.conv("1", widths.middle(), new Size(1, kernel), reduced);
                    return units.conv("2", widths.width(), new Size(kernel, 1), wide);
                }));
        return join(graph, values, joined, source);
    }

    /** How many filters: 1×1 alone, 1×1 before the factors, in the row, in the column. */
    record Widths(int single, int reduce, int middle, int width) {}

    /** Projects, scales and adds; the projection has a bias and no normalisation. */
    static String join(GraphBuilder graph, AttributeValues values, String joined, String source) {
        Conv2d projection = Conv2d.of(values.get(CHANNELS), 1, 1, Padding.VALID, true);
        String projected = graph.add("conv2d", projection, joined);
        String scaled = graph.add("scale", new Scale(values.get(SCALE)), projected);
        String sum = graph.add("add", new Add(), scaled, source);
        Units units = new Units(graph, UnitNames.SUFFIXED, UnitStyle.of(values));
        return values.get(FINAL_ACTIVATION) ? units.activate("relu", sum) : sum;
    }
}
