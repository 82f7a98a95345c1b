package org.convscape.sample.scene;

import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Sky;
import org.convscape.sample.trace.Vec;

/** Skies and what stands beneath them. */
final class Outdoors {
    private Outdoors() {}

    /**
     * A sky that pales towards the horizon and glows around the sun, with clouds where the noise is above {@code clear}
     * (0 half covered, 0.5 nearly none).
     */
    static Sky sky(Vec zenith, Vec horizon, Vec glow, Vec sun, double clear) {
        return direction -> {
            double height = Math.max(0, direction.y());
            Vec air = horizon.mix(zenith, 1 - StrictMath.exp(-4.2 * height));
            double toSun = Math.max(0, direction.dot(sun));
            double near = toSun * toSun * toSun * toSun;
            Vec light = air.plus(glow.times(0.25 * near + 0.6 * StrictMath.pow(near, 12)));
            return height > 0.004 ? withClouds(light, direction, glow, clear) : light;
        };
    }

    private static Vec withClouds(Vec light, Vec direction, Vec glow, double clear) {
        // The layer of clouds is flat: it crowds together towards the horizon, where it melts into the air.
        double distance = 1 / (direction.y() + 0.06);
        Vec place = new Vec(direction.x() * distance * 0.55 + 3.7, 0.4, direction.z() * distance * 1.0 + 11.2);
        double density = Noise.octaves(place, 6) + 0.35 * Noise.smooth(place.times(0.35));
        double cover = Noise.step(clear, clear + 0.55, density) * Noise.step(0.01, 0.16, direction.y());
        double thick = Noise.step(clear + 0.25, clear + 1.0, density);
        Vec bright = light.mix(Vec.ONE.times(1.05).plus(glow.times(0.18)), 0.85);
        Vec shaded = light.times(0.5).plus(new Vec(0.30, 0.31, 0.34));
        return light.mix(bright.mix(shaded, thick), 0.9 * cover);
    }

    /**
     * The direction to the sun at so many degrees above the horizon and so many to the right of straight ahead (-z).
     */
    static Vec sunAt(double elevation, double azimuth) {
        double up = elevation * Math.PI / 180;
        double right = azimuth * Math.PI / 180;
        return new Vec(
                StrictMath.cos(up) * StrictMath.sin(right),
                StrictMath.sin(up),
                -StrictMath.cos(up) * StrictMath.cos(right));
    }
}
