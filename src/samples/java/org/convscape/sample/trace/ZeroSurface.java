package org.convscape.sample.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The surface where a function of space is zero, as triangles: one corner in each grid cell that the surface crosses,
 * at the mean of its crossings of the cell's edges ("surface nets", Gibson 1998), then moved onto the surface.
 */
final class ZeroSurface {
    private final ToDoubleFunction<Vec> field;
    private final Vec low;
    private final double cell;
    private final int[] count;
    private final double[] values;
    private final Map<Integer, Vec> corners = new HashMap<>();

    private ZeroSurface(ToDoubleFunction<Vec> field, Vec low, Vec high, int cells) {
        this.field = field;
        this.low = low;
        this.cell = (high.x() - low.x()) / cells;
        this.count = new int[] {
            cells + 1,
            (int) Math.ceil((high.y() - low.y()) / cell) + 1,
            (int) Math.ceil((high.z() - low.z()) / cell) + 1
        };
        this.values = new double[count[0] * count[1] * count[2]];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.applyAsDouble(point(i));
        }
    }

    /** Pairs of three corners and their three normals. */
    static List<Vec[][]> of(ToDoubleFunction<Vec> field, Vec low, Vec high, int cells) {
        ZeroSurface surface = new ZeroSurface(field, low, high, cells);
        int[] steps = {1, surface.count[0], surface.count[0] * surface.count[1]};
        List<Vec[][]> pieces = new ArrayList<>();
        for (int i = 0; i < surface.values.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                surface.addEdge(i, steps, axis, pieces);
            }
        }
        return pieces;
    }

    private int[] place(int index) {
        return new int[] {index % count[0], index / count[0] % count[1], index / (count[0] * count[1])};
    }

    private Vec point(int index) {
        int[] place = place(index);
        return new Vec(low.x() + cell * place[0], low.y() + cell * place[1], low.z() + cell * place[2]);
    }

    /** Where an edge of the grid crosses the surface, the four cells around it are joined by two triangles. */
    private void addEdge(int index, int[] steps, int axis, List<Vec[][]> pieces) {
        int[] place = place(index);
        int second = (axis + 1) % 3;
        int third = (axis + 2) % 3;
        boolean inside = place[axis] + 1 < count[axis]
                && place[second] > 0
                && place[third] > 0
                && place[second] + 1 < count[second]
                && place[third] + 1 < count[third];
        if (!inside || values[index] < 0 == values[index + steps[axis]] < 0) {
            return;
        }
        Vec a = corner(index, steps);
        Vec b = corner(index - steps[second], steps);
        Vec c = corner(index - steps[second] - steps[third], steps);
        Vec d = corner(index - steps[third], steps);
        pieces.add(piece(a, b, c));
        pieces.add(piece(a, c, d));
    }

    private Vec[][] piece(Vec a, Vec b, Vec c) {
        return new Vec[][] {{a, b, c}, {normal(a), normal(b), normal(c)}};
    }

    private Vec corner(int index, int[] steps) {
        Vec known = corners.get(index);
        if (known == null) {
            known = ontoSurface(meanCrossing(index, steps));
            corners.put(index, known);
        }
        return known;
    }

    private Vec meanCrossing(int index, int[] steps) {
        Vec sum = Vec.ZERO;
        int crossings = 0;
        for (int corner = 0; corner < 8; corner++) {
            int from = index + (corner & 1) * steps[0] + (corner >> 1 & 1) * steps[1] + (corner >> 2) * steps[2];
            for (int axis = 0; axis < 3; axis++) {
                int to = from + steps[axis];
                if ((corner >> axis & 1) == 0 && values[from] < 0 != values[to] < 0) {
                    sum = sum.plus(point(from).mix(point(to), values[from] / (values[from] - values[to])));
                    crossings++;
                }
            }
        }
        return sum.times(1.0 / crossings);
    }

    private Vec ontoSurface(Vec start) {
        Vec point = start;
        for (int i = 0; i < 3; i++) {
            Vec slope = slope(point);
            double steepness = slope.dot(slope);
            if (steepness > 1e-12) {
                double step = -field.applyAsDouble(point) / steepness;
                double most = 0.5 * cell / Math.sqrt(steepness);
                point = point.along(slope, Math.max(-most, Math.min(most, step)));
            }
        }
        return point;
    }

    private Vec normal(Vec point) {
        Vec slope = slope(point);
        return slope.length() > 1e-12 ? slope.unit() : Vec.UP;
    }

    private Vec slope(Vec point) {
        double reach = 0.1 * cell;
        Vec x = new Vec(reach, 0, 0);
        Vec y = new Vec(0, reach, 0);
        Vec z = new Vec(0, 0, reach);
        return new Vec(difference(point, x), difference(point, y), difference(point, z)).times(0.5 / reach);
    }

    private double difference(Vec point, Vec step) {
        return field.applyAsDouble(point.plus(step)) - field.applyAsDouble(point.minus(step));
    }
}
