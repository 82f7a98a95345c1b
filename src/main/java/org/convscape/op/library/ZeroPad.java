package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
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
 * Zeros around a picture, and before and after its channels.
 *
 * <p>{@code H×W×C → (H+top+bottom)×(W+left+right)×channels}. The new channels are laid around the old ones, the smaller
 * half first: the shortcut without weights between stages of different width (He et al. 2015, option A of section 4.1).
 */
public record ZeroPad(Padding padding, int channels) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<ZeroPad> TYPE = OpType.of(ZeroPad.class, "zero-pad", "Zero padding", Category.SHAPE)
            .help("Surrounds the picture with zeros, and widens it with channels of zeros.")
            .attribute(Attribute.padding("padding", "Padding", 255, Padding.of(1), "Rows and columns of zeros to add."))
            .attribute(Attribute.integer(
                    "channels",
                    "Total channels",
                    0,
                    Conv2d.MAXIMUM_CHANNELS,
                    0,
                    "How many channels come out in total; 0 leaves them as they are."))
            .build();

    /** Checks the ranges, and that the margins are explicit. */
    public ZeroPad {
        TYPE.schema().check(padding, channels);
        if (padding.same()) {
            throw new InvalidAttribute(
                    "padding: expected explicit margins, found \"same\", which means nothing without a"
                            + " window; 1 or 0,0,1,1 would work");
        }
    }

    /** Zeros around the picture only. */
    public static ZeroPad around(Padding padding) {
        return new ZeroPad(padding, 0);
    }

    /** Channels of zeros up to that many in total. */
    public static ZeroPad toChannels(int channels) {
        return new ZeroPad(Padding.VALID, channels);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape in = Inputs.maps(inputs.get(0));
        if (channels != 0 && channels < in.channels()) {
            throw new InvalidShape("Zero padding cannot reduce " + in.channels() + " channels to " + channels
                    + "; 0 (leave them) or at least " + in.channels() + " would work");
        }
        return Shape.maps(
                side(in.height(), padding.top(), padding.bottom()),
                side(in.width(), padding.left(), padding.right()),
                Math.max(channels, in.channels()));
    }

    private static int side(int extent, int before, int after) {
        return Inputs.countable((long) extent + before + after, "rows or columns", "less padding would work");
    }

    /** Every position moves by the margins. */
    @Override
    public Optional<Window> fieldOfView() {
        return Optional.of(Window.of(Size.square(1), Size.square(1), padding));
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        int added = Math.max(channels - math.shapeOf(input).channels(), 0);
        if (added == 0 && padding.equals(Padding.VALID)) {
            return input;
        }
        return math.padZeros(
                input, padding.top(), padding.left(), padding.bottom(), padding.right(), added / 2, added - added / 2);
    }

    @Override
    public String badge() {
        String margins = padding.equals(Padding.VALID) ? "" : "+" + padding;
        String total = channels == 0 ? "" : "to " + channels;
        return margins + (margins.isEmpty() || total.isEmpty() ? "" : ", ") + total;
    }
}
