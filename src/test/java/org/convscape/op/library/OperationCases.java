package org.convscape.op.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.InvalidShape;
import org.convscape.op.Operation;
import org.convscape.op.Window.Rounding;
import org.convscape.tensor.Shape;

/**
 * Every operation of the library over its attributes and over shapes, extremes included: what the generic contract runs
 * through, and any other test that wants to know whether something holds for all operations.
 */
public final class OperationCases {
    private static final Size ONE = Size.square(1);
    private static final List<Shape> ANY_SHAPE =
            List.of(Shape.maps(1, 1, 1), Shape.maps(5, 4, 3), Shape.maps(2, 7, 16), Shape.vector(1), Shape.vector(10));
    private static final List<Shape> MAPS =
            List.of(Shape.maps(1, 1, 1), Shape.maps(1, 1, 8), Shape.maps(5, 4, 3), Shape.maps(2, 7, 16));

    private final List<OperationCase> cases = new ArrayList<>();

    private OperationCases() {}

    /** All cases. */
    public static List<OperationCase> all() {
        OperationCases table = new OperationCases();
        table.convolutions();
        table.depthwiseConvolutions();
        table.pooling();
        table.elementwise();
        table.merges();
        table.shapes();
        return List.copyOf(table.cases);
    }

    /** All cases, as a parameterised test takes them. */
    public static Stream<OperationCase> stream() {
        return all().stream();
    }

    private void add(Operation operation, Shape... inputs) {
        cases.add(new OperationCase(operation, List.of(inputs)));
    }

    /** Adds the case if the window fits: the cross product of windows and pictures holds some that do not. */
    private void addIfItFits(Operation operation, Shape input) {
        try {
            operation.infer(List.of(input));
        } catch (InvalidShape e) {
            return;
        }
        add(operation, input);
    }

    private static List<Shape> pictures(int channels) {
        return Stream.of(ONE, Size.square(2), Size.square(7), Size.square(8), new Size(5, 10))
                .map(size -> Shape.maps(size.height(), size.width(), channels))
                .toList();
    }

    private static List<Padding> paddings() {
        return List.of(Padding.VALID, Padding.SAME, Padding.of(1), Padding.of(0, 3), Padding.of(2, 0, 1, 3));
    }

    private void convolutions() {
        for (Size kernel : List.of(ONE, Size.square(2), Size.square(3), new Size(1, 7), new Size(7, 1))) {
            for (Size stride : List.of(ONE, Size.square(2), new Size(3, 1))) {
                for (Padding padding : paddings()) {
                    for (Shape picture : pictures(3)) {
                        addIfItFits(new Conv2d(4, kernel, stride, padding, ONE, 1, kernel.is(1)), picture);
                    }
                }
            }
        }
        for (Padding padding : List.of(Padding.VALID, Padding.SAME, Padding.of(3), Padding.of(0, 0, 1, 1))) {
            for (int groups : List.of(2, 3, 6)) {
                add(conv(12, 3, 1, padding, 1, groups), Shape.maps(7, 8, 6));
                add(conv(6, 1, 2, padding, 1, groups), Shape.maps(7, 8, 6));
                add(conv(6, 3, 2, padding, 2, groups), Shape.maps(9, 12, 6));
            }
            for (int dilation : List.of(2, 3)) {
                add(conv(5, 3, 1, padding, dilation, 1), Shape.maps(9, 10, 2));
                add(conv(5, 2, 2, padding, dilation, 1), Shape.maps(9, 10, 2));
            }
            add(new Conv2d(3, new Size(3, 2), ONE, padding, new Size(1, 4), 1, true), Shape.maps(6, 7, 2));
            add(conv(2, 1, 1, padding, 5, 1), Shape.maps(4, 4, 2));
        }
        add(conv(8, 7, 2, Padding.of(3), 1, 1), Shape.maps(23, 18, 3));
        add(conv(8, 5, 1, Padding.SAME, 1, 1), Shape.maps(6, 9, 16));
        add(conv(10, 6, 1, Padding.VALID, 1, 1), Shape.maps(6, 6, 4));
        add(conv(10, 2, 7, Padding.VALID, 1, 1), Shape.maps(16, 15, 4));
        add(conv(1, 3, 255, Padding.SAME, 1, 1), Shape.maps(6, 6, 1));
        add(conv(2, 9, 1, Padding.of(4), 1, 1), Shape.maps(1, 1, 2));
        add(conv(2, 2, 1, Padding.of(3), 1, 1), Shape.maps(3, 3, 2));
    }

    private static Conv2d conv(int channels, int kernel, int stride, Padding padding, int dilation, int groups) {
        return new Conv2d(
                channels, Size.square(kernel), Size.square(stride), padding, Size.square(dilation), groups, true);
    }

    private void depthwiseConvolutions() {
        for (int multiplier : List.of(1, 2, 8)) {
            for (Size kernel : List.of(ONE, Size.square(3), new Size(1, 7))) {
                for (Size stride : List.of(ONE, Size.square(2))) {
                    for (Padding padding : paddings()) {
                        for (Shape picture : pictures(3)) {
                            addIfItFits(
                                    new DepthwiseConv2d(multiplier, kernel, stride, padding, ONE, multiplier == 2),
                                    picture);
                        }
                    }
                }
            }
            add(depthwise(multiplier, 3, 1, Padding.SAME, 2), Shape.maps(9, 10, 4));
            add(depthwise(multiplier, 3, 2, Padding.of(2, 1, 0, 3), 2), Shape.maps(9, 10, 4));
            add(depthwise(multiplier, 3, 2, Padding.VALID, 3), Shape.maps(9, 10, 1));
            add(depthwise(multiplier, 5, 3, Padding.of(2), 1), Shape.maps(5, 5, 16));
            add(depthwise(multiplier, 7, 2, Padding.SAME, 1), Shape.maps(15, 14, 3));
            add(depthwise(multiplier, 2, 5, Padding.VALID, 1), Shape.maps(11, 12, 5));
            add(depthwise(multiplier, 4, 1, Padding.VALID, 1), Shape.maps(4, 4, 5));
        }
    }

    private static DepthwiseConv2d depthwise(int multiplier, int kernel, int stride, Padding padding, int dilation) {
        return new DepthwiseConv2d(
                multiplier, Size.square(kernel), Size.square(stride), padding, Size.square(dilation), true);
    }

    private void pooling() {
        List<Padding> paddings =
                List.of(Padding.VALID, Padding.SAME, Padding.of(1), Padding.of(1, 0), Padding.of(0, 1, 1, 0));
        for (Size kernel : List.of(ONE, Size.square(2), Size.square(3), new Size(2, 3))) {
            for (Size stride : List.of(ONE, Size.square(2), new Size(3, 4))) {
                for (Padding padding : paddings) {
                    for (Rounding rounding : Rounding.values()) {
                        for (Shape picture : pictures(3)) {
                            pooling(kernel, stride, padding, rounding, picture);
                        }
                    }
                }
            }
        }
        pooling(Size.square(5), Size.square(3), Padding.VALID, Rounding.FLOOR, Shape.maps(14, 17, 2));
        pooling(Size.square(7), ONE, Padding.VALID, Rounding.FLOOR, Shape.maps(7, 7, 20));
        pooling(Size.square(9), Size.square(9), Padding.of(4), Rounding.CEIL, Shape.maps(1, 12, 2));
        pooling(Size.square(3), Size.square(2), Padding.of(2), Rounding.CEIL, Shape.maps(8, 9, 2));
        for (Shape maps : MAPS) {
            add(new GlobalAveragePool(false), maps);
            add(new GlobalAveragePool(true), maps);
            add(new GlobalMaxPool(false), maps);
            add(new GlobalMaxPool(true), maps);
        }
    }

    private void pooling(Size kernel, Size stride, Padding padding, Rounding rounding, Shape picture) {
        addIfItFits(new MaxPool(kernel, stride, padding, rounding), picture);
        addIfItFits(new AveragePool(kernel, stride, padding, rounding, false), picture);
        addIfItFits(new AveragePool(kernel, stride, padding, rounding, true), picture);
    }

    private void elementwise() {
        for (Shape shape : ANY_SHAPE) {
            add(BatchNorm.standard(), shape);
            add(new BatchNorm(1e-3, false), shape);
            add(new Relu(), shape);
            add(new Relu6(), shape);
            add(new Scale(0.17), shape);
            add(new Scale(-30), shape);
            add(new Softmax(), shape);
            add(new Dropout(0.4), shape);
            add(new Identity(), shape);
            add(new LeakyRelu(0.01), shape);
            add(new LeakyRelu(-1.5), shape);
            add(new PRelu(false), shape);
            add(new PRelu(true), shape);
            add(new Clip(-0.5, 0.25), shape);
            add(new Sigmoid(), shape);
            add(new HardSigmoid(1.0 / 6, 0.5), shape);
            add(new HardSigmoid(0.2, 0.4), shape);
            add(new Swish(), shape);
            add(new HardSwish(), shape);
            for (int groups : List.of(1, 2, 5, 8)) {
                addIfItFits(new ChannelShuffle(groups), shape);
            }
        }
        for (Shape maps : MAPS) {
            add(LocalResponseNorm.standard(), maps);
            add(new LocalResponseNorm(1, 0.5, 0.5, 2), maps);
            add(new LocalResponseNorm(3, 2, 1, 0.1), maps);
            add(new LocalResponseNorm(7, 1e-4, 0.75, 2), maps);
        }
    }

    private void merges() {
        for (Shape shape : ANY_SHAPE) {
            add(new Add(), shape, shape);
            add(new Add(), shape, shape, shape, shape);
            add(new Multiply(), shape, shape);
            add(new Multiply(), shape, shape, shape);
            add(new Subtract(), shape, shape);
            add(new Concat(), shape);
            add(new Concat(), shape, shape, shape);
        }
        add(new Concat(), Shape.maps(3, 5, 1), Shape.maps(3, 5, 6), Shape.maps(3, 5, 2));
        add(new Concat(), Shape.vector(1), Shape.vector(7));
        for (Shape maps : List.of(Shape.maps(5, 4, 3), Shape.maps(2, 7, 16), Shape.maps(9, 9, 1))) {
            for (Shape channels : List.of(Shape.maps(1, 1, maps.channels()), Shape.vector(maps.channels()))) {
                add(new Multiply(), maps, channels);
                add(new Multiply(), maps, channels, maps);
                add(new Subtract(), maps, channels);
            }
        }
        add(new Multiply(), Shape.maps(1, 1, 8), Shape.vector(8));
        for (int inputs : List.of(1, 9)) {
            for (int units : List.of(1, 5)) {
                add(new Dense(units, true), Shape.vector(inputs));
                add(new Dense(units, false), Shape.vector(inputs));
            }
        }
    }

    private void shapes() {
        for (Shape shape : ANY_SHAPE) {
            add(new Flatten(), shape);
        }
        for (Size factor : List.of(ONE, Size.square(2), new Size(3, 1), new Size(1, 4))) {
            for (Shape maps : MAPS) {
                add(new Upsample(factor), maps);
            }
        }
        add(new Unflatten(ONE), Shape.vector(12));
        add(new Unflatten(new Size(2, 3)), Shape.vector(12));
        add(new Unflatten(Size.square(2)), Shape.vector(4));
        for (Padding padding : List.of(Padding.VALID, Padding.of(1), Padding.of(0, 0, 1, 1), Padding.of(3, 0, 1, 2))) {
            for (int channels : List.of(0, 3, 4, 7)) {
                add(new ZeroPad(padding, channels), Shape.maps(4, 5, 3));
            }
        }
        add(new ZeroPad(Padding.of(2), 64), Shape.maps(1, 1, 1));
        add(new Input(3, 4, 2));
    }
}
