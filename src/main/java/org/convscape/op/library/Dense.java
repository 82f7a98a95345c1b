package org.convscape.op.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.Factor;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * A fully connected layer: every output is a weighted sum of all inputs. {@code n → units}; kernel {@code [n, units]}.
 */
public record Dense(int units, boolean bias) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Dense> TYPE = OpType.of(Dense.class, "dense", "Dense", Category.DENSE)
            .help("Connects every input value with every output value.")
            .attribute(Attribute.integer(
                    "units",
                    "Units",
                    1,
                    Conv2d.MAXIMUM_CHANNELS,
                    1000,
                    "How many values come out, such as one per class."))
            .attribute(Attribute.flag("bias", "Bias", true, "Adds one learned number per output value."))
            .build();

    /** Checks the ranges. */
    public Dense {
        TYPE.schema().check(units, bias);
    }

    /** A dense layer with bias. */
    public static Dense of(int units) {
        return new Dense(units, true);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Inputs.vector(inputs.get(0));
        return Shape.vector(units);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        int in = inputs.get(0).channels();
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.kernel(in, in, units));
        if (bias) {
            weights.add(WeightSpec.perChannel("bias", units, WeightSpec.Role.BIAS));
        }
        return weights;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.MULTIPLY_ADD, Math.multiplyExact(inputs.get(0).elements(), (long) units))
                .and(Work.BIAS_ADD, bias ? units : 0);
    }

    @Override
    public List<Factor> multiplyAddFactors(List<Shape> inputs, Shape output) {
        return List.of(Factor.in(inputs.get(0).channels(), 1), Factor.out(units));
    }

    @Override
    public List<Factor> weightFactors(WeightSpec weight, List<Shape> inputs) {
        return weight.role() == WeightSpec.Role.KERNEL
                ? multiplyAddFactors(inputs, Shape.vector(units))
                : List.of(Factor.out(units));
    }

    @Override
    public Optional<Operation> withBias() {
        return Optional.of(new Dense(units, true));
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.multiply(inputs.get(0), weights.get("kernel"), weights.getIf(bias, "bias"));
    }

    @Override
    public String badge() {
        return Integer.toString(units);
    }
}
