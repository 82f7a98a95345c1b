package org.convscape.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Placement;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Every expected number here was worked out by hand. */
class ReferenceMathTest {

    private final ReferenceMath math = new ReferenceMath();

    /** 1 2 3 / 4 5 6 / 7 8 9 in one channel. */
    private static final Tensor NINE = Tensor.of(Shape.maps(3, 3, 1), new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    private static Placement window(int kernel, int stride, Padding padding, Window.Rounding rounding) {
        return new Window(Size.square(kernel), Size.square(stride), padding, Size.square(1), rounding).over(3, 3);
    }

    private static Placement window(int kernel, int stride, Padding padding) {
        return window(kernel, stride, padding, Window.Rounding.FLOOR);
    }

    private static Tensor kernel(int[] dimensions, float... values) {
        return Tensor.of(dimensions, values);
    }

    @Test
    void aConvolutionDoesNotTurnTheKernelRound() {
        Tensor kernel = kernel(new int[] {2, 2, 1, 1}, 1, 10, 100, 1000);

        assertArrayEquals(
                new float[] {5421, 6532, 8754, 9865},
                math.convolve(NINE, kernel, null, window(2, 1, Padding.VALID), 1)
                        .values());
    }

    @Test
    void unevenPaddingShiftsTheConvolution() {
        Tensor kernel = kernel(new int[] {2, 2, 1, 1}, 1, 10, 100, 1000);
        Tensor bias = Tensor.of(Shape.vector(1), new float[] {0.5f});

        Tensor above = math.convolve(NINE, kernel, bias, window(2, 2, Padding.of(1, 0, 0, 1)), 1);

        assertEquals(Shape.maps(2, 2, 1), above.shape());
        assertArrayEquals(new float[] {2100.5f, 300.5f, 8754.5f, 9 * 100 + 6 + 0.5f}, above.values());
    }

    @Test
    void dilationSpreadsTheTaps() {
        Placement window = new Window(
                        Size.square(2), Size.square(1), Padding.VALID, Size.square(2), Window.Rounding.FLOOR)
                .over(3, 3);

        assertArrayEquals(
                new float[] {1 + 30 + 700 + 9000},
                math.convolve(NINE, kernel(new int[] {2, 2, 1, 1}, 1, 10, 100, 1000), null, window, 1)
                        .values());
    }

    @Test
    void groupsSeeOnlyTheirOwnChannels() {
        Tensor input = Tensor.of(Shape.maps(1, 1, 4), new float[] {1, 2, 3, 4});
        Tensor kernel = kernel(new int[] {1, 1, 2, 2}, 1, 10, 100, 1000);
        Placement window =
                Window.of(Size.square(1), Size.square(1), Padding.VALID).over(1, 1);

        assertArrayEquals(
                new float[] {1 + 200, 30 + 4000},
                math.convolve(input, kernel, null, window, 2).values());
    }

    @Test
    void aDepthwiseMultiplierPutsTheOutputsOfAChannelSideBySide() {
        Tensor input = Tensor.of(Shape.maps(1, 1, 2), new float[] {2, 3});
        Tensor kernel = kernel(new int[] {1, 1, 2, 2}, 1, 10, 100, 1000);
        Placement window =
                Window.of(Size.square(1), Size.square(1), Padding.VALID).over(1, 1);

        assertArrayEquals(
                new float[] {2, 20, 300, 3000},
                math.convolveDepthwise(input, kernel, null, window).values());
    }

    @Test
    void paddingNeverWinsAMaximum() {
        Tensor negative = math.scale(NINE, -1);

        assertArrayEquals(
                new float[] {-1, -2, -4, -5},
                math.poolMaximum(negative, window(2, 2, Padding.of(1, 1, 0, 0))).values());
    }

    @Test
    void aMeanCountsPaddingWhenAskedAndOverhangNever() {
        Placement padded = window(2, 2, Padding.of(1, 1, 0, 0));
        assertArrayEquals(
                new float[] {0.25f, 1.25f, 2.75f, 7},
                math.poolAverage(NINE, padded, true).values());
        assertArrayEquals(
                new float[] {1, 2.5f, 5.5f, 7},
                math.poolAverage(NINE, padded, false).values());

        Placement overhanging = window(2, 2, Padding.VALID, Window.Rounding.CEIL);
        assertArrayEquals(
                new float[] {3, 4.5f, 7.5f, 9},
                math.poolAverage(NINE, overhanging, true).values());
    }

    @Test
    void aWindowOnExcludedPaddingOnlyHasTheMeanZero() {
        Placement window = window(1, 2, Padding.of(1));

        assertArrayEquals(
                new float[] {0, 0, 0, 0, 5, 0, 0, 0, 0},
                math.poolAverage(
                                NINE,
                                new Window(
                                                Size.square(1),
                                                Size.square(2),
                                                Padding.of(1),
                                                Size.square(1),
                                                Window.Rounding.FLOOR)
                                        .over(3, 3),
                                false)
                        .values());
        assertEquals(new Size(3, 3), window.output());
    }

    @Test
    void normalisationUsesTheKeptStatistics() {
        Tensor input = Tensor.of(Shape.maps(1, 1, 2), new float[] {5, 7});
        Tensor gamma = Tensor.of(Shape.vector(2), new float[] {2, 3});
        Tensor beta = Tensor.of(Shape.vector(2), new float[] {1, -1});
        Tensor mean = Tensor.of(Shape.vector(2), new float[] {1, 5});
        Tensor variance = Tensor.of(Shape.vector(2), new float[] {3, 0.25f});

        assertArrayEquals(
                new float[] {5, 3 * 2 / 1.118034f - 1},
                math.normalise(input, gamma, beta, mean, variance, 1).values(),
                1e-6f);
        assertArrayEquals(
                new float[] {4 / (float) Math.sqrt(3), 4},
                math.normalise(input, null, null, mean, variance, 0).values(),
                1e-6f);
    }

    @Test
    void limitsSumsAndProductsAreElementByElement() {
        Tensor values = Tensor.of(Shape.vector(3), new float[] {-2, 3, 8});

        assertArrayEquals(
                new float[] {0, 3, 8},
                math.clip(values, 0, Double.POSITIVE_INFINITY).values());
        assertArrayEquals(new float[] {0, 3, 6}, math.clip(values, 0, 6).values());
        assertArrayEquals(new float[] {-4, 6, 16}, math.add(values, values).values());
        assertArrayEquals(new float[] {-1, 1.5f, 4}, math.scale(values, 0.5).values());
    }

    @Test
    void channelsAreConcatenatedAtEveryPosition() {
        Tensor left = Tensor.of(Shape.maps(1, 2, 2), new float[] {1, 2, 3, 4});
        Tensor right = Tensor.of(Shape.maps(1, 2, 1), new float[] {9, 8});

        Tensor joined = math.concatenate(List.of(left, right));

        assertEquals(Shape.maps(1, 2, 3), joined.shape());
        assertArrayEquals(new float[] {1, 2, 9, 3, 4, 8}, joined.values());
    }

    @Test
    void aDenseLayerMultipliesByRows() {
        Tensor input = Tensor.of(Shape.vector(2), new float[] {2, 3});
        Tensor kernel = kernel(new int[] {2, 3}, 1, 10, 100, 2, 20, 200);
        Tensor bias = Tensor.of(Shape.vector(3), new float[] {1, 1, 1});

        assertArrayEquals(
                new float[] {9, 81, 801}, math.multiply(input, kernel, bias).values());
    }

    @Test
    void softmaxSumsToOneEvenForLargeValues() {
        Tensor values = Tensor.of(Shape.vector(2), new float[] {1000, 1000 + (float) Math.log(3)});

        assertArrayEquals(new float[] {0.25f, 0.75f}, math.softmax(values).values(), 1e-5f);
    }

    @Test
    void zerosSurroundPictureAndChannels() {
        Tensor input = Tensor.of(Shape.maps(1, 1, 1), new float[] {7});

        Tensor padded = math.padZeros(input, 1, 0, 0, 1, 1, 2);

        assertEquals(Shape.maps(2, 2, 4), padded.shape());
        float[] expected = new float[16];
        expected[9] = 7;
        assertArrayEquals(expected, padded.values());
    }

    @Test
    void responseNormalisationLooksAtNeighbouringChannels() {
        Tensor input = Tensor.of(Shape.maps(1, 1, 3), new float[] {1, 2, 3});

        // Windows of three channels hold the squares 1+4, 1+4+9 and 4+9.
        assertArrayEquals(
                new float[] {1 / 7f, 2 / 16f, 3 / 15f},
                math.normaliseAcrossChannels(input, 3, 3, 1, 2).values(),
                1e-7f);
        // Of an even window the longer part comes after: 1+4, 4+9 and 9.
        assertArrayEquals(
                new float[] {1 / 5f, 2 / 13f, 3 / 9f},
                math.normaliseAcrossChannels(input, 2, 2, 1, 0).values(),
                1e-7f);
    }

    @Test
    void reshapingKeepsTheValues() {
        assertSame(NINE.values(), math.reshape(NINE, Shape.vector(9)).values());
        assertArrayEquals(new float[] {5}, math.averageMaps(NINE).values());
    }
}
