package org.convscape.analysis;

/** Sums and products that stay at 2^63 - 1 where they would wrap around: a count is then "at least" that. */
final class Bounded {
    private Bounded() {}

    static long plus(long left, long right) {
        long sum = left + right;
        boolean wrapped = ((left ^ sum) & (right ^ sum)) < 0;
        return wrapped ? Long.MAX_VALUE : sum;
    }

    /** The product; the right factor is a quantity, and so never negative. */
    static long times(long coefficient, long quantity) {
        long high = Math.multiplyHigh(coefficient, quantity);
        long low = coefficient * quantity;
        return high == low >> 63 ? low : Long.MAX_VALUE;
    }
}
