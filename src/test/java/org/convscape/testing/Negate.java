package org.convscape.testing;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * An operation that only the tests know: {@code -strength · x}, limited to {@code floor} from below. A test puts it
 * into a catalogue ({@code OpLibrary.standard().with(Negate.TYPE)}) and expects to meet it everywhere without another
 * edit.
 */
public record Negate(double strength, boolean floor) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Negate> TYPE = OpType.of(Negate.class, "test-negate", "Negation", Category.ACTIVATION)
            .help("Turns every value round.")
            .attribute(Attribute.decimal("strength", "Strength", 0.1, 10, 1, "How far values are turned round."))
            .attribute(Attribute.flag("floor", "Floor", false, "Cuts values below -1 off."))
            .build();

    /** Checks the ranges. */
    public Negate {
        TYPE.schema().check(strength, floor);
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
        return Cost.of(Work.MULTIPLY, output.elements()).and(Work.COMPARE, floor ? output.elements() : 0);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T turned = math.scale(inputs.get(0), -strength);
        return floor ? math.clip(turned, -1, Double.POSITIVE_INFINITY) : turned;
    }

    @Override
    public String badge() {
        return "× -" + strength;
    }
}
