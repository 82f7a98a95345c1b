package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Local response normalisation across channels: {@code x / (k + alpha/size · Σ x²)^beta}, the sum taken over
 * {@code size} neighbouring channels (Krizhevsky et al. 2012, section 3.3, with alpha divided by the size as Caffe,
 * PyTorch and ONNX do). Takes maps and keeps the shape.
 */
public record LocalResponseNorm(int size, double alpha, double beta, double k) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<LocalResponseNorm> TYPE = OpType.of(
                    LocalResponseNorm.class,
                    "local-response-norm",
                    "Local response normalisation",
                    Category.NORMALISATION)
            .help("Damps a value where the neighbouring channels are strong at the same position.")
            .attribute(Attribute.integer("size", "Size", 1, 255, 5, "How many neighbouring channels: an odd number."))
            .attribute(Attribute.decimal("alpha", "Alpha", 0, 1e6, 1e-4, "Weight of the mean of the squares."))
            .attribute(Attribute.decimal("beta", "Beta", 0, 100, 0.75, "The power that the divisor is raised to."))
            .attribute(Attribute.decimal("k", "k", 1e-6, 1e6, 1, "Added before the power; 2 in AlexNet."))
            .build();

    /** Checks the ranges, and that there is a channel in the middle. */
    public LocalResponseNorm {
        TYPE.schema().check(size, alpha, beta, k);
        if (size % 2 == 0) {
            throw new InvalidAttribute(
                    "size: expected an odd number, so that there is a channel in the middle, found \"" + size + "\"; "
                            + (size + 1) + " would work");
        }
    }

    /** The one of GoogLeNet: 5 channels, alpha 1e-4, beta 0.75, k 1. */
    public static LocalResponseNorm standard() {
        return TYPE.create();
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return Inputs.maps(inputs.get(0));
    }

    /** Per value one square and the factor alpha/size, a sum of {@code size} squares and k, one power, one division. */
    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        long elements = output.elements();
        return Cost.of(Work.MULTIPLY, Math.multiplyExact(elements, 2L))
                .and(Work.ADD, Math.multiplyExact(elements, size + 1L))
                .and(Work.EXPONENTIAL, elements)
                .and(Work.DIVIDE, elements);
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        return math.normaliseAcrossChannels(inputs.get(0), size, alpha, beta, k);
    }

    @Override
    public String badge() {
        return size + " channels";
    }
}
