package org.convscape.weights;

/**
 * The inverse of the standard normal distribution: Wichura 1988, algorithm AS 241, the variant PPND7, good to about
 * seven digits. It needs only strict arithmetic and StrictMath, so it gives the same bits on every machine.
 */
final class NormalQuantile {

    private static final double CENTRE = 0.425;
    private static final double CENTRE_SQUARED = 0.180625;

    private NormalQuantile() {}

    /** The value that a standard normal variable stays below with probability {@code p}, 0 &lt; p &lt; 1. */
    static double of(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRE) {
            double r = CENTRE_SQUARED - q * q;
            return q
                    * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                    / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double magnitude = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
        return q < 0 ? -magnitude : magnitude;
    }

    private static double tail(double r) {
        return (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                / ((0.12021132975 * r + 0.73700164250) * r + 1.0);
    }

    private static double farTail(double r) {
        return (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
                / ((0.012258202635 * r + 0.24197894225) * r + 1.0);
    }
}
