package org.convscape.sample.trace;

/**
 * The random numbers of one sample of one pixel. The first ones of each sample spread evenly over all samples of the
 * pixel (multiples of an irrational number, shifted at random), which takes most of the noise away; later ones are
 * independent.
 */
final class Dice {
    private static final int SPREAD = 24;
    private static final double[] STEP = steps();

    private final long pixel;
    private final int sample;
    private int drawn;
    private long state;

    Dice(int column, int row, int sample) {
        this.pixel = column * 1_000_003L + row;
        this.sample = sample;
        this.state = (pixel * 4096 + sample) * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    }

    /** A number from 0 to below 1. */
    double next() {
        if (drawn < SPREAD) {
            double shifted = Noise.hash(pixel, drawn, 77) + sample * STEP[drawn];
            drawn++;
            return shifted - Math.floor(shifted);
        }
        // SplitMix64 (Steele, Lea, Flood 2014).
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
    }

    private static double[] steps() {
        double[] steps = new double[SPREAD];
        int prime = 2;
        for (int i = 0; i < SPREAD; i++) {
            double root = Math.sqrt(prime);
            steps[i] = root - Math.floor(root);
            do {
                prime++;
            } while (!isPrime(prime));
        }
        return steps;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
