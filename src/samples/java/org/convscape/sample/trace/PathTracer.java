package org.convscape.sample.trace;

/**
 * Follows light backwards from the camera (Kajiya 1986): at every hit the lamps and the sun are asked directly, and one
 * further direction is drawn, mirrored or scattered.
 */
final class PathTracer {
    /** Hits nearer than this are the surface the ray just left. */
    static final double NEAREST = 1e-6;

    private static final double OFFSET = 1e-4;
    private static final int MOST_BOUNCES = 8;
    /** Coats smoother than this mirror lamps as things one sees; rougher ones smear them, and ask for them directly. */
    private static final double SMOOTH = 0.06;
    /** Rare bright paths are cut to this, which trades a little light for much less noise. */
    private static final double BRIGHTEST_SCATTERED = 1.5;

    private static final double BRIGHTEST_MIRRORED = 30;

    private final Scene scene;
    private final DirectLight directLight;

    PathTracer(Scene scene) {
        this.scene = scene;
        this.directLight = new DirectLight(scene);
    }

    /**
     * The light that comes along a ray. Where the first surface both mirrors and scatters, or mirrors and refracts,
     * both ways are followed, since a viewer looks straight at it; further on one is drawn.
     */
    Vec light(Ray first, Dice dice) {
        Path path = new Path(first.origin, first.direction);
        Vec collected = step(path, dice, 0);
        Path second = path.parting;
        if (second != null) {
            collected = collected.plus(follow(second, dice));
        }
        return collected.plus(follow(path, dice));
    }

    private Vec follow(Path path, Dice dice) {
        Vec collected = Vec.ZERO;
        for (int bounce = 1; bounce < MOST_BOUNCES && path.alive(); bounce++) {
            collected = collected.plus(step(path, dice, bounce));
        }
        return collected;
    }

    private Vec step(Path path, Dice dice, int bounce) {
        Ray ray = new Ray(path.origin, path.direction, Double.POSITIVE_INFINITY);
        scene.nearest(ray);
        Vec share = path.share;
        boolean scattered = path.scattered;
        Vec here = ray.solid == null ? beyond(path) : atHit(ray, path, dice, bounce);
        Vec seen = bounce == 0 ? throughHaze(ray, path, here) : here;
        return capped(share.times(seen), scattered ? BRIGHTEST_SCATTERED : BRIGHTEST_MIRRORED);
    }

    private static Vec capped(Vec light, double most) {
        double peak = light.peak();
        return peak <= most ? light : light.times(most / peak);
    }

    private Vec beyond(Path path) {
        path.end();
        Vec light = scene.sky().light(path.direction);
        Sun sun = scene.sun();
        if (sun != null
                && path.seesLights
                && path.direction.cross(sun.direction()).length() < sun.radius()
                && path.direction.dot(sun.direction()) > 0) {
            double disc = Math.PI * sun.radius() * sun.radius();
            light = light.plus(sun.strength().times(1 / disc));
        }
        return light;
    }

    /** Air between camera and hit: part of the hit's light is lost, and part of what bounces on from it. */
    private Vec throughHaze(Ray ray, Path path, Vec light) {
        if (ray.solid == null) {
            return light;
        }
        double clear = StrictMath.exp(-ray.distance / scene.haze().distance());
        path.share = path.share.times(clear);
        if (path.parting != null) {
            path.parting.share = path.parting.share.times(clear);
        }
        return light.times(clear).plus(scene.haze().colour().times(1 - clear));
    }

    private Vec atHit(Ray ray, Path path, Dice dice, int bounce) {
        Material material = ray.solid.material();
        Vec point = ray.point();
        Vec outwards = ray.solid.normal(ray);
        boolean entering = outwards.dot(path.direction) < 0;
        Vec normal = entering ? outwards : outwards.times(-1);
        if (material.relief() != null && bounce < 3) {
            normal = facing(material.relief().tilted(point, normal, material.reliefReach()), path.direction);
        }
        path.point = point;
        path.splits = bounce == 0;
        return switch (material.kind()) {
            case LAMP -> lamp(material, path);
            case GLASS, CLEAR_WATER -> glass(material, path, normal, entering, dice);
            case DEEP_WATER -> deepWater(material, path, normal, dice);
            case METAL -> metal(material, path, normal, dice);
            case COATED -> coated(material, path, normal, dice);
        };
    }

    /** A relief must not turn a surface away from who looks at it. */
    private static Vec facing(Vec tilted, Vec direction) {
        return tilted.dot(direction) < -0.01
                ? tilted
                : tilted.along(direction, -tilted.dot(direction) - 0.01).unit();
    }

    private static Vec lamp(Material material, Path path) {
        path.end();
        return path.seesLights ? material.colour().colour(path.point) : Vec.ZERO;
    }

    private static double fresnel(double reflectance, double cosine) {
        double rest = 1 - Math.min(1, Math.max(0, cosine));
        double square = rest * rest;
        return reflectance + (1 - reflectance) * square * square * rest;
    }

    private static Vec glass(Material material, Path path, Vec normal, boolean entering, Dice dice) {
        double ratio = entering ? 1 / material.refractiveIndex() : material.refractiveIndex();
        boolean sees = path.seesLights || !material.letsLightThrough();
        double cosine = -normal.dot(path.direction);
        double squared = 1 - ratio * ratio * (1 - cosine * cosine);
        double mirrored = squared < 0 ? 1 : fresnel(material.reflectance(), entering ? cosine : Math.sqrt(squared));
        Path other = path.part();
        double weight = other == null ? 1 : mirrored;
        Path mirror = other == null ? path : other;
        boolean drawn = dice.next() < mirrored;
        if (other != null || drawn) {
            mirror.turn(Directions.mirrored(mirror.direction, normal), normal, Vec.ONE.times(weight), sees);
        }
        if (other != null ? mirrored < 1 : !drawn) {
            Vec bent = path.direction.times(ratio).along(normal, ratio * cosine - Math.sqrt(squared));
            Vec tint = material.colour().colour(path.point).times(other == null ? 1 : 1 - mirrored);
            path.turn(bent.unit(), normal.times(-1), tint, sees);
        } else if (other != null) {
            path.end();
        }
        return Vec.ZERO;
    }

    private static Vec deepWater(Material material, Path path, Vec normal, Dice dice) {
        double mirrored = fresnel(material.reflectance(), -normal.dot(path.direction));
        Vec deep = material.colour().colour(path.point).times(1 - mirrored);
        Vec onwards = Directions.mirrored(path.direction, normal);
        dice.next();
        // A wave may mirror a ray into the water: there it meets the next wave and goes up.
        Vec up = onwards.y() > 0.005 ? onwards : new Vec(onwards.x(), 0.01 - 0.5 * onwards.y(), onwards.z()).unit();
        path.turn(up, Vec.UP, Vec.ONE.times(mirrored), true);
        return deep;
    }

    private Vec metal(Material material, Path path, Vec normal, Dice dice) {
        Vec colour = material.colour().colour(path.point);
        Vec direct = directLight.at(
                new DirectLight.Point(path.point, normal, path.direction, material.roughness()),
                Vec.ZERO,
                material.roughness() < SMOOTH ? Vec.ZERO : colour,
                dice);
        bounceOffFacet(material, path, normal, colour, dice);
        return direct;
    }

    private static void bounceOffFacet(Material material, Path path, Vec normal, Vec share, Dice dice) {
        Vec facet = Directions.facet(normal, material.roughness(), dice.next(), dice.next());
        Vec onwards = Directions.mirrored(path.direction, facet);
        if (onwards.dot(normal) <= 0) {
            onwards = Directions.mirrored(path.direction, normal);
        }
        boolean smooth = material.roughness() < SMOOTH;
        path.turn(onwards, normal, share, smooth);
        path.scattered |= !smooth;
    }

    private Vec coated(Material material, Path path, Vec normal, Dice dice) {
        Vec colour = material.colour().colour(path.point);
        boolean shiny = material.reflectance() > 0;
        double mirrored = shiny ? fresnel(material.reflectance(), -normal.dot(path.direction)) : 0;
        mirrored *= 1 - 0.6 * material.roughness();
        boolean glints = shiny && material.roughness() >= SMOOTH;
        Vec direct = directLight.at(
                new DirectLight.Point(path.point, normal, path.direction, material.roughness()),
                colour.times(1 - mirrored),
                glints ? Vec.ONE.times(mirrored) : Vec.ZERO,
                dice);
        Path other = shiny ? path.part() : null;
        if (other != null) {
            bounceOffFacet(material, other, normal, Vec.ONE.times(mirrored), dice);
            scatter(path, normal, colour.times(1 - mirrored), dice);
            return direct;
        }
        double chance = shiny ? Math.max(0.1, Math.min(0.9, mirrored / (mirrored + colour.peak() * 0.7 + 1e-9))) : 0;
        if (dice.next() < chance) {
            bounceOffFacet(material, path, normal, Vec.ONE.times(mirrored / chance), dice);
        } else {
            scatter(path, normal, colour.times((1 - mirrored) / (1 - chance)), dice);
        }
        return direct;
    }

    private static void scatter(Path path, Vec normal, Vec share, Dice dice) {
        path.turn(Directions.matt(normal, dice.next(), dice.next()), normal, share, false);
        path.scattered = true;
    }

    /** Where a path has come to, and what share of the light from further on will arrive. */
    private static final class Path {
        private Vec origin;
        private Vec direction;
        private Vec point;
        private Vec share = Vec.ONE;
        /** After a mirror the lamps must be seen; after a matt surface they were asked already. */
        private boolean seesLights = true;
        /**
         * Whether a matt or rough surface lies behind: what it still finds is one of many directions, and never looked
         * at.
         */
        private boolean scattered;
        /** Whether the next surface may part this path in two, and the other part then. */
        private boolean splits;

        private Path parting;

        Path(Vec origin, Vec direction) {
            this.origin = origin;
            this.direction = direction;
        }

        boolean alive() {
            return share.peak() > (scattered ? 0.03 : 0.004);
        }

        /** A second path from the same place, or null where one of two ways is to be drawn. */
        Path part() {
            if (splits) {
                parting = new Path(origin, direction);
                parting.point = point;
                parting.share = share;
            }
            return parting != null && splits ? parting : null;
        }

        void end() {
            share = Vec.ZERO;
        }

        void turn(Vec onwards, Vec side, Vec factor, boolean mirror) {
            origin = point.along(side, OFFSET);
            direction = onwards;
            share = share.times(factor);
            seesLights = mirror;
        }
    }
}
