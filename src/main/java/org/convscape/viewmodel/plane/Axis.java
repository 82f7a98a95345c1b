package org.convscape.viewmodel.plane;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A width that can be turned.
 *
 * @param name of the attribute; {@code in} for the channels that enter
 * @param label as a person reads it
 * @param now its value in the network
 */
public record Axis(String name, String label, int now, int minimum, int maximum) {
    private static final int STEPS = 16;

    /**
     * Values from nearly nothing to twice what it is now, with its half, itself and its double where they are whole.
     */
    List<String> values() {
        int step = Math.max(1, now / (STEPS / 2));
        return multiples(step, STEPS);
    }

    /** A few multiples of what it is now, for widths that go only in large steps. */
    List<String> wholeMultiples() {
        return multiples(Math.max(1, now), STEPS / 2);
    }

    private List<String> multiples(int step, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToLong(times -> (long) step * times)
                .filter(value -> value >= minimum && value <= Math.min(maximum, 1 << 16))
                .mapToObj(Long::toString)
                .toList();
    }
}
