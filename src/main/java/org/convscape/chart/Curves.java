package org.convscape.chart;

import java.util.List;

/**
 * Lines over one axis, on two axes that begin at 0; every point of a line can be read.
 *
 * @param points line by line, each from left to right
 */
public record Curves(Words words, List<Point> points) implements Chart {

    /**
     * A point of a line.
     *
     * @param path what it stands for; empty where that is nothing in the network
     * @param kind the name of the line
     */
    public record Point(String path, String kind, double x, double y, String tip) implements Placed {}

    /** Keeps an unmodifiable copy. */
    public Curves {
        points = List.copyOf(points);
    }

    @Override
    public List<Point> marks() {
        return points;
    }

    /** How far the axis from left to right has to reach. */
    public double farthest() {
        return points.stream().mapToDouble(Point::x).max().orElse(1);
    }

    /** How far the axis from bottom to top has to reach. */
    public double highest() {
        return points.stream().mapToDouble(Point::y).max().orElse(1);
    }
}
