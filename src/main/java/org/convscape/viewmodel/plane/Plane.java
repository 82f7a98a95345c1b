package org.convscape.viewmodel.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.convscape.analysis.Sweep;
import org.convscape.figures.Figures;
import org.convscape.maps.ColourMap;

/**
 * The cost of a layer or block over two of its widths.
 *
 * @param subject the path of the layer or block
 * @param across the values of the first width, from the left
 * @param up the values of the second, from below
 * @param costs {@code costs[row][column]}, the first row lowest
 * @param nowColumn the column nearest to what the network has
 * @param nowRow the row nearest to it
 */
public record Plane(
        String subject,
        String unit,
        Axis acrossAxis,
        Axis upAxis,
        List<Integer> across,
        List<Integer> up,
        List<List<Long>> costs,
        int nowColumn,
        int nowRow) {

    /** A line through the plane: the value of the width that is turned, as a multiple of what it is at the pin. */
    public record Curve(String label, List<Point> points) {}

    /** A point of a line. */
    public record Point(double factor, long cost) {}

    static Plane of(
            String subject, Axis acrossAxis, Axis upAxis, Sweep sweep, String unit, ToLongFunction<Sweep.Point> cost) {
        List<Integer> across = numbers(sweep.ranges().get(0).values());
        List<Integer> up = numbers(sweep.ranges().get(1).values());
        List<List<Long>> costs = new ArrayList<>();
        for (int row = 0; row < up.size(); row++) {
            List<Long> line = new ArrayList<>();
            for (int column = 0; column < across.size(); column++) {
                line.add(cost.applyAsLong(sweep.points().get(column * up.size() + row)));
            }
            costs.add(List.copyOf(line));
        }
        return new Plane(
                subject,
                unit,
                acrossAxis,
                upAxis,
                across,
                up,
                List.copyOf(costs),
                nearest(across, acrossAxis.now()),
                nearest(up, upAxis.now()));
    }

    private static List<Integer> numbers(List<String> values) {
        return values.stream().map(Integer::valueOf).toList();
    }

    private static int nearest(List<Integer> values, int wanted) {
        return IntStream.range(0, values.size())
                .boxed()
                .min(java.util.Comparator.comparingInt(index -> Math.abs(values.get(index) - wanted)))
                .orElseThrow();
    }

    /** The cost of one place. */
    public long cost(int column, int row) {
        return costs.get(row).get(column);
    }

    /** The highest cost. */
    public long most() {
        return costs.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The plane as opaque pixels, one to a place, the highest row first. */
    public int[] argb() {
        int[] pixels = new int[across.size() * up.size()];
        double most = Math.max(1, most());
        for (int row = 0; row < up.size(); row++) {
            for (int column = 0; column < across.size(); column++) {
                pixels[(up.size() - 1 - row) * across.size() + column] =
                        ColourMap.VIRIDIS.argb(Math.min(0.999, cost(column, row) / most));
            }
        }
        return pixels;
    }

    /** What one place costs, in words. */
    public String words(int column, int row) {
        return acrossAxis.label() + " " + across.get(column) + " × "
                + upAxis.label().toLowerCase(Locale.ROOT) + " " + up.get(row) + ": " + Figures.whole(cost(column, row))
                + " " + unit;
    }

    /** Three lines through a place: along either width, and along both together where both grow alike. */
    public List<Curve> curves(int column, int row) {
        List<Point> first = new ArrayList<>();
        for (int i = 0; i < across.size(); i++) {
            first.add(new Point((double) across.get(i) / across.get(column), cost(i, row)));
        }
        List<Point> second = new ArrayList<>();
        for (int i = 0; i < up.size(); i++) {
            second.add(new Point((double) up.get(i) / up.get(row), cost(column, i)));
        }
        List<Point> both = new ArrayList<>();
        for (int i = 0; i < across.size(); i++) {
            // The same factor for both: whole numbers are compared, so that nothing is rounded together.
            long wanted = (long) across.get(i) * up.get(row);
            for (int j = 0; j < up.size(); j++) {
                if ((long) up.get(j) * across.get(column) == wanted) {
                    both.add(new Point((double) across.get(i) / across.get(column), cost(i, j)));
                }
            }
        }
        return List.of(
                new Curve(acrossAxis.label() + " alone", first),
                new Curve(upAxis.label() + " alone", second),
                new Curve("both together", both));
    }

    /** What doubling does, as measured on the lines through a place: one sentence. */
    public String growth(int column, int row) {
        List<String> parts = new ArrayList<>();
        for (Curve curve : curves(column, row)) {
            double here = curve.points().stream()
                    .filter(point -> point.factor() == 1)
                    .mapToLong(Point::cost)
                    .findFirst()
                    .orElse(0);
            // Where the double lies outside, the step from the half up to here says as much.
            double there = at(curve, 2);
            double half = at(curve, 0.5);
            double times = there > 0 && here > 0 ? there / here : half > 0 && here > 0 ? here / half : 0;
            if (times > 0) {
                parts.add(curve.label() + " ×" + String.format(Locale.ROOT, "%.2f", times));
            }
        }
        return parts.isEmpty() ? "" : "Doubled: " + String.join(", ", parts);
    }

    private static double at(Curve curve, double factor) {
        return curve.points().stream()
                .filter(point -> Math.abs(point.factor() - factor) < 1e-9)
                .mapToLong(Point::cost)
                .findFirst()
                .orElse(0);
    }
}
