package org.convscape.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convscape.tensor.Tensor;

/**
 * A class that a network takes for likely.
 *
 * @param index of the class, from 0
 * @param name of the class
 * @param value what the network says: a probability, or a logit
 * @param probability its share of one: the value itself, or that of a softmax over all logits
 */
public record Prediction(int index, String name, float value, double probability) {
    private static final double ROUNDING = 1e-3;

    /** The first of the names that a class goes by. */
    public String shortName() {
        return name.split(",", 2)[0];
    }

    /**
     * The likeliest classes, the likeliest first; equal ones by their numbers. Values that are no numbers come last.
     *
     * @param output a vector with one value for each class
     * @param most how many, at most
     * @throws IllegalArgumentException where there are not as many labels as classes
     */
    public static List<Prediction> top(Tensor output, int most, Labels labels) {
        float[] values = output.values();
        if (labels.names().size() != values.length) {
            throw new IllegalArgumentException("There are " + values.length + " classes, and " + labels.title()
                    + " has " + labels.names().size() + " names");
        }
        double[] probabilities = probabilities(values);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> Float.isNaN(values[i]) ? Double.POSITIVE_INFINITY : -values[i]));
        return order.stream()
                .limit(most)
                .map(i -> new Prediction(i, labels.names().get(i), values[i], probabilities[i]))
                .toList();
    }

    /** Values that are shares of one already stay; others are logits. */
    private static double[] probabilities(float[] values) {
        double sum = 0;
        boolean shares = true;
        double largest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            sum += value;
            shares &= value >= 0 && value <= 1 + ROUNDING;
            largest = Math.max(largest, value);
        }
        double[] probabilities = new double[values.length];
        boolean already = shares && Math.abs(sum - 1) < ROUNDING;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            probabilities[i] = already ? values[i] : Math.exp(values[i] - largest);
            total += probabilities[i];
        }
        for (int i = 0; i < values.length && !already; i++) {
            probabilities[i] /= total;
        }
        return probabilities;
    }
}
