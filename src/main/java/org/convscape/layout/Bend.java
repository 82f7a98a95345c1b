package org.convscape.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.document.Point;

/** A route whose ends move by different amounts: it takes up the difference where it crosses from column to column. */
final class Bend {
    private final List<Point> found;
    private final Point first;
    private final Point second;

    /**
     * @param first by how much the beginning moves
     * @param second by how much the end does
     */
    Bend(List<Point> found, Point first, Point second) {
        this.found = found;
        this.first = first;
        this.second = second;
    }

    /** Where a route runs up or down in a gap. */
    static Optional<Double> turn(List<Point> route, Columns.Gap gap) {
        for (int i = 0; i + 1 < route.size(); i++) {
            if (route.get(i).x() == route.get(i + 1).x()
                    && gap.holds(route.get(i).x())) {
                return Optional.of(route.get(i).x());
            }
        }
        return Optional.empty();
    }

    /** The route, which turns in this gap: where it does already, or else at {@code usual}. */
    List<Point> in(Columns.Gap gap, double usual) {
        double seam = turn(found, gap).orElse(usual);
        List<Point> bent = new ArrayList<>();
        boolean passed = false;
        for (int i = 0; i < found.size(); i++) {
            Point here = found.get(i);
            bent.add(RoutePieces.moved(here, passed ? second : first));
            if (!passed && i + 1 < found.size() && reaches(here, found.get(i + 1), seam)) {
                passed = true;
                if (here.x() != seam || found.get(i + 1).x() != seam) {
                    Point crossing = new Point(seam, here.y());
                    bent.add(RoutePieces.moved(crossing, first));
                    bent.add(RoutePieces.moved(crossing, second));
                }
            }
        }
        return bent;
    }

    /** True for the piece up or down at the seam, and for a level piece that goes past it. */
    private static boolean reaches(Point here, Point next, double seam) {
        return here.x() == seam ? next.x() == seam : here.x() < seam && next.x() > seam;
    }
}
