package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.InvalidShape;
import org.convscape.op.Operation;
import org.convscape.op.Window.Rounding;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that an operation cannot take are answered with what was expected, what was found and what would work. */
class OperationRefusalTest {
    private static final Shape MAPS = Shape.maps(4, 6, 3);
    private static final Shape VECTOR = Shape.vector(5);

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        new Conv2d(8, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), 2, true),
                        "The 3 input channels cannot be split into 2 equal groups; a divisor of 3 would work",
                        MAPS),
                refused(
                        new Conv2d(8, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), 3, true),
                        "The 8 output channels cannot be split into 3 equal groups; a multiple of 3 would work",
                        MAPS),
                refused(
                        Conv2d.of(8, 5, 1, Padding.VALID, true),
                        "The 5×5 kernel reaches over 5 pixels, but the input is 4 pixels high; a smaller kernel, more"
                                + " padding or a larger input would fit",
                        MAPS),
                refused(
                        DepthwiseConv2d.of(3, 1, Padding.SAME),
                        "Expected a stack of maps (height×width×channels), found a vector of 5; this layer belongs before"
                                + " the flattening or global pooling",
                        VECTOR),
                refused(
                        new DepthwiseConv2d(1024, Size.square(1), Size.square(1), Padding.VALID, Size.square(1), false),
                        "This layer would make 3072000000 channels, more than the 2147483647 that can be; with 3000000"
                                + " input channels a multiplier of at most 715 would work",
                        Shape.maps(1, 1, 3_000_000)),
                refused(
                        MaxPool.of(2, 2, Padding.of(2)),
                        "With padding 2 some 2×2 windows would meet padding alone; padding of at most 1,1 (one less than the"
                                + " kernel) would work",
                        MAPS),
                refused(
                        new AveragePool(new Size(3, 5), Size.square(1), Padding.of(0, 0, 3, 0), Rounding.FLOOR, true),
                        "With padding 0,0,3,0 some 3×5 windows would meet padding alone; padding of at most 2,4 (one less than"
                                + " the kernel) would work",
                        MAPS),
                refused(
                        GlobalAveragePool.toVector(),
                        "Expected a stack of maps (height×width×channels), found a vector of 5; this layer belongs before"
                                + " the flattening or global pooling",
                        VECTOR),
                refused(
                        new Add(),
                        "Add needs inputs of one shape, found 4×6×3 and 5; a projection shortcut (a 1×1 convolution with"
                                + " the same channels and stride) makes them fit",
                        MAPS,
                        VECTOR),
                refused(
                        new Concat(),
                        "Concatenation needs inputs of one height and width, found 4×6×3 and 2×3×3; branches with the"
                                + " same strides and with padding \"same\" would fit",
                        MAPS,
                        Shape.maps(2, 3, 3)),
                refused(
                        new Concat(),
                        "Concatenation needs inputs of one height and width, found 1×1×5 and 5; branches with the same"
                                + " strides and with padding \"same\" would fit",
                        Shape.maps(1, 1, 5),
                        VECTOR),
                refused(
                        new Concat(),
                        "This layer would make 4294967294 channels, more than the 2147483647 that can be; fewer or"
                                + " narrower inputs would work",
                        Shape.vector(Integer.MAX_VALUE),
                        Shape.vector(Integer.MAX_VALUE)),
                refused(
                        Dense.of(10),
                        "Expected a vector, found maps of 4×6×3; put a Flatten or a Global average pooling before this"
                                + " layer",
                        MAPS),
                refused(
                        new Flatten(),
                        "This layer would make 17179869184 values, more than the 2147483647 that can be; a pooling before"
                                + " it, or a smaller picture, would work",
                        Shape.maps(16_384, 16_384, 64)),
                refused(
                        ZeroPad.toChannels(2),
                        "Zero padding cannot reduce 3 channels to 2; 0 (leave them) or at least 3 would work",
                        MAPS),
                refused(
                        ZeroPad.around(Padding.of(1)),
                        "This layer would make 2147483649 rows or columns, more than the 2147483647 that can be; less"
                                + " padding would work",
                        Shape.maps(1, Integer.MAX_VALUE, 1)),
                refused(
                        new Multiply(),
                        "Multiply needs inputs of the first one's shape, or with one value for each of its channels, found"
                                + " 1×1×3 and 4×6×3; the larger one first would work",
                        Shape.maps(1, 1, 3),
                        MAPS),
                refused(
                        new Subtract(),
                        "Subtract needs inputs of the first one's shape, or with one value for each of its channels, found"
                                + " 4×6×3 and 5",
                        MAPS,
                        VECTOR),
                refused(
                        new ChannelShuffle(2),
                        "The 3 channels cannot be split into 2 equal groups; a divisor of 3 would work",
                        MAPS),
                refused(
                        new Unflatten(new Size(2, 1)),
                        "The 5 values cannot be laid out as maps of 2×1; a height and width whose product divides 5 would"
                                + " work",
                        VECTOR),
                refused(
                        LocalResponseNorm.standard(),
                        "Expected a stack of maps (height×width×channels), found a vector of 5; this layer belongs before"
                                + " the flattening or global pooling",
                        VECTOR));
    }

    private static Arguments refused(Operation operation, String sentence, Shape... inputs) {
        return Arguments.of(operation, List.of(inputs), sentence);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void inputsThatDoNotFitAreRefusedWithASentence(Operation operation, List<Shape> inputs, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidShape.class, () -> operation.infer(inputs)).getMessage());
    }

    @Test
    void paddingThatMeansNothingIsRefused() {
        assertEquals(
                "padding: expected explicit margins, found \"same\", which means nothing without a window; 1 or 0,0,1,1"
                        + " would work",
                assertThrows(InvalidAttribute.class, () -> ZeroPad.around(Padding.SAME))
                        .getMessage());
    }

    @Test
    void anOperationOutOfRangeCannotBeMade() {
        assertEquals(
                "channels: expected a whole number from 1 to 65536, found \"0\"",
                assertThrows(InvalidAttribute.class, () -> Conv2d.of(0, 3, 1, Padding.SAME, true))
                        .getMessage());
        assertThrows(InvalidAttribute.class, () -> MaxPool.of(3, 0, Padding.SAME));
        assertThrows(InvalidAttribute.class, () -> DepthwiseConv2d.of(3, 1, Padding.of(-1)));
        assertThrows(InvalidAttribute.class, () -> Dense.of(-5));
        assertThrows(InvalidAttribute.class, () -> new Dropout(Double.NaN));
        assertThrows(InvalidAttribute.class, () -> BatchNorm.of(0));
        assertThrows(InvalidAttribute.class, () -> Input.of(Shape.maps(20_000, 20_000, 3)));
    }

    @Test
    void aCostBeyondCountingIsADiagnosticOfThatNodeAndNotAWrongNumber() {
        GraphBuilder builder = new GraphBuilder();
        String last = builder.add("picture", Input.of(Shape.maps(16_384, 16_384, 65_536)));
        builder.add("huge", Conv2d.of(65_536, 255, 1, Padding.SAME, true), last);

        Analysis analysis = Analysis.of(builder.build());

        assertEquals(1, analysis.diagnostics().size());
        Diagnostic diagnostic = analysis.diagnostics().get(0);
        assertEquals("huge", diagnostic.node());
        assertTrue(diagnostic.message().contains("larger than can be counted"), diagnostic.message());
        assertThrows(
                ArithmeticException.class, () -> Shape.maps(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .elements());
    }
}
