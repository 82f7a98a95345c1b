package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.GraphBuilder;
import org.convscape.tensor.Shape;

/** The 17×17 block of Inception-ResNet (Szegedy et al. 2016, figures 11 and 17). */
public final class InceptionResNetB extends Template {

    /** The number of 1×1 filters. */
    public static final Attribute<Integer> WIDTH_1X1 = BlockAttributes.width("width1x1", "1×1", 192, "1×1 filters.");

    /** The number of 1×1 filters before the factors. */
    public static final Attribute<Integer> REDUCE =
            BlockAttributes.width("reduce", "Reduce", 128, "1×1 filters before the factors.");

    /** The number of 1×7 filters. */
    public static final Attribute<Integer> MIDDLE = BlockAttributes.width("middle", "1×7", 160, "1×7 filters.");

    /** The number of 7×1 filters. */
    public static final Attribute<Integer> WIDTH = BlockAttributes.width("width", "7×1", 192, "7×1 filters.");

    /** The number of maps that enter and leave. */
    public static final Attribute<Integer> CHANNELS = ScaledResidual.CHANNELS.withDefault(1088);

    /** What the branches are multiplied by before they are added. */
    public static final Attribute<Double> SCALE = ScaledResidual.SCALE.withDefault(0.1);

    /** Whether an activation follows the sum. */
    public static final Attribute<Boolean> FINAL_ACTIVATION = ScaledResidual.FINAL_ACTIVATION;

    /** The template. */
    public static final InceptionResNetB TEMPLATE = new InceptionResNetB();

    private InceptionResNetB() {
        super(
                "inception-resnet-b",
                "Inception-ResNet B",
                Family.INCEPTION,
                "1×1 beside the factors of a 7×7, as the residual of a shortcut (Szegedy et al. 2016, figures 11 and 17).",
                Shape.maps(17, 17, 1088),
                List.of(WIDTH_1X1, REDUCE, MIDDLE, WIDTH, CHANNELS, SCALE, FINAL_ACTIVATION),
                UnitStyle.INCEPTION.attributes());
    }

    @Override
    public AttributeValues fitted(AttributeValues values, Shape in) {
        return Fitting.scaled(values, exampleInput(), in, List.of(WIDTH_1X1, REDUCE, MIDDLE, WIDTH))
                .with(CHANNELS, in.channels());
    }

    @Override
    public String expand(GraphBuilder graph, AttributeValues values, String source) {
        ScaledResidual.Widths widths = new ScaledResidual.Widths(
                values.get(WIDTH_1X1), values.get(REDUCE), values.get(MIDDLE), values.get(WIDTH));
        return ScaledResidual.factorised(graph, values, widths, 7, source);
    }
}
