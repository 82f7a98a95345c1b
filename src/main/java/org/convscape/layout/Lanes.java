package org.convscape.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the connections of one container run between its columns: to the next column through the gap; further through a
 * lane above all cards, one for each output, from which they come down in the gap before their target. So none runs
 * through a card, and a dense block reads as its paper draws it. Linear in the connections but for sorting.
 */
final class Lanes {
    /** A gap is not widened beyond this; where more runs go through it they stand closer. */
    private static final double WIDEST_GAP = 280;

    /** An output that is taken beyond the next column, from the column it stands in to the last that takes it. */
    private static final class Lane {
        private final int begin;
        private int end;
        /** Counted from above, among those it runs beside. */
        private int row;
        /** How many rows those have. */
        private int rows;

        Lane(int begin) {
            this.begin = begin;
        }
    }

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> leaving = new HashMap<>();
    private final Map<Integer, List<Link>> comingDown = new HashMap<>();
    private int rows;

    /** Notes a link between members of two columns; one that goes back to the left needs no lane. */
    void add(Link link, int from, int to) {
        if (to <= from) {
            return;
        }
        leaving.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(link.from());
        if (to > from + 1) {
            Lane lane = lanes.computeIfAbsent(link.from(), any -> new Lane(from));
            lane.end = Math.max(lane.end, to);
            comingDown.computeIfAbsent(to - 1, any -> new ArrayList<>()).add(link);
        }
    }

    /** Gives every lane a row: the one that begins first runs highest, and those that do not meet share rows. */
    void assign() {
        List<Lane> fromLeft = new ArrayList<>(lanes.values());
        fromLeft.sort(Comparator.comparingInt((Lane lane) -> lane.begin).thenComparing(lane -> -lane.end));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<Lane> running = new PriorityQueue<>(Comparator.comparingInt(lane -> lane.end));
        List<Lane> together = new ArrayList<>();
        int used = 0;
        for (Lane lane : fromLeft) {
            while (!running.isEmpty() && running.peek().end <= lane.begin) {
                free.add(running.remove().row);
            }
            if (running.isEmpty()) {
                settle(together, used);
                free.clear();
                used = 0;
            }
            lane.row = free.isEmpty() ? used++ : free.remove();
            running.add(lane);
            together.add(lane);
        }
        settle(together, used);
    }

    private void settle(List<Lane> together, int used) {
        together.forEach(lane -> lane.rows = used);
        together.clear();
        rows = Math.max(rows, used);
    }

    /** The room above the cards that the lanes need. */
    double height() {
        return rows == 0 ? 0 : (rows + 1) * Spacing.LINKS;
    }

    /** The width of the gap after a column. */
    double gap(int column) {
        int runs = leaving.getOrDefault(column, Set.of()).size()
                + comingDown.getOrDefault(column, List.of()).size();
        return Math.max(Spacing.COLUMNS, Math.min(WIDEST_GAP, (runs + 1) * Spacing.LINKS));
    }

    /** The gaps in which connections run up or down. */
    Set<Integer> gaps() {
        Set<Integer> gaps = new TreeSet<>(leaving.keySet());
        gaps.addAll(comingDown.keySet());
        return gaps;
    }

    /** The cards whose output leaves a column to the right. */
    Set<String> leaving(int column) {
        return leaving.getOrDefault(column, Set.of());
    }

    /** The links that come down from their lanes after a column. */
    List<Link> comingDown(int column) {
        return comingDown.getOrDefault(column, List.of());
    }

    /** The height of the lane that a link runs along, by the lower side of the room for lanes. */
    double lane(Link link, double bottom) {
        Lane lane = lanes.get(link.from());
        return bottom - (lane.rows - 1 - lane.row) * Spacing.LINKS;
    }
}
