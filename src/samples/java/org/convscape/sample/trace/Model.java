package org.convscape.sample.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The solids of a scene while it is being built. */
public final class Model {
    private final List<Solid> solids;
    private final Placement placement;

    private Model(List<Solid> solids, Placement placement) {
        this.solids = solids;
        this.placement = placement;
    }

    /** An empty scene. */
    public static Model empty() {
        return new Model(new ArrayList<>(), Placement.NONE);
    }

    /** The same scene, where whatever is added next is placed so. */
    public Model placed(Placement where) {
        return new Model(solids, where);
    }

    List<Solid> solids() {
        return solids;
    }

    /** A sphere. */
    public Model ball(Vec centre, double radius, Material material) {
        solids.add(new Ball(placement.point(centre), radius * placement.size(), material));
        return this;
    }

    /** A flat piece between four corners, in order around it. */
    public Model quad(Vec a, Vec b, Vec c, Vec d, Material material) {
        triangle(a, b, c, material);
        triangle(a, c, d, material);
        return this;
    }

    /** A flat piece between three corners. */
    public Model triangle(Vec a, Vec b, Vec c, Material material) {
        Vec normal = b.minus(a).cross(c.minus(a)).unit();
        triangle(new Vec[] {a, b, c}, new Vec[] {normal, normal, normal}, material);
        return this;
    }

    private void triangle(Vec[] corners, Vec[] normals, Material material) {
        Vec a = placement.point(corners[0]);
        Vec edgeB = placement.point(corners[1]).minus(a);
        Vec edgeC = placement.point(corners[2]).minus(a);
        if (edgeB.cross(edgeC).length() > 1e-14) {
            Vec[] turned = {
                placement.direction(normals[0]), placement.direction(normals[1]), placement.direction(normals[2])
            };
            solids.add(new Triangle(a, edgeB, edgeC, turned, material));
        }
    }

    /** An upright box between two opposite corners. */
    public Model box(Vec low, Vec high, Material material) {
        Vec[] corner = new Vec[8];
        for (int i = 0; i < 8; i++) {
            corner[i] = new Vec(
                    (i & 1) == 0 ? low.x() : high.x(),
                    (i & 2) == 0 ? low.y() : high.y(),
                    (i & 4) == 0 ? low.z() : high.z());
        }
        int[][] faces = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
        for (int[] face : faces) {
            quad(corner[face[0]], corner[face[1]], corner[face[2]], corner[face[3]], material);
        }
        return this;
    }

    /** A box given by its middle and its full extents. */
    public Model block(Vec middle, double width, double height, double depth, Material material) {
        Vec half = new Vec(width / 2, height / 2, depth / 2);
        return box(middle.minus(half), middle.plus(half), material);
    }

    /** A curved surface in {@code across} × {@code down} pieces, shaded as if it were smooth. */
    public Model surface(int across, int down, Surface surface, Material material) {
        Vec[][] points = new Vec[across + 1][down + 1];
        Vec[][] normals = new Vec[across + 1][down + 1];
        for (int i = 0; i <= across; i++) {
            for (int j = 0; j <= down; j++) {
                double u = (double) i / across;
                double v = (double) j / down;
                points[i][j] = surface.at(u, v);
                normals[i][j] = normal(surface, u, v, 0.5 / across, 0.5 / down);
            }
        }
        for (int i = 0; i < across; i++) {
            for (int j = 0; j < down; j++) {
                Vec[] corners = {points[i][j], points[i + 1][j], points[i + 1][j + 1], points[i][j + 1]};
                Vec[] tilts = {normals[i][j], normals[i + 1][j], normals[i + 1][j + 1], normals[i][j + 1]};
                triangle(pick(corners, 0, 1, 2), pick(tilts, 0, 1, 2), material);
                triangle(pick(corners, 0, 2, 3), pick(tilts, 0, 2, 3), material);
            }
        }
        return this;
    }

    private static Vec[] pick(Vec[] from, int a, int b, int c) {
        return new Vec[] {from[a], from[b], from[c]};
    }

    /** At a pole, where one direction shrinks to nothing, the normal of a place nearby serves. */
    private static Vec normal(Surface surface, double u, double v, double du, double dv) {
        for (double inwards = 0; inwards <= 2; inwards++) {
            double at = v + inwards * dv * (v < 0.5 ? 1 : -1);
            Vec across = surface.at(Math.min(1, u + du), at).minus(surface.at(Math.max(0, u - du), at));
            Vec down = surface.at(u, Math.min(1, at + dv)).minus(surface.at(u, Math.max(0, at - dv)));
            Vec normal = across.cross(down);
            if (normal.length() > 1e-9 * across.length() * down.length() && normal.length() > 1e-18) {
                return normal.unit();
            }
        }
        return Vec.UP;
    }

    /** What a profile of (radius, height) points sweeps when it is turned about the vertical. */
    public Model lathe(double[][] profile, int around, Material material) {
        Curve curve = Curve.through(profile);
        int down = 6 * (profile.length - 1);
        return surface(
                around,
                down,
                (u, v) -> {
                    Vec at = curve.at(v);
                    double angle = 2 * Math.PI * u;
                    return new Vec(at.x() * StrictMath.cos(angle), at.y(), at.x() * StrictMath.sin(angle));
                },
                material);
    }

    /** A straight round bar. */
    public Model bar(Vec from, Vec to, double radius, Material material) {
        return bar(from, to, radius, radius, material);
    }

    /** A round bar that tapers from one radius to another. */
    public Model bar(Vec from, Vec to, double radiusFrom, double radiusTo, Material material) {
        Vec axis = to.minus(from).unit();
        Vec side =
                axis.cross(Math.abs(axis.y()) < 0.9 ? Vec.UP : new Vec(1, 0, 0)).unit();
        Vec other = axis.cross(side);
        return surface(
                20,
                1,
                (u, v) -> {
                    double angle = 2 * Math.PI * u;
                    double radius = radiusFrom + v * (radiusTo - radiusFrom);
                    Vec rim = side.times(StrictMath.cos(angle)).along(other, StrictMath.sin(angle));
                    return from.mix(to, v).along(rim, radius);
                },
                material);
    }

    /** The surface where a function of space is zero (negative inside), found on a grid of {@code cells} along x. */
    public Model implicit(ToDoubleFunction<Vec> field, Vec low, Vec high, int cells, Material material) {
        for (Vec[][] piece : ZeroSurface.of(field, low, high, cells)) {
            triangle(piece[0], piece[1], material);
        }
        return this;
    }
}
