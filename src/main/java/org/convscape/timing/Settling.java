package org.convscape.timing;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches runs until they get no faster: takes the median of every ten, and calls them settled when two such medians in
 * a row were not clearly below the best one before them.
 */
final class Settling {
    static final int BATCH = 10;

    /** A median has fallen when it is below this share of the best one before. */
    private static final double FALLEN = 0.98;

    private static final int ENOUGH = 2;

    private final List<Double> batch = new ArrayList<>(BATCH);
    private double best = Double.POSITIVE_INFINITY;
    private int notFallen;

    /** Takes the time of the next run. */
    void add(double milliseconds) {
        batch.add(milliseconds);
        if (batch.size() == BATCH) {
            double median = Samples.of(
                            batch.stream().mapToDouble(Double::doubleValue).toArray())
                    .median();
            notFallen = median < FALLEN * best ? 0 : notFallen + 1;
            best = Math.min(best, median);
            batch.clear();
        }
    }

    /** True when the medians have stopped falling. */
    boolean settled() {
        return notFallen >= ENOUGH;
    }
}
