package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * An operation with multiply-adds that only the tests know: every channel becomes a weighted sum of all channels of its
 * position, in a category where no operation of the library has multiply-adds. No counting rule names it.
 */
public record Mixture(boolean bias) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Mixture> TYPE = OpType.of(Mixture.class, "test-mixture", "Mixture", Category.SHAPE)
            .help("Mixes the channels of a position.")
            .attribute(Attribute.flag("bias", "Bias", true, "Adds one learned number per channel."))
            .build();

    /** Checks the ranges. */
    public Mixture {
        TYPE.schema().check(bias);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        int channels = inputs.get(0).channels();
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.kernel(channels, 1, 1, channels, channels));
        if (bias) {
            weights.add(WeightSpec.perChannel("bias", channels, WeightSpec.Role.BIAS));
        }
        return weights;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.MULTIPLY_ADD, Math.multiplyExact(output.elements(), output.channels()))
                .and(Work.BIAS_ADD, bias ? output.elements() : 0);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        throw new UnsupportedOperationException("This operation is counted and never computed");
    }
}
