package org.convscape.sample.trace;

import java.util.List;

/** All that a picture shows: solids, light and air; the sun may be null. */
public final class Scene {
    private final Hierarchy solids;
    private final Sky sky;
    private final Sun sun;
    private final List<Lamp> lamps;
    private final Haze haze;

    /** Puts a scene together; every lamp also becomes a surface that can be seen. */
    public Scene(Model model, Sky sky, Sun sun, List<Lamp> lamps, Haze haze) {
        for (Lamp lamp : lamps) {
            Vec far = lamp.corner().plus(lamp.edgeU());
            model.quad(
                    lamp.corner(),
                    far,
                    far.plus(lamp.edgeV()),
                    lamp.corner().plus(lamp.edgeV()),
                    Material.lamp(lamp.light()));
        }
        this.solids = new Hierarchy(model.solids());
        this.sky = sky;
        this.sun = sun;
        this.lamps = List.copyOf(lamps);
        this.haze = haze;
    }

    void nearest(Ray ray) {
        solids.meet(ray, false);
    }

    /** Whether nothing but clear glass stands between a point and a light so far away. */
    boolean clear(Vec from, Vec direction, double distance) {
        Ray ray = new Ray(from, direction, distance);
        solids.meet(ray, true);
        return ray.solid == null;
    }

    Sky sky() {
        return sky;
    }

    Sun sun() {
        return sun;
    }

    List<Lamp> lamps() {
        return lamps;
    }

    Haze haze() {
        return haze;
    }
}
