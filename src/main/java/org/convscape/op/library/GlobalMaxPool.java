package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Global max pooling: the largest value of each map. {@code H×W×C → C}, or {@code 1×1×C} where the dimensions are kept
 * for a convolution to follow.
 */
public record GlobalMaxPool(boolean keepDimensions) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<GlobalMaxPool> TYPE = OpType.of(
                    GlobalMaxPool.class, "global-max-pool", "Max pooling, global", Category.POOLING)
            .help("Reduces every map to its largest value.")
            .attribute(Attribute.flag(
                    "keepDimensions", "Keep dimensions", false, "The output is 1×1×channels instead of a vector."))
            .build();

    /** Checks the ranges. */
    public GlobalMaxPool {
        TYPE.schema().check(keepDimensions);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        int channels = Inputs.maps(inputs.get(0)).channels();
        return keepDimensions ? Shape.maps(1, 1, channels) : Shape.vector(channels);
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.COMPARE, inputs.get(0).elements());
    }

    /** Every output sees whole maps. */
    @Override
    public Optional<Window> fieldOfView() {
        return Optional.empty();
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T largest = math.maximumOfMaps(inputs.get(0));
        return keepDimensions
                ? math.reshape(largest, Shape.maps(1, 1, math.shapeOf(largest).channels()))
                : largest;
    }

    @Override
    public String badge() {
        return keepDimensions ? "keeps 1×1" : "";
    }
}
