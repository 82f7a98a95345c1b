package org.convscape.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.document.Point;

/**
 * What one container holds, as columns from left to right, and how they are broken into rows like the words of a text:
 * only where a single output crosses from column to column.
 */
final class Columns {
    /** A shape is broken when it is wider than this, and so many times as wide as high. */
    static final double WIDEST = 2_400;

    static final double LONGEST = 3;
    /** Rows are chosen so that the whole becomes about so many times as wide as high. */
    private static final double PROPORTION = 1.7;

    /** A page of rows has to be so much smaller than a single row. */
    private static final double WORTHWHILE = 0.9;

    /** Between two rows: room for the connection that leads back to the left. */
    static final double ROWS = 84;

    private record Column(List<Object> members, double left, double right) {}

    /** The room between two columns, as they were before. */
    record Gap(double left, double right) {
        double middle() {
            return (left + right) / 2;
        }

        boolean holds(double x) {
            return left <= x && x <= right;
        }
    }

    private final Map<Object, Box> before;
    private final Map<Object, Extent> sizes;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Object, Integer> columnOf = new HashMap<>();
    private final List<Set<String>> crossing = new ArrayList<>();
    /** How high the connections run above each column. */
    private final double[] highestRoute;
    /** Where each column begins when all stand in one line, and behind the last where that ends; gaps included. */
    private double[] begins = {};

    private final Map<Object, Point> places = new LinkedHashMap<>();
    private final Map<Object, Integer> rowOf = new HashMap<>();
    private final List<Double> rowTops = new ArrayList<>();
    /** By how much each column sinks, so that the chain stays in one line. */
    private double[] sinks = {};

    private double right;
    private double bottom;

    /**
     * Columns of these members.
     *
     * @param before where they lie, beginning to end along one line
     * @param sizes how large each is now
     */
    Columns(List<Object> members, Map<Object, Box> before, Map<Object, Extent> sizes) {
        this.before = before;
        this.sizes = sizes;
        List<Object> fromLeft = new ArrayList<>(members);
        fromLeft.sort(Comparator.comparingDouble(member -> before.get(member).x()));
        for (Object member : fromLeft) {
            Box box = before.get(member);
            Column last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && box.x() < last.right()) {
                last.members().add(member);
                columns.set(
                        columns.size() - 1,
                        new Column(last.members(), last.left(), Math.max(last.right(), box.right())));
            } else {
                columns.add(new Column(new ArrayList<>(List.of(member)), box.x(), box.right()));
            }
            columnOf.put(member, columns.size() - 1);
        }
        columns.forEach(column -> crossing.add(new HashSet<>()));
        highestRoute = new double[columns.size()];
        Arrays.fill(highestRoute, Double.POSITIVE_INFINITY);
    }

    /** Notes that a connection between two members runs as high as this: a row keeps room for it above its cards. */
    void runs(Object from, Object to, double y) {
        for (int column = columnOf.get(from); column <= columnOf.get(to); column++) {
            // A little above the cards there is room between the rows anyway.
            highestRoute[column] = Math.min(highestRoute[column], y + ROWS / 2);
        }
    }

    /** Notes that an output crosses from one member to another; null stands for something outside. */
    void cross(Object from, Object to, String output) {
        int first = from == null ? 0 : columnOf.get(from);
        int last = to == null ? columns.size() - 1 : columnOf.get(to);
        for (int column = first; column < last; column++) {
            crossing.get(column).add(output);
        }
    }

    /** Places the members, beginning at a corner, in as many rows as it takes. */
    void place(Point corner) {
        begins = new double[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            begins[i + 1] = begins[i] + width(columns.get(i)) + gapAfter(i);
        }
        sinks = Levelling.of(segments(), columns.size());
        double total = width(0, columns.size());
        double height = height(0, columns.size());
        double limit = total > WIDEST && total > LONGEST * height ? bestLimit(total, height) : total;
        double top = corner.y();
        for (int begin = 0; begin < columns.size(); ) {
            int end = end(begin, limit);
            placeRow(begin, end, new Point(corner.x(), top));
            top += height(begin, end) + ROWS;
            begin = end;
        }
        bottom = top - ROWS;
    }

    /** How wide rows may become, so that the whole is seen as large as possible in a window of the usual proportion. */
    private double bestLimit(double total, double height) {
        double usual = Math.sqrt(total * (height + ROWS) * PROPORTION);
        double best = usual;
        double least = Double.POSITIVE_INFINITY;
        for (double limit = 0.6 * usual; limit < 2.5 * usual; limit += 0.1 * usual) {
            double size = size(limit);
            if (size < least) {
                least = size;
                best = limit;
            }
        }
        // Where hardly a column can be broken off, a row of its own for it would only make the whole higher.
        return least < WORTHWHILE * size(total) ? best : total;
    }

    /** The height of a window of the usual proportion into which rows of that width fit. */
    private double size(double limit) {
        double widest = 0;
        double high = -ROWS;
        for (int begin = 0; begin < columns.size(); ) {
            int end = end(begin, limit);
            widest = Math.max(widest, width(begin, end));
            high += height(begin, end) + ROWS;
            begin = end;
        }
        return Math.max(widest / PROPORTION, high);
    }

    /** The columns between which only a single output crosses. */
    private List<Levelling.Segment> segments() {
        List<Levelling.Segment> segments = new ArrayList<>();
        for (int begin = 0; begin < columns.size(); ) {
            int end = begin + 1;
            while (end < columns.size() && !breakable(end)) {
                end++;
            }
            segments.add(new Levelling.Segment(begin, end, highest(begin, end), height(begin, end)));
            begin = end;
        }
        return segments;
    }

    private boolean breakable(int column) {
        return crossing.get(column - 1).size() <= 1;
    }

    /** Where the row that begins at a column ends: the last break before it is too wide, or else the first after. */
    private int end(int begin, double limit) {
        int best = -1;
        for (int column = begin + 1; column < columns.size(); column++) {
            boolean fits = width(begin, column) <= limit;
            if (breakable(column) && (fits || best < 0)) {
                best = column;
            }
            if (!fits && best > 0) {
                break;
            }
        }
        return best < 0 || width(begin, columns.size()) <= limit ? columns.size() : best;
    }

    private void placeRow(int begin, int end, Point corner) {
        double highest = highest(begin, end);
        int row = rowTops.size();
        rowTops.add(corner.y());
        double x = corner.x();
        for (int i = begin; i < end; i++) {
            Column column = columns.get(i);
            double low = Double.NEGATIVE_INFINITY;
            List<Object> downwards = new ArrayList<>(column.members());
            downwards.sort(Comparator.comparingDouble(this::y));
            for (Object member : downwards) {
                Box box = before.get(member);
                double y = Math.max(corner.y() + y(member) - highest, low);
                places.put(member, new Point(x + box.x() - column.left(), y));
                rowOf.put(member, row);
                boolean resized = sizes.get(member).height() != box.height();
                low = resized ? y + sizes.get(member).height() + Spacing.CARDS : low;
            }
            x += width(column);
            right = Math.max(right, x);
            x += gapAfter(i);
        }
    }

    private double highest(int begin, int end) {
        double cards = members(begin, end).stream().mapToDouble(this::y).min().orElse(0);
        double highest = cards;
        for (int column = begin; column < end; column++) {
            highest = Math.min(highest, highestRoute[column] + (column < sinks.length ? sinks[column] : 0));
        }
        return highest;
    }

    private double y(Object member) {
        int column = columnOf.get(member);
        return before.get(member).y() + (column < sinks.length ? sinks[column] : 0);
    }

    private List<Object> members(int begin, int end) {
        return columns.subList(begin, end).stream()
                .flatMap(column -> column.members().stream())
                .toList();
    }

    private double height(int begin, int end) {
        double highest = highest(begin, end);
        return members(begin, end).stream()
                .mapToDouble(member -> y(member) - highest + sizes.get(member).height())
                .max()
                .orElse(0);
    }

    private double width(int begin, int end) {
        return begins[end] - begins[begin] - (end > begin ? gapAfter(end - 1) : 0);
    }

    private double width(Column column) {
        return column.members().stream()
                .mapToDouble(member -> before.get(member).x()
                        - column.left()
                        + sizes.get(member).width())
                .max()
                .orElse(0);
    }

    private double gapAfter(int column) {
        return column + 1 < columns.size()
                ? columns.get(column + 1).left() - columns.get(column).right()
                : 0;
    }

    /** Where each member lies now. */
    Map<Object, Point> places() {
        return places;
    }

    /**
     * The gap before which the columns of two members of a row sink alike, and after which they do again; empty where
     * there is none.
     */
    Optional<Gap> seam(Object from, Object to) {
        int first = columnOf.get(from);
        int last = columnOf.get(to);
        int seam = -1;
        for (int column = first; column < last; column++) {
            if (sinks[column] != sinks[column + 1]) {
                if (seam >= 0) {
                    return Optional.empty();
                }
                seam = column;
            }
        }
        return seam < 0
                ? Optional.empty()
                : Optional.of(
                        new Gap(columns.get(seam).right(), columns.get(seam + 1).left()));
    }

    /** The row that a member stands in. */
    int row(Object member) {
        return rowOf.get(member);
    }

    /** The upper side of a row. */
    double top(int row) {
        return rowTops.get(row);
    }

    /** The right side of all rows. */
    double right() {
        return right;
    }

    /** The lower side of all rows. */
    double bottom() {
        return bottom;
    }
}
