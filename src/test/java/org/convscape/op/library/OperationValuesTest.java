package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.CountingMath;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Operation;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Negate;
import org.junit.jupiter.api.Test;

/** What an operation makes of its attributes, where shape and cost alone would not tell; worked out by hand. */
class OperationValuesTest {
    private final CountingMath math = new CountingMath();

    private Tensor run(Operation operation, Map<String, Tensor> weights, Tensor... inputs) {
        return operation.forward(math, List.of(inputs), OperationCase.asWeights(weights));
    }

    private static Tensor maps(int height, int width, int channels, float... values) {
        return Tensor.of(Shape.maps(height, width, channels), values);
    }

    private static Tensor vector(float... values) {
        return Tensor.of(Shape.vector(values.length), values);
    }

    @Test
    void theShortcutWithoutWeightsTakesEverySecondPixelAndCentresItsChannels() {
        Tensor input = maps(3, 3, 2, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70, 8, 80, 9, 90);

        Tensor subsampled = run(MaxPool.of(1, 2, Padding.VALID), Map.of(), input);
        assertArrayEquals(new float[] {1, 10, 3, 30, 7, 70, 9, 90}, subsampled.values());

        Tensor pixel = maps(1, 1, 2, 3, 30);
        assertArrayEquals(
                new float[] {0, 3, 30, 0},
                run(ZeroPad.toChannels(4), Map.of(), pixel).values());
        assertArrayEquals(
                new float[] {0, 3, 30, 0, 0},
                run(ZeroPad.toChannels(5), Map.of(), pixel).values(),
                "the smaller half comes first");
    }

    @Test
    void marginsOfZerosLieWhereTheyAreAskedFor() {
        Tensor padded = run(ZeroPad.around(Padding.of(1, 0, 0, 2)), Map.of(), maps(1, 2, 1, 5, 6));

        assertEquals(Shape.maps(2, 4, 1), padded.shape());
        assertArrayEquals(new float[] {0, 0, 0, 0, 5, 6, 0, 0}, padded.values());
    }

    @Test
    void flatteningKeepsChannelsTogether() {
        Tensor flat = run(new Flatten(), Map.of(), maps(2, 1, 2, 1, 2, 3, 4));

        assertEquals(Shape.vector(4), flat.shape());
        assertArrayEquals(new float[] {1, 2, 3, 4}, flat.values());
    }

    @Test
    void batchNormalisationWithoutScaleHasNoGamma() {
        Map<String, Tensor> weights = Map.of("beta", vector(1, 0), "mean", vector(2, 0), "variance", vector(0.25f, 3));

        assertArrayEquals(
                new float[] {1 + (4 - 2) / (float) Math.sqrt(1.25), 6 / 2f},
                run(new BatchNorm(1, false), weights, vector(4, 6)).values(),
                1e-6f);
    }

    @Test
    void rectifiersDifferAboveSix() {
        Tensor values = vector(-1, 0.5f, 6, 7);

        assertArrayEquals(
                new float[] {0, 0.5f, 6, 7}, run(new Relu(), Map.of(), values).values());
        assertArrayEquals(
                new float[] {0, 0.5f, 6, 6}, run(new Relu6(), Map.of(), values).values());
    }

    @Test
    void leakingRectifiersKeepAPartOfWhatIsNegative() {
        Tensor values = maps(1, 2, 2, -2, -4, 0, 3);

        assertArrayEquals(
                new float[] {-0.5f, -1, 0, 3},
                run(new LeakyRelu(0.25), Map.of(), values).values());
        assertArrayEquals(
                new float[] {-1, 4, 0, 3},
                run(new PRelu(false), Map.of("slope", vector(0.5f, -1)), values).values());
        assertArrayEquals(
                new float[] {-1, -2, 0, 3},
                run(new PRelu(true), Map.of("slope", vector(0.5f)), values).values());
    }

    @Test
    void gatesLieBetweenZeroAndOneAndSwishesFollowThem() {
        Tensor values = vector(-4, -1.5f, 0, 1.5f, 6);

        assertArrayEquals(
                new float[] {0.01798621f, 0.18242552f, 0.5f, 0.81757448f, 0.99752738f},
                run(new Sigmoid(), Map.of(), values).values(),
                1e-7f);
        assertArrayEquals(
                new float[] {0, 0.25f, 0.5f, 0.75f, 1},
                run(new HardSigmoid(1.0 / 6, 0.5), Map.of(), values).values(),
                1e-7f);
        assertArrayEquals(
                new float[] {-0.07194484f, -0.27363828f, 0, 1.22636172f, 5.98516426f},
                run(new Swish(), Map.of(), values).values(),
                1e-6f);
        assertArrayEquals(
                new float[] {0, -0.375f, 0, 1.125f, 6},
                run(new HardSwish(), Map.of(), values).values(),
                1e-6f);
        assertArrayEquals(
                new float[] {-2, -1.5f, 0, 1, 1},
                run(new Clip(-2, 1), Map.of(), values).values());
    }

    @Test
    void oneValueForEachChannelStandsAtEveryPosition() {
        Tensor input = maps(1, 2, 2, 1, 2, 3, 4);

        for (Tensor channels : List.of(vector(10, 100), maps(1, 1, 2, 10, 100))) {
            assertArrayEquals(
                    new float[] {10, 200, 30, 400},
                    run(new Multiply(), Map.of(), input, channels).values());
            assertArrayEquals(
                    new float[] {-9, -98, -7, -96},
                    run(new Subtract(), Map.of(), input, channels).values());
        }
        assertArrayEquals(
                new float[] {1, 8, 27, 64},
                run(new Multiply(), Map.of(), input, input, input).values());
    }

    @Test
    void theLargestOfEachMapIsKept() {
        Tensor input = maps(2, 2, 2, -1, -5, -2, 7, -3, 0, -4, 1);

        assertArrayEquals(
                new float[] {-1, 7},
                run(new GlobalMaxPool(false), Map.of(), input).values());
        assertEquals(
                Shape.maps(1, 1, 2),
                run(new GlobalMaxPool(true), Map.of(), input).shape());
    }

    @Test
    void aPixelBecomesABlockAndChannelsAreReadByColumns() {
        assertArrayEquals(
                new float[] {1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2},
                run(new Upsample(new Size(2, 3)), Map.of(), maps(1, 2, 1, 1, 2)).values());
        assertArrayEquals(
                new float[] {0, 3, 1, 4, 2, 5, 10, 13, 11, 14, 12, 15},
                run(new ChannelShuffle(2), Map.of(), maps(1, 2, 6, 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15))
                        .values());
        Tensor laid = run(new Unflatten(new Size(1, 2)), Map.of(), vector(1, 2, 3, 4));
        assertEquals(Shape.maps(1, 2, 2), laid.shape());
        assertArrayEquals(new float[] {1, 2, 3, 4}, laid.values());
    }

    @Test
    void operationsThatDoNothingPassTheirInputOn() {
        Tensor input = maps(2, 2, 3, new float[12]);

        assertSame(input, run(new Dropout(0.9), Map.of(), input));
        assertSame(input, run(new Identity(), Map.of(), input));
        assertSame(input, run(new Upsample(Size.square(1)), Map.of(), input));
        assertSame(input, run(new ChannelShuffle(1), Map.of(), input));
        assertSame(input, run(new Concat(), Map.of(), input));
        assertSame(input, run(new ZeroPad(Padding.VALID, 0), Map.of(), input));
        assertSame(input, run(new ZeroPad(Padding.VALID, 3), Map.of(), input));
    }

    @Test
    void anOperationOfATestIsAnalysedCountedAndComputedLikeAnyOther() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(1, 3, 1)));
        builder.add("turned", new Negate(2, true), picture);

        NodeFacts facts = Analysis.of(builder.build()).node("turned");
        Tensor output = run(facts.node().operation(), Map.of(), maps(1, 3, 1, -2, 0.25f, 3));

        assertEquals(Shape.maps(1, 3, 1), facts.output());
        assertArrayEquals(new float[] {4, -0.5f, -1}, output.values());
        assertEquals(math.performed(), facts.cost());
    }
}
