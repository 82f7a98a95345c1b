package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.ReferenceMath;
import org.convscape.op.Placement;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class Nd4jBackendTest {

    private final Nd4jBackend backend = new Nd4jBackend();

    @AfterEach
    void free() {
        backend.close();
    }

    private static Tensor random(int... dimensions) {
        Random random = new Random(5);
        Tensor tensor = Tensor.zeros(dimensions);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    @Test
    void whatGoesUpComesDown() {
        Tensor maps = random(3, 4, 5);
        Tensor vector = random(7);

        assertArrayEquals(maps.values(), backend.download(backend.upload(maps)).values());
        assertEquals(Shape.maps(3, 4, 5), backend.download(backend.upload(maps)).shape());
        assertEquals(Shape.vector(7), backend.download(backend.upload(vector)).shape());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void kernelsTimesFactorsAreTheProductsBitForBit(Way way) {
        try (Nd4jBackend each = new Nd4jBackend(way)) {
            for (int[] dimensions : new int[][] {{3, 3, 16, 32}, {3, 3, 5, 2}, {7, 3}, {1, 1, 1, 4}, {1, 1, 1, 1}}) {
                Tensor kernel = random(dimensions);
                int channels =
                        dimensions[dimensions.length - 1] * (dimensions.length == 4 && dimensions[2] == 5 ? 5 : 1);
                float[] factors = random(channels).values();
                Tensor expected = kernel.timesChannels(factors);
                INDArray weight = each.uploadWeight(kernel);

                INDArray beside = each.scaledWeight(weight, factors, true);
                assertArrayEquals(kernel.values(), weight.dup().data().asFloat());
                INDArray inPlace = each.scaledWeight(weight, factors, false);

                assertArrayEquals(expected.values(), beside.data().asFloat());
                assertArrayEquals(expected.values(), inPlace.data().asFloat());
                assertArrayEquals(
                        expected.dimensions(),
                        Arrays.stream(beside.shape()).mapToInt(Math::toIntExact).toArray());
            }
        }
    }

    @Test
    void aKernelThatLiesAsAConvolutionWantedItIsScaledAsItWasGiven() {
        Tensor kernel = random(3, 3, 16, 32);
        float[] factors = random(32).values();
        INDArray weight = backend.uploadWeight(kernel);
        Placement window =
                Window.of(Size.square(3), Size.square(1), Padding.SAME).over(8, 8);
        backend.release(backend.math().convolve(backend.upload(random(8, 8, 16)), weight, null, window, 1));

        INDArray scaled = backend.scaledWeight(weight, factors, true);

        assertArrayEquals(kernel.timesChannels(factors).values(), scaled.data().asFloat());
    }

    @Test
    void releasedMemoryIsUsedAgainForTheSameShapeAndFreedAtTheEnd() {
        INDArray first = backend.upload(random(3, 4, 5));
        backend.release(first);

        assertNotSame(first, backend.upload(random(4, 3, 5)));
        assertSame(first, backend.upload(random(3, 4, 5)));

        backend.release(first);
        assertFalse(first.wasClosed());
        backend.close();
        assertTrue(first.wasClosed());
    }

    @Test
    void aPoolKeepsNoMoreThanItsLimitAndFreesTheShapeThatWasNotAskedForLongest() {
        ArrayPool pool = new ArrayPool(1000);
        INDArray old = pool.take(200);
        INDArray recent = pool.take(100);

        pool.giveBack(old);
        pool.giveBack(recent);

        assertTrue(old.wasClosed());
        assertFalse(recent.wasClosed());
        assertEquals(400, pool.idleBytes());
        pool.clear();
        assertTrue(recent.wasClosed());
    }

    @Test
    void aDilatedWindowMayReachBeyondAPictureThatIsSmallerThanTheDilation() {
        Placement window = new Window(
                        Size.square(3), Size.square(1), Padding.of(6), Size.square(6), Window.Rounding.FLOOR)
                .over(4, 4);
        Tensor input = random(4, 4, 3);
        Tensor kernel = random(3, 3, 3, 2);

        assertConvolves(input, kernel, null, window, 1);
    }

    @Test
    void dilationGroupsStrideAndUnevenPaddingGoTogether() {
        for (int dilation : new int[] {2, 3, 4, 6}) {
            for (int stride : new int[] {1, 2, 3, 4}) {
                Placement window = new Window(
                                new Size(3, 2),
                                new Size(stride, 1),
                                Padding.of(dilation, 0, 1, dilation + 1),
                                Size.square(dilation),
                                Window.Rounding.FLOOR)
                        .over(17, 15);
                assertConvolves(random(17, 15, 6), random(3, 2, 3, 8), random(8), window, 2);
            }
        }
    }

    private void assertConvolves(Tensor input, Tensor kernel, Tensor bias, Placement window, int groups) {
        Tensor expected = new ReferenceMath().convolve(input, kernel, bias, window, groups);
        INDArray actual = backend.math()
                .convolve(
                        backend.upload(input),
                        backend.uploadWeight(kernel),
                        bias == null ? null : backend.uploadWeight(bias),
                        window,
                        groups);
        EngineAgreementTest.assertClose(expected, backend.download(actual), window.toString());
    }
}
