package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.op.Category;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;

/** Where the picture enters: declares the height, width and channels that the network is given. */
public record Input(int height, int width, int channels) implements Operation {

    /** The greatest height or width. */
    public static final int MAXIMUM_SIDE = 16_384;

    /** Id, label and attributes. */
    public static final OpType<Input> TYPE = OpType.of(Input.class, "input", "Picture", Category.INPUT)
            .help("The picture as the network gets it.")
            .inputs(0, 0)
            .attribute(Attribute.integer("height", "Height", 1, MAXIMUM_SIDE, 224, "Rows of pixels."))
            .attribute(Attribute.integer("width", "Width", 1, MAXIMUM_SIDE, 224, "Columns of pixels."))
            .attribute(Attribute.integer("channels", "Channels", 1, 65_536, 3, "3 for red, green and blue."))
            .build();

    /** Checks the ranges. */
    public Input {
        TYPE.schema().check(height, width, channels);
    }

    /** The input that takes values of this shape. */
    public static Input of(Shape shape) {
        return new Input(shape.height(), shape.width(), shape.channels());
    }

    /** The shape that enters. */
    public Shape shape() {
        return Shape.maps(height, width, channels);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return shape();
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        throw new IllegalStateException("The picture is given, not computed");
    }
}
