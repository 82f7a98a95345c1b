package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.Size;
import org.convscape.op.Category;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;

/**
 * Lays a vector out as maps, channels fastest, then columns, then rows: the reverse of {@link Flatten}.
 * {@code n → H×W×(n/(H·W))}, such as {@code 1×1×n} for a convolution behind a global pooling.
 */
public record Unflatten(Size size) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<Unflatten> TYPE = OpType.of(Unflatten.class, "unflatten", "Unflatten", Category.SHAPE)
            .help("Lays a vector out as maps, for a convolution.")
            .attribute(Attribute.size("size", "Size", 1, 4096, Size.square(1), "Height and width of the maps."))
            .build();

    /** Checks the ranges. */
    public Unflatten {
        TYPE.schema().check(size);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        int length = Inputs.vector(inputs.get(0)).channels();
        if (length % size.area() != 0) {
            throw new InvalidShape("The " + length + " values cannot be laid out as maps of " + size
                    + "; a height and width whose product divides " + length + " would work");
        }
        return Shape.maps(size.height(), size.width(), length / size.area());
    }

    /** Every output comes from a place of its own in the vector, which has seen whole maps. */
    @Override
    public Optional<Window> fieldOfView() {
        return Optional.empty();
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        return math.reshape(input, infer(List.of(math.shapeOf(input))));
    }

    @Override
    public String badge() {
        return size.toString();
    }
}
