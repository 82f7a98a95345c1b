package org.convscape.sample.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Boxes within boxes around solids, so that a ray asks only the few it may hit. */
final class Hierarchy {
    private static final int LEAF = 3;

    private final Solid[] solids;
    // For node n: the box, the first solid and the number of solids (leaf), or the second child (inner; first is n +
    // 1).
    private final double[] boxes;
    private final int[] first;
    private final int[] count;
    private final int[] axes;
    private int nodes;

    Hierarchy(List<Solid> all) {
        int most = Math.max(1, 2 * all.size());
        boxes = new double[6 * most];
        first = new int[most];
        count = new int[most];
        axes = new int[most];
        solids = new Solid[all.size()];
        if (!all.isEmpty()) {
            List<Part> parts = new ArrayList<>(all.size());
            all.forEach(solid -> parts.add(Part.of(solid)));
            build(parts, 0);
        }
    }

    private int build(List<Part> part, int offset) {
        int node = nodes++;
        Box box = Box.around(part);
        box.writeTo(boxes, 6 * node);
        Split split = part.size() <= LEAF ? null : Split.best(part, box);
        if (split == null) {
            first[node] = offset;
            count[node] = part.size();
            for (int i = 0; i < part.size(); i++) {
                solids[offset + i] = part.get(i).solid();
            }
            return node;
        }
        axes[node] = split.axis();
        part.sort(Comparator.comparingDouble(each -> each.middle(split.axis())));
        build(part.subList(0, split.count()), offset);
        first[node] = build(part.subList(split.count(), part.size()), offset + split.count());
        return node;
    }

    /** Finds the nearest hit; with {@code any}, stops at the first one that is not see-through. */
    void meet(Ray ray, boolean any) {
        if (nodes == 0) {
            return;
        }
        double ix = 1 / ray.dx;
        double iy = 1 / ray.dy;
        double iz = 1 / ray.dz;
        int[] stack = new int[96];
        int depth = 1;
        while (depth > 0) {
            int node = stack[--depth];
            if (!enters(node, ray, ix, iy, iz)) {
                continue;
            }
            if (count[node] > 0) {
                meetAll(node, ray, any);
                if (any && ray.solid != null) {
                    return;
                }
            } else {
                // The nearer child is looked into first: what is found there hides most of the other.
                boolean forwards = ray.direction.axis(axes[node]) > 0;
                stack[depth++] = forwards ? first[node] : node + 1;
                stack[depth++] = forwards ? node + 1 : first[node];
            }
        }
    }

    private void meetAll(int leaf, Ray ray, boolean any) {
        for (int i = first[leaf]; i < first[leaf] + count[leaf]; i++) {
            if (!any || !solids[i].material().letsLightThrough()) {
                solids[i].meet(ray);
            }
        }
    }

    private boolean enters(int node, Ray ray, double ix, double iy, double iz) {
        int at = 6 * node;
        double x1 = (boxes[at] - ray.ox) * ix;
        double x2 = (boxes[at + 3] - ray.ox) * ix;
        double y1 = (boxes[at + 1] - ray.oy) * iy;
        double y2 = (boxes[at + 4] - ray.oy) * iy;
        double z1 = (boxes[at + 2] - ray.oz) * iz;
        double z2 = (boxes[at + 5] - ray.oz) * iz;
        double enter = Math.max(Math.max(Math.min(x1, x2), Math.min(y1, y2)), Math.min(z1, z2));
        double leave = Math.min(Math.min(Math.max(x1, x2), Math.max(y1, y2)), Math.max(z1, z2));
        return leave >= Math.max(enter, 0) && enter < ray.distance;
    }

    /** A solid and the corners of the box around it, while the hierarchy is built. */
    private record Part(Solid solid, Vec low, Vec high) {
        static Part of(Solid solid) {
            return new Part(solid, solid.low(), solid.high());
        }

        double middle(int axis) {
            return (low.axis(axis) + high.axis(axis)) / 2;
        }
    }

    /** A box that grows. */
    private static final class Box {
        private final double[] low = {1e30, 1e30, 1e30};
        private final double[] high = {-1e30, -1e30, -1e30};

        static Box around(List<Part> part) {
            Box box = new Box();
            part.forEach(each -> box.add(each.low(), each.high()));
            return box;
        }

        void add(Vec lowCorner, Vec highCorner) {
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], lowCorner.axis(axis) - 1e-9);
                high[axis] = Math.max(high[axis], highCorner.axis(axis) + 1e-9);
            }
        }

        void add(Box other) {
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], other.low[axis]);
                high[axis] = Math.max(high[axis], other.high[axis]);
            }
        }

        double surface() {
            double x = high[0] - low[0];
            double y = high[1] - low[1];
            double z = high[2] - low[2];
            return x < 0 ? 0 : 2 * (x * y + y * z + z * x);
        }

        void writeTo(double[] boxes, int at) {
            System.arraycopy(low, 0, boxes, at, 3);
            System.arraycopy(high, 0, boxes, at + 3, 3);
        }
    }

    /** How to part solids in two along an axis: the first {@code count} go one way. */
    private record Split(int axis, int count, double cost) {
        private static final int BINS = 16;

        /** The cheapest split by the surface area heuristic, in bins; halves where all middles coincide. */
        static Split best(List<Part> part, Box box) {
            Split best = null;
            for (int axis = 0; axis < 3; axis++) {
                Split candidate = along(axis, part);
                if (candidate != null && (best == null || candidate.cost < best.cost)) {
                    best = candidate;
                }
            }
            boolean asOne = part.size() <= 8 && best != null && best.cost > part.size() * box.surface();
            return best == null ? new Split(0, part.size() / 2, 0) : asOne ? null : best;
        }

        private static Split along(int axis, List<Part> part) {
            double low = 1e30;
            double high = -1e30;
            for (Part each : part) {
                low = Math.min(low, each.middle(axis));
                high = Math.max(high, each.middle(axis));
            }
            if (high - low < 1e-9) {
                return null;
            }
            Box[] boxes = new Box[BINS];
            int[] counts = new int[BINS];
            for (int i = 0; i < BINS; i++) {
                boxes[i] = new Box();
            }
            for (Part each : part) {
                int bin = (int) Math.min(BINS - 1, BINS * (each.middle(axis) - low) / (high - low));
                boxes[bin].add(each.low(), each.high());
                counts[bin]++;
            }
            return cheapest(axis, boxes, counts);
        }

        private static Split cheapest(int axis, Box[] boxes, int[] counts) {
            double[] behind = new double[BINS];
            Box rest = new Box();
            int restCount = 0;
            for (int i = BINS - 1; i > 0; i--) {
                rest.add(boxes[i]);
                restCount += counts[i];
                behind[i] = restCount * rest.surface();
            }
            Split best = null;
            Box before = new Box();
            int beforeCount = 0;
            int total = restCount + counts[0];
            for (int i = 1; i < BINS; i++) {
                before.add(boxes[i - 1]);
                beforeCount += counts[i - 1];
                double cost = beforeCount * before.surface() + behind[i];
                if (beforeCount > 0 && beforeCount < total && (best == null || cost < best.cost)) {
                    best = new Split(axis, beforeCount, cost);
                }
            }
            return best;
        }
    }
}
