package org.convscape.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SeededWeightsTest {

    private static final WeightSpec KERNEL = WeightSpec.kernel(18, 3, 3, 2, 4);

    /** The expected values were computed apart from this program, with another implementation of the quantile. */
    @Test
    void theValuesOfASeedNodeAndNameArePinned() {
        Tensor kernel = new SeededWeights(7).get("stage1/block1/conv1", KERNEL);

        assertArrayEquals(new int[] {3, 3, 2, 4}, kernel.dimensions());
        float[] expected = {0.44216863f, -0.27145329f, -0.56143446f, 0.06997931f, 0.13516234f};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], kernel.values()[i], 2e-7f, "value " + i);
        }
        assertEquals(
                -0.0022341638f,
                new SeededWeights(8).get("stage1/block1/conv1", KERNEL).values()[0],
                2e-8f);
    }

    @Test
    void askedTwiceTheValuesAreTheSameBits() {
        assertArrayEquals(
                new SeededWeights(3).get("a", KERNEL).values(),
                new SeededWeights(3).get("a", KERNEL).values());
    }

    @Test
    void seedNodeAndNameEachChangeTheValues() {
        WeightSpec other = new WeightSpec("pointwise", KERNEL.dimensions(), KERNEL.role(), KERNEL.fanIn());
        float first = new SeededWeights(3).get("a", KERNEL).values()[0];

        assertNotEquals(first, new SeededWeights(4).get("a", KERNEL).values()[0]);
        assertNotEquals(first, new SeededWeights(3).get("b", KERNEL).values()[0]);
        assertNotEquals(first, new SeededWeights(3).get("a", other).values()[0]);
    }

    @Test
    void aKernelHasMeanZeroAndVarianceTwoOverFanIn() {
        float[] values = new SeededWeights(1)
                .get("wide", WeightSpec.kernel(1152, 3, 3, 128, 256))
                .values();
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }

        assertEquals(0, sum / values.length, 4 * Math.sqrt(2.0 / 1152 / values.length));
        assertEquals(1, squares / values.length / (2.0 / 1152), 0.01);
    }

    @Test
    void scalesAreOneHalfVariancesOneAndTheRestZero() {
        Map<WeightSpec.Role, Float> expected = Map.of(
                WeightSpec.Role.SCALE, 0.5f,
                WeightSpec.Role.RUNNING_VARIANCE, 1f,
                WeightSpec.Role.BIAS, 0f,
                WeightSpec.Role.SHIFT, 0f,
                WeightSpec.Role.RUNNING_MEAN, 0f);

        expected.forEach((role, value) -> assertEquals(
                value,
                new SeededWeights(5)
                        .get("node", WeightSpec.perChannel("x", 3, role))
                        .values()[2],
                role.name()));
    }

    @Test
    void theQuantileAgreesWithTablesOfTheNormalDistribution() {
        double[][] table = {
            {1e-15, -7.941345326},
            {1e-9, -5.997807015},
            {0.001, -3.090232306},
            {0.05, -1.644853627},
            {0.3, -0.524400513},
            {0.5, 0},
            {0.9, 1.281551566},
            {0.999999, 4.753424309}
        };
        for (double[] row : table) {
            assertEquals(row[1], NormalQuantile.of(row[0]), 2e-7 * Math.max(1, Math.abs(row[1])), "p = " + row[0]);
        }
    }
}
