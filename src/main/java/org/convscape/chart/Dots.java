package org.convscape.chart;

import java.util.Comparator;
import java.util.List;

/**
 * Dots under a line with corners, on two logarithmic axes.
 *
 * @param line the corners from left to right
 * @param lineName what a legend calls the line
 */
public record Dots(Words words, List<Corner> line, String lineName, List<Dot> dots, Area area) implements Chart {

    /** A place on the chart. */
    public record Corner(double x, double y) {}

    /** What of both axes is shown: all bounds are above 0. */
    public record Area(double left, double right, double bottom, double top) {}

    /**
     * One dot.
     *
     * @param name what stands beside it where there is room
     * @param share 0 … 1, which its area stands for
     */
    public record Dot(String path, String name, String kind, double x, double y, double share, String tip)
            implements Placed {}

    /** Keeps unmodifiable copies. */
    public Dots {
        line = List.copyOf(line);
        dots = List.copyOf(dots);
    }

    @Override
    public List<Dot> marks() {
        return dots;
    }

    /** The dots with the largest shares, the largest first. */
    public List<Dot> largest(int most) {
        return dots.stream()
                .sorted(Comparator.comparingDouble(Dot::share).reversed())
                .limit(most)
                .toList();
    }
}
