package org.convscape.op.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.ChannelAffine;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Batch normalisation as it acts at inference: {@code gamma · (x - mean) / √(variance + epsilon) + beta} per channel,
 * with the mean and variance that training left (Ioffe and Szegedy 2015, section 3.1).
 *
 * <p>Takes maps or a vector and keeps the shape. Without {@code scale} there is no gamma (Keras' Inception models).
 */
public record BatchNorm(double epsilon, boolean scale) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<BatchNorm> TYPE = OpType.of(
                    BatchNorm.class, "batch-norm", "Batch normalisation", Category.NORMALISATION)
            .help("Shifts and scales every channel by the statistics that training has left.")
            .attribute(Attribute.decimal(
                    "epsilon", "Epsilon", 1e-12, 1, 1e-5, "Added to the variance so that nothing is divided by zero."))
            .attribute(Attribute.flag("scale", "Scale", true, "Has a learned factor gamma per channel."))
            .build();

    /** Checks the ranges. */
    public BatchNorm {
        TYPE.schema().check(epsilon, scale);
    }

    /** The usual one: with gamma, epsilon 1e-5. */
    public static BatchNorm standard() {
        return TYPE.create();
    }

    /** With gamma and this epsilon; Keras has 1e-3. */
    public static BatchNorm of(double epsilon) {
        return new BatchNorm(epsilon, true);
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
        if (scale) {
            weights.add(WeightSpec.perChannel("gamma", channels, WeightSpec.Role.SCALE));
        }
        weights.add(WeightSpec.perChannel("beta", channels, WeightSpec.Role.SHIFT));
        weights.add(WeightSpec.perChannel("mean", channels, WeightSpec.Role.RUNNING_MEAN));
        weights.add(WeightSpec.perChannel("variance", channels, WeightSpec.Role.RUNNING_VARIANCE));
        return weights;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.SCALE_SHIFT, output.elements());
    }

    @Override
    public Optional<ChannelAffine> channelAffine() {
        return Optional.of((weights, factors, shifts) -> {
            float[] beta = weights.get("beta").values();
            float[] mean = weights.get("mean").values();
            float[] variance = weights.get("variance").values();
            for (int channel = 0; channel < factors.length; channel++) {
                double gamma = scale ? weights.get("gamma").values()[channel] : 1;
                double factor = gamma / Math.sqrt(variance[channel] + epsilon);
                factors[channel] *= factor;
                shifts[channel] = factor * (shifts[channel] - mean[channel]) + beta[channel];
            }
        });
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.normalise(
                inputs.get(0),
                weights.getIf(scale, "gamma"),
                weights.get("beta"),
                weights.get("mean"),
                weights.get("variance"),
                epsilon);
    }
}
