package org.convscape.analysis;

/** Sums and products that stay at 2^63 - 1 where they would wrap around: a count is then "at least" that. */
public final class Bounded {
    private Bounded() {}

    /** The sum; what is taken off beyond -2^63 stays there likewise. */
    public static long plus(long left, long right) {
        long sum = left + right;
        return wrapped(left, right, sum) ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /** True when the sum of the two is what {@link #plus} gives, and not only its bound. */
    static boolean holds(long left, long right) {
        return !wrapped(left, right, left + right);
    }

    private static boolean wrapped(long left, long right, long sum) {
        return ((left ^ sum) & (right ^ sum)) < 0;
    }

    /** The product; the right factor is a quantity, and so never negative. */
    static long times(long coefficient, long quantity) {
        long high = Math.multiplyHigh(coefficient, quantity);
        long low = coefficient * quantity;
        return high == low >> 63 ? low : Long.MAX_VALUE;
    }
}
