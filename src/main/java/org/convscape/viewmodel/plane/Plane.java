package org.convscape.viewmodel.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.convscape.analysis.Sweep;
import org.convscape.chart.Chart;
import org.convscape.chart.Curves;
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

    /** What one place costs, in few words: for where the names of both widths are seen anyway. */
    public String brief(int column, int row) {
        return across.get(column) + " × " + up.get(row) + ": " + Figures.whole(cost(column, row)) + " " + unit;
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

    /** The lines through a place as a chart. */
    public Curves chart(int column, int row) {
        List<Curves.Point> points = new ArrayList<>();
        for (Curve curve : curves(column, row)) {
            for (Point point : curve.points()) {
                String tip = curve.label() + "\n" + String.format(Locale.ROOT, "%.2f", point.factor())
                        + " times the width\n" + Figures.whole(point.cost()) + " " + unit;
                points.add(new Curves.Point("", curve.label(), point.factor(), point.cost(), tip));
            }
        }
        String title = subject + ", " + unit;
        String caption = "through " + across.get(column) + " × " + up.get(row) + ". " + growth(column, row);
        return new Curves(new Chart.Words(title, caption, "width compared with the pin", unit), points);
    }

    /** What doubling does, as measured on the lines through a place: one sentence. */
    public String growth(int column, int row) {
        return growth(column, row, Curve::label);
    }

    /** As {@link #growth(int, int)}, with the directions instead of the names of the widths. */
    public String briefGrowth(int column, int row) {
        List<String> directions = List.of("across", "up", "both");
        List<Curve> curves = curves(column, row);
        return growth(column, row, curve -> directions.get(curves.indexOf(curve)));
    }

    private String growth(int column, int row, Function<Curve, String> name) {
        List<String> parts = new ArrayList<>();
        for (Curve curve : curves(column, row)) {
            double times = doubled(curve);
            if (times > 0) {
                parts.add(name.apply(curve) + " ×" + String.format(Locale.ROOT, "%.2f", times));
            }
        }
        return parts.isEmpty() ? "" : "Doubled: " + String.join(", ", parts);
    }

    /** How many times as much the double costs; 0 where the line says nothing of that. */
    private static double doubled(Curve curve) {
        double here = at(curve, 1);
        // Where the double lies outside, the step from the half up to here says as much.
        double there = at(curve, 2);
        double half = at(curve, 0.5);
        if (here <= 0) {
            return 0;
        }
        return there > 0 ? there / here : half > 0 ? here / half : 0;
    }

    private static double at(Curve curve, double factor) {
        return curve.points().stream()
                .filter(point -> Math.abs(point.factor() - factor) < 1e-9)
                .mapToLong(Point::cost)
                .findFirst()
                .orElse(0);
    }
}
