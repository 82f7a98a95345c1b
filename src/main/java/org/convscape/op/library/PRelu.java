package org.convscape.op.library;

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
 * The leaky rectifier whose slopes are learned, one for each channel or one for all (He et al. 2015, "Delving deep into
 * rectifiers", section 2.1). Takes maps or a vector and keeps the shape.
 */
public record PRelu(boolean shared) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<PRelu> TYPE = OpType.of(PRelu.class, "prelu", "PReLU", Category.ACTIVATION)
            .help("Multiplies negative values by a learned slope for each channel.")
            .attribute(Attribute.flag("shared", "One slope", false, "All channels share one slope."))
            .build();

    /** Checks the ranges. */
    public PRelu {
        TYPE.schema().check(shared);
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
        int slopes = shared ? 1 : inputs.get(0).channels();
        return List.of(WeightSpec.perChannel("slope", slopes, WeightSpec.Role.SLOPE));
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.COMPARE, output.elements()).and(Work.MULTIPLY, output.elements());
    }

    @Override
    public boolean overwritesInput() {
        return true;
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.leakPerChannel(inputs.get(0), weights.get("slope"));
    }

    @Override
    public String badge() {
        return shared ? "one slope" : "";
    }
}
