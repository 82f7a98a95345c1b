package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.ChannelAffine;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Every value times a constant: what keeps the residuals of Inception-ResNet stable (Szegedy et al. 2016, section 3.3,
 * factors 0.1 to 0.3). Takes maps or a vector and keeps the shape.
 */
public record Scale(double factor) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Scale> TYPE = OpType.of(Scale.class, "scale", "Scale", Category.MERGE)
            .help("Multiplies every value by a constant, such as a residual before it is added.")
            .attribute(Attribute.decimal("factor", "Factor", -1e6, 1e6, 0.17, "What every value is multiplied by."))
            .build();

    /** Checks the ranges. */
    public Scale {
        TYPE.schema().check(factor);
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
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.MULTIPLY, output.elements());
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public Optional<ChannelAffine> channelAffine() {
        return Optional.of((weights, factors, shifts) -> {
            for (int channel = 0; channel < factors.length; channel++) {
                factors[channel] *= factor;
                shifts[channel] *= factor;
            }
        });
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.scale(inputs.get(0), factor);
    }

    @Override
    public String badge() {
        return "× " + factor;
    }
}
