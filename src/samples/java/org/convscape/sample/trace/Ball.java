package org.convscape.sample.trace;

/** A sphere. */
record Ball(Vec centre, double radius, Material material) implements Solid {
    @Override
    public Vec low() {
        return new Vec(centre.x() - radius, centre.y() - radius, centre.z() - radius);
    }

    @Override
    public Vec high() {
        return new Vec(centre.x() + radius, centre.y() + radius, centre.z() + radius);
    }

    @Override
    public void meet(Ray ray) {
        Vec toCentre = centre.minus(ray.origin);
        double middle = toCentre.dot(ray.direction);
        double root = middle * middle - toCentre.dot(toCentre) + radius * radius;
        if (root < 0) {
            return;
        }
        double half = Math.sqrt(root);
        double distance = middle - half > PathTracer.NEAREST ? middle - half : middle + half;
        if (distance > PathTracer.NEAREST && distance < ray.distance) {
            ray.distance = distance;
            ray.solid = this;
        }
    }

    @Override
    public Vec normal(Ray ray) {
        return ray.point().minus(centre).times(1 / radius);
    }
}
