package org.convscape.sample.trace;

/**
 * A part of a picture as light, not yet developed: the mean of all samples of each pixel, and half the difference
 * between the means of the even and of the odd samples, which tells how noisy the mean is. Red, green and blue planes.
 */
record Exposed(int width, int height, double[][] mean, double[][] halfDifference) {

    static Exposed empty(int width, int height) {
        return new Exposed(width, height, new double[3][width * height], new double[3][width * height]);
    }

    void set(int index, Vec even, Vec odd) {
        for (int plane = 0; plane < 3; plane++) {
            mean[plane][index] = (even.axis(plane) + odd.axis(plane)) / 2;
            halfDifference[plane][index] = (even.axis(plane) - odd.axis(plane)) / 2;
        }
    }
}
