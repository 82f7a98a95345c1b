package org.convscape.sample.trace;

import java.util.stream.IntStream;

/**
 * Takes the grain out of a traced picture: each pixel becomes a weighted mean of the pixels around it whose
 * neighbourhoods look alike within the noise that was measured (non-local means after Rousselle, Knaus and Zwicker
 * 2012). Where the picture is clean, nothing is alike enough, and nothing changes.
 */
final class Denoiser {
    /** Pixels further away than this have no influence on a pixel. */
    static final int REACH = 14;

    private static final int SEARCH = 7;
    private static final int PATCH = 2;
    private static final int VARIANCE_BLUR = 2;
    private static final double STRENGTH = 0.7;

    private final Exposed exposed;
    private final int width;
    private final int height;
    private final double[][] variance = new double[3][];

    private Denoiser(Exposed exposed) {
        this.exposed = exposed;
        this.width = exposed.width();
        this.height = exposed.height();
        for (int plane = 0; plane < 3; plane++) {
            double[] squares = exposed.halfDifference()[plane].clone();
            for (int i = 0; i < squares.length; i++) {
                squares[i] *= squares[i];
            }
            variance[plane] = blurred(squares, VARIANCE_BLUR);
        }
    }

    /** The clean light of each pixel, as red, green and blue planes. */
    static double[][] clean(Exposed exposed) {
        return new Denoiser(exposed).clean();
    }

    private double[][] clean() {
        double[][] sum = new double[3][width * height];
        double[] weights = new double[width * height];
        for (int down = -SEARCH; down <= SEARCH; down++) {
            for (int right = -SEARCH; right <= SEARCH; right++) {
                add(right, down, sum, weights);
            }
        }
        for (double[] plane : sum) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] /= weights[i];
            }
        }
        return sum;
    }

    /** Adds to every pixel its share of the neighbour that lies at an offset from it. */
    private void add(int right, int down, double[][] sum, double[] weights) {
        double[] distance = new double[width * height];
        rows().forEach(row -> {
            for (int column = 0; column < width; column++) {
                int here = row * width + column;
                distance[here] = inside(row + down, column + right) ? distance(here, here + down * width + right) : 1e6;
            }
        });
        double[] patches = blurred(distance, PATCH);
        rows().forEach(row -> {
            for (int column = 0; column < width; column++) {
                if (!inside(row + down, column + right)) {
                    continue;
                }
                int here = row * width + column;
                double weight = StrictMath.exp(-Math.max(0, patches[here]));
                weights[here] += weight;
                for (int plane = 0; plane < 3; plane++) {
                    sum[plane][here] += weight * exposed.mean()[plane][here + down * width + right];
                }
            }
        });
    }

    private IntStream rows() {
        return IntStream.range(0, height).parallel();
    }

    private boolean inside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    /** How far two pixels lie apart beyond what noise explains, in units of that noise. */
    private double distance(int here, int there) {
        double sum = 0;
        for (int plane = 0; plane < 3; plane++) {
            double difference = exposed.mean()[plane][here] - exposed.mean()[plane][there];
            double own = variance[plane][here];
            double other = variance[plane][there];
            double explained = own + Math.min(own, other);
            sum += (difference * difference - explained) / (1e-7 + STRENGTH * STRENGTH * (own + other));
        }
        return sum / 3;
    }

    /** The mean over a square of side 2 {@code radius} + 1, smaller at the borders. */
    private double[] blurred(double[] plane, int radius) {
        double[] across = new double[plane.length];
        rows().forEach(row -> {
            for (int column = 0; column < width; column++) {
                across[row * width + column] = mean(plane, row * width, 1, column, width, radius);
            }
        });
        double[] both = new double[plane.length];
        rows().forEach(row -> {
            for (int column = 0; column < width; column++) {
                both[row * width + column] = mean(across, column, width, row, height, radius);
            }
        });
        return both;
    }

    private static double mean(double[] plane, int start, int step, int at, int length, int radius) {
        int from = Math.max(0, at - radius);
        int to = Math.min(length - 1, at + radius);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += plane[start + i * step];
        }
        return sum / (to - from + 1);
    }
}
