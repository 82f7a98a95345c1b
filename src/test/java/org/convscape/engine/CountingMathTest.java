package org.convscape.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Cost;
import org.convscape.op.Placement;
import org.convscape.op.TensorMath;
import org.convscape.op.Window;
import org.convscape.op.Work;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CountingMathTest {

    private static Cost countOf(Consumer<TensorMath<Tensor>> work) {
        CountingMath math = new CountingMath();
        work.accept(math);
        return math.performed();
    }

    private static Placement window(int kernel, int stride, Padding padding) {
        return Window.of(Size.square(kernel), Size.square(stride), padding).over(6, 6);
    }

    @Test
    void paddingIsMultipliedToo() {
        Cost cost = countOf(math -> math.convolve(
                Tensor.zeros(6, 6, 4), Tensor.zeros(3, 3, 2, 8), Tensor.zeros(8), window(3, 1, Padding.SAME), 2));

        assertEquals(6 * 6 * 8 * (3 * 3 * 2), cost.of(Work.MULTIPLY_ADD));
        assertEquals(6 * 6 * 8, cost.of(Work.BIAS_ADD));
        assertEquals(2, cost.amounts().size());
    }

    @Test
    void aDepthwiseConvolutionMeetsOneChannelPerOutput() {
        Cost cost = countOf(math -> math.convolveDepthwise(
                Tensor.zeros(6, 6, 4), Tensor.zeros(3, 3, 4, 2), null, window(3, 2, Padding.of(1))));

        assertEquals(Cost.of(Work.MULTIPLY_ADD, 3 * 3 * 8 * (3 * 3)), cost);
    }

    @Test
    void poolingMeetsEveryPositionOfItsWindow() {
        Cost maximum = countOf(math -> math.poolMaximum(Tensor.zeros(6, 6, 5), window(3, 2, Padding.of(1))));
        Cost average = countOf(math -> math.poolAverage(Tensor.zeros(6, 6, 5), window(3, 2, Padding.of(1)), false));
        Cost global = countOf(math -> math.averageMaps(Tensor.zeros(6, 6, 5)));

        assertEquals(Cost.of(Work.COMPARE, 3 * 3 * 5 * 9), maximum);
        assertEquals(Cost.of(Work.WINDOW_ADD, 3 * 3 * 5 * 9).and(Work.DIVIDE, 3 * 3 * 5), average);
        assertEquals(Cost.of(Work.WINDOW_ADD, 6 * 6 * 5).and(Work.DIVIDE, 5), global);
    }

    @Test
    void whatIsDoneElementByElementIsCountedByElement() {
        Tensor ten = Tensor.zeros(10);

        assertEquals(Cost.of(Work.ADD, 10), countOf(math -> math.add(ten, ten)));
        assertEquals(Cost.of(Work.MULTIPLY, 10), countOf(math -> math.scale(ten, 2)));
        assertEquals(Cost.of(Work.COMPARE, 10), countOf(math -> math.clip(ten, 0, Double.POSITIVE_INFINITY)));
        assertEquals(Cost.of(Work.COMPARE, 20), countOf(math -> math.clip(ten, 0, 6)));
        assertEquals(Cost.of(Work.SCALE_SHIFT, 10), countOf(math -> math.normalise(ten, null, null, ten, ten, 1)));
        assertEquals(
                Cost.of(Work.MULTIPLY_ADD, 30).and(Work.BIAS_ADD, 3),
                countOf(math -> math.multiply(ten, Tensor.zeros(10, 3), Tensor.zeros(3))));
    }

    @Test
    void countingDoesNotChangeTheValues() {
        Tensor values = Tensor.of(new int[] {1, 1, 2}, new float[] {3, -4});

        assertArrayEquals(
                new ReferenceMath()
                        .normaliseAcrossChannels(values, 3, 1, 0.75, 1)
                        .values(),
                new CountingMath()
                        .normaliseAcrossChannels(values, 3, 1, 0.75, 1)
                        .values());
    }
}
