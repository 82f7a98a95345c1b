package org.convscape.sample.trace;

/** A triangle; its corners may carry normals of a curved surface that it stands for. */
final class Triangle implements Solid {
    private final double ax;
    private final double ay;
    private final double az;
    // The edges from corner a to corners b and c.
    private final double bx;
    private final double by;
    private final double bz;
    private final double cx;
    private final double cy;
    private final double cz;
    private final Vec[] normals;
    private final Material material;

    Triangle(Vec a, Vec edgeB, Vec edgeC, Vec[] normals, Material material) {
        ax = a.x();
        ay = a.y();
        az = a.z();
        bx = edgeB.x();
        by = edgeB.y();
        bz = edgeB.z();
        cx = edgeC.x();
        cy = edgeC.y();
        cz = edgeC.z();
        this.normals = normals;
        this.material = material;
    }

    @Override
    public Vec low() {
        return new Vec(
                ax + Math.min(0, Math.min(bx, cx)),
                ay + Math.min(0, Math.min(by, cy)),
                az + Math.min(0, Math.min(bz, cz)));
    }

    @Override
    public Vec high() {
        return new Vec(
                ax + Math.max(0, Math.max(bx, cx)),
                ay + Math.max(0, Math.max(by, cy)),
                az + Math.max(0, Math.max(bz, cz)));
    }

    /** Möller and Trumbore (1997), written out: this is where much of the time goes. */
    @Override
    public void meet(Ray ray) {
        double px = ray.dy * cz - ray.dz * cy;
        double py = ray.dz * cx - ray.dx * cz;
        double pz = ray.dx * cy - ray.dy * cx;
        double determinant = bx * px + by * py + bz * pz;
        if (determinant == 0) {
            return;
        }
        double inverse = 1 / determinant;
        double tx = ray.ox - ax;
        double ty = ray.oy - ay;
        double tz = ray.oz - az;
        double u = (tx * px + ty * py + tz * pz) * inverse;
        if (u < 0 || u > 1) {
            return;
        }
        double qx = ty * bz - tz * by;
        double qy = tz * bx - tx * bz;
        double qz = tx * by - ty * bx;
        double v = (ray.dx * qx + ray.dy * qy + ray.dz * qz) * inverse;
        if (v < 0 || u + v > 1) {
            return;
        }
        double distance = (cx * qx + cy * qy + cz * qz) * inverse;
        if (distance > PathTracer.NEAREST && distance < ray.distance) {
            ray.distance = distance;
            ray.solid = this;
            ray.u = u;
            ray.v = v;
        }
    }

    @Override
    public Vec normal(Ray ray) {
        return normals[0]
                .times(1 - ray.u - ray.v)
                .along(normals[1], ray.u)
                .along(normals[2], ray.v)
                .unit();
    }

    @Override
    public Material material() {
        return material;
    }
}
