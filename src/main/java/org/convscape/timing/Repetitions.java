package org.convscape.timing;

/**
 * How often a network is run: first to warm up, then to measure.
 *
 * @param runs that are measured, at least one
 * @param warmUp how many runs go before; {@link #UNTIL_SETTLED} for as many as it takes
 * @param seconds within which it has to settle
 */
public record Repetitions(int runs, int warmUp, double seconds) {

    /** Warm up until the medians stop falling. */
    public static final int UNTIL_SETTLED = -1;

    /** Thirty runs, once the medians have stopped falling or half a minute is over. */
    public static final Repetitions STANDARD = new Repetitions(30, UNTIL_SETTLED, 30);

    /** Checks the ranges. */
    public Repetitions {
        if (runs < 1 || warmUp < UNTIL_SETTLED || !(seconds >= 0)) {
            throw new IllegalArgumentException("Runs must be at least 1, and warming up cannot be negative, found "
                    + runs + " and " + warmUp + " within " + seconds + " s");
        }
    }
}
