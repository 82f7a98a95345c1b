package org.convscape.sample.pattern;

import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Vec;

/**
 * Sine gratings in round windows on mid-grey: six orientations, 30° apart, in the columns and four wavelengths, 32, 16,
 * 8 and 4 pixels, in the rows. What a first layer's oriented filters answer to.
 */
public final class Gratings implements Drawing {
    private static final double CELL = 128;

    @Override
    public Vec at(double x, double y) {
        int column = (int) (x / CELL);
        int row = (int) (y / CELL);
        double dx = x - (column + 0.5) * CELL;
        double dy = y - (row + 0.5) * CELL;
        double window = 1 - Noise.step(46, 58, Math.sqrt(dx * dx + dy * dy));
        double angle = Math.PI * column / 6;
        double along = dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle);
        double wavelength = 32 >> row;
        double wave = StrictMath.sin(2 * Math.PI * along / wavelength);
        return Drawing.grey(0.5 + 0.48 * window * wave);
    }
}
