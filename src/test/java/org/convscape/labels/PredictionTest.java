package org.convscape.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private static Tensor vector(float... values) {
        return Tensor.of(new int[] {values.length}, values);
    }

    @Test
    void theThousandClassesStandInTheOrderOfWordNet() {
        List<String> names = Labels.imagenet().names();

        assertEquals(1000, names.size());
        assertEquals("tench, Tinca tinca", names.get(0));
        assertEquals("tabby, tabby cat", names.get(281));
        assertEquals("toilet tissue, toilet paper, bathroom tissue", names.get(999));
        assertEquals(1001, Labels.usual(1001).orElseThrow().names().size());
        assertEquals(
                "tench, Tinca tinca", Labels.usual(1001).orElseThrow().names().get(1));
        assertTrue(Labels.usual(10).isEmpty());
        assertEquals("cat", Labels.cifar10().names().get(3));
    }

    @Test
    void logitsBecomeSharesOfOneAndSharesStay() {
        List<Prediction> logits = Prediction.top(vector(1, 3, 2), 2, Labels.numbers(3));
        double sum = Math.exp(-2) + 1 + Math.exp(-1);

        assertEquals(
                List.of("class 1", "class 2"),
                logits.stream().map(Prediction::name).toList());
        assertEquals(1 / sum, logits.get(0).probability(), 1e-12);
        assertEquals(3, logits.get(0).value());
        assertEquals(
                0.7,
                Prediction.top(vector(0.1f, 0.7f, 0.2f), 1, Labels.numbers(3))
                        .get(0)
                        .probability(),
                1e-6);
    }

    @Test
    void equalOnesGoByTheirNumbersAndWhatIsNoNumberComesLast() {
        List<Prediction> predictions = Prediction.top(vector(Float.NaN, 2, 2, 5), 9, Labels.numbers(4));

        assertEquals(
                List.of(3, 1, 2, 0), predictions.stream().map(Prediction::index).toList());
    }

    @Test
    void labelsMustBeAsManyAsClasses() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> Prediction.top(vector(1, 2), 1, Labels.cifar10()));

        assertEquals("There are 2 classes, and CIFAR-10 has 10 names", failure.getMessage());
    }
}
