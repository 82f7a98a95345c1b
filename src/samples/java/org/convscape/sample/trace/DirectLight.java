package org.convscape.sample.trace;

/** The light that reaches a point straight from the sun and the lamps, each asked at one random place. */
final class DirectLight {
    private static final double OFFSET = 1e-4;

    private final Scene scene;

    DirectLight(Scene scene) {
        this.scene = scene;
    }

    /** A place on a surface, its normal, the direction from which it is looked at, and how rough its coat is. */
    record Point(Vec place, Vec normal, Vec arriving, double roughness) {

        /** The share of light from a direction that a white matt body gives back. */
        double scattered(Vec direction) {
            return Math.max(0, normal.dot(direction)) / Math.PI;
        }

        /** The share that a rough mirror sends to the viewer (GGX, without its Fresnel term). */
        double mirrored(Vec direction) {
            double cosine = normal.dot(direction);
            double alpha = Math.max(1e-3, roughness * roughness);
            double seen = Math.max(1e-3, -arriving.dot(normal));
            double facet = Math.max(0, direction.minus(arriving).unit().dot(normal));
            double spread = facet * facet * (alpha * alpha - 1) + 1;
            double density = alpha * alpha / (Math.PI * spread * spread);
            double half = alpha / 2;
            double visible = cosine * seen / ((cosine * (1 - half) + half) * (seen * (1 - half) + half));
            return density * visible / (4 * seen);
        }
    }

    /** The light towards the viewer from a body that scatters and a coat that mirrors the given shares. */
    Vec at(Point point, Vec scattering, Vec mirroring, Dice dice) {
        boolean asks = scattering.peak() > 0 || mirroring.peak() > 0;
        Vec start = point.place().along(point.normal(), OFFSET);
        Vec sum = Vec.ZERO;
        Sun sun = scene.sun();
        if (sun != null && asks) {
            Vec direction = Directions.cone(sun.direction(), sun.radius(), dice.next(), dice.next());
            Vec share = share(point, direction, scattering, mirroring);
            if (share.peak() > 0 && scene.clear(start, direction, 1e9)) {
                sum = sum.plus(sun.strength().times(share));
            }
        }
        for (Lamp lamp : scene.lamps()) {
            Vec place = lamp.corner().along(lamp.edgeU(), dice.next()).along(lamp.edgeV(), dice.next());
            Vec way = place.minus(start);
            double distance = way.length();
            Vec direction = way.times(1 / distance);
            double facing = Math.abs(lamp.normal().dot(direction)) * lamp.area() / (distance * distance);
            Vec share = asks ? share(point, direction, scattering, mirroring).times(facing) : Vec.ZERO;
            if (share.peak() > 1e-5 && scene.clear(start, direction, distance * (1 - 1e-4))) {
                sum = sum.plus(lamp.light().times(share));
            }
        }
        return sum;
    }

    private static Vec share(Point point, Vec direction, Vec scattering, Vec mirroring) {
        if (point.normal().dot(direction) <= 0) {
            return Vec.ZERO;
        }
        Vec scattered = scattering.times(point.scattered(direction));
        return mirroring.peak() > 0 ? scattered.plus(mirroring.times(point.mirrored(direction))) : scattered;
    }
}
