package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.ReferenceMath;
import org.convscape.op.Afterwards;
import org.convscape.op.FusedMath;
import org.convscape.op.Placement;
import org.convscape.op.Pointwise;
import org.convscape.op.TensorMath;
import org.convscape.op.Window;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * oneDNN called itself: what is done at once equals what is done in turn, and strange numbers pass as in plain loops.
 */
class DirectMathTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Nd4jBackend backend = new Nd4jBackend();
    private final TensorMath<INDArray> math = backend.math();
    private final FusedMath<INDArray> fused = backend.fused().orElseThrow();

    @AfterEach
    void free() {
        backend.close();
    }

    private static Tensor random(int... dimensions) {
        Random random = new Random(dimensions.length);
        Tensor tensor = Tensor.zeros(dimensions);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private INDArray weight(int... dimensions) {
        return backend.uploadWeight(random(dimensions));
    }

    private static Placement window(int kernel, int stride, Padding padding, int height, int width) {
        return Window.of(Size.square(kernel), Size.square(stride), padding).over(height, width);
    }

    @Test
    void aConvolutionHasTheBitsThatNd4jsOwnOperationHas() {
        Placement window = window(3, 1, Padding.SAME, 56, 56);
        try (Nd4jBackend operations = new Nd4jBackend(Way.OPERATIONS)) {
            assertArrayEquals(convolve(operations, window), convolve(backend, window));
        }
    }

    private static float[] convolve(Nd4jBackend backend, Placement window) {
        INDArray input = backend.upload(random(56, 56, 64));
        INDArray kernel = backend.uploadWeight(random(3, 3, 64, 64));
        return backend.download(backend.math().convolve(input, kernel, null, window, 1))
                .values();
    }

    @Test
    void whatFollowsAConvolutionIsDoneAtOnceOrInTurnAlike() {
        Placement window = window(3, 2, Padding.of(1, 0, 1, 2), 13, 11);
        INDArray input = backend.upload(random(13, 11, 32));
        for (int groups : new int[] {1, 2, 4}) {
            for (INDArray bias : new INDArray[] {null, weight(64)}) {
                INDArray kernel = weight(3, 3, 32 / groups, 64);
                assertEndsAlike(
                        () -> math.convolve(input, kernel, bias, window, groups),
                        endings -> fused.convolve(input, kernel, bias, window, groups, endings));
            }
        }
    }

    @Test
    void whatFollowsADepthwiseConvolutionIsDoneAtOnceOrInTurnAlike() {
        Placement window = window(3, 1, Padding.SAME, 9, 7);
        INDArray input = backend.upload(random(9, 7, 20));
        for (int multiplier : new int[] {1, 2}) {
            INDArray kernel = weight(3, 3, 20, multiplier);
            INDArray bias = weight(20 * multiplier);
            assertEndsAlike(
                    () -> math.convolveDepthwise(input, kernel, bias, window),
                    endings -> fused.convolveDepthwise(input, kernel, bias, window, endings));
        }
    }

    @Test
    void whatFollowsAProductIsDoneAtOnceOrInTurnAlike() {
        INDArray input = backend.upload(random(40));
        INDArray kernel = weight(40, 30);
        INDArray bias = weight(30);
        assertEndsAlike(
                () -> math.multiply(input, kernel, bias), endings -> fused.multiply(input, kernel, bias, endings));
    }

    private void assertEndsAlike(Supplier<INDArray> alone, Function<List<Afterwards<INDArray>>, INDArray> atOnce) {
        INDArray first = other(alone.get(), 0.7);
        INDArray second = other(alone.get(), -1.1);
        Afterwards<INDArray> sum = new Afterwards<>(new Pointwise.Sum(), List.of(first));
        Afterwards<INDArray> sums = new Afterwards<>(new Pointwise.Sum(), List.of(second, first));
        Afterwards<INDArray> relu = new Afterwards<>(new Pointwise.Limit(0, INFINITY), List.of());
        Afterwards<INDArray> relu6 = new Afterwards<>(new Pointwise.Limit(0, 6), List.of());
        for (List<Afterwards<INDArray>> endings :
                List.of(List.of(relu), List.of(sum, relu), List.of(relu6, sums, relu), List.of(sums))) {
            INDArray expected = alone.get();
            for (Afterwards<INDArray> each : endings) {
                if (each.what() instanceof Pointwise.Limit limit) {
                    expected = math.clip(expected, limit.low(), limit.high());
                }
                for (INDArray other : each.others()) {
                    expected = math.add(expected, other);
                }
            }
            EngineAgreementTest.assertClose(
                    backend.download(expected),
                    backend.download(atOnce.apply(endings)),
                    endings.stream().map(Afterwards::what).toList() + " " + alone);
        }
    }

    private INDArray other(INDArray like, double factor) {
        return math.scale(like, factor);
    }

    @Test
    void anInfinityPassesAsInPlainLoops() {
        Tensor input = random(6, 6, 16);
        input.values()[200] = Float.POSITIVE_INFINITY;
        Tensor kernel = random(3, 3, 16, 16);
        Placement window = window(3, 1, Padding.SAME, 6, 6);
        INDArray here = backend.upload(input);
        INDArray weight = backend.uploadWeight(kernel);
        ReferenceMath loops = new ReferenceMath();
        Tensor convolved = loops.convolve(input, kernel, null, window, 1);
        List<Afterwards<INDArray>> relu = List.of(new Afterwards<>(new Pointwise.Limit(0, INFINITY), List.of()));

        assertSameKinds(loops.clip(input, 0, INFINITY), math.clip(here, 0, INFINITY), "ReLU");
        assertSameKinds(loops.clip(input, 0, 6), math.clip(here, 0, 6), "ReLU6");
        assertSameKinds(loops.poolMaximum(input, window), math.poolMaximum(here, window), "maximum");
        assertSameKinds(convolved, math.convolve(here, weight, null, window, 1), "convolution");
        assertSameKinds(
                loops.clip(convolved, 0, INFINITY),
                fused.convolve(here, weight, null, window, 1, relu),
                "convolution with ReLU");
    }

    @Test
    void whatIsNoNumberStaysNoneInSumsOfProducts() {
        Tensor input = random(6, 6, 16);
        input.values()[5] = Float.NaN;
        Tensor kernel = random(3, 3, 16, 16);
        Placement window = window(3, 1, Padding.SAME, 6, 6);
        INDArray here = backend.upload(input);
        ReferenceMath loops = new ReferenceMath();

        assertSameKinds(loops.add(input, input), math.add(here, here), "sum");
        assertSameKinds(loops.poolAverage(input, window, false), math.poolAverage(here, window, false), "mean");
        assertSameKinds(
                loops.convolve(input, kernel, null, window, 1),
                math.convolve(here, backend.uploadWeight(kernel), null, window, 1),
                "convolution");
    }

    /** The same values are no numbers, and the same are infinite. */
    private void assertSameKinds(Tensor expected, INDArray actual, String message) {
        Tensor values = backend.download(actual);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(kind(expected.values()[i]), kind(values.values()[i]), message + ", value " + i);
        }
    }

    private static String kind(float value) {
        return Float.isFinite(value) ? "finite" : Float.toString(value);
    }
}
