package org.convscape.sample.pattern;

import org.convscape.sample.trace.Vec;

/**
 * Rings that grow finer outwards until, at the middle of each edge, they are two pixels wide: every orientation and
 * every wavelength at once. Whatever skips pixels shows false rings in it.
 */
public final class ZonePlate implements Drawing {
    private final double size;

    /** A square plate of so many pixels a side. */
    public ZonePlate(int size) {
        this.size = size;
    }

    @Override
    public Vec at(double x, double y) {
        double dx = x - size / 2;
        double dy = y - size / 2;
        // The phase grows with the square of the radius; its slope reaches half a turn per pixel at the edge.
        double phase = Math.PI * (dx * dx + dy * dy) / size;
        return Drawing.grey(0.5 + 0.5 * StrictMath.cos(phase));
    }
}
