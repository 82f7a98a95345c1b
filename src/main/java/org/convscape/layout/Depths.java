package org.convscape.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many cards the longest way from an input to each card has; a cycle is cut where it closes. Linear in the links.
 */
final class Depths {
    private Depths() {}

    static Map<String, Integer> of(VisibleGraph view) {
        int size = view.cards().size();
        Map<String, Integer> positions = new HashMap<>(2 * size);
        view.cards().forEach(card -> positions.put(card.path(), positions.size()));
        List<List<Integer>> followers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            followers.add(new ArrayList<>(2));
        }
        int[] waiting = new int[size];
        for (Link link : view.links()) {
            int to = positions.get(link.to());
            followers.get(positions.get(link.from())).add(to);
            waiting[to]++;
        }
        int[] depths = new int[size];
        boolean[] done = new boolean[size];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int start = 0; start < size; start++) {
            if (waiting[start] == 0) {
                ready.add(start);
            }
        }
        for (int next = 0, placed = 0; placed < size; ) {
            while (ready.isEmpty() && done[next]) {
                next++; // nothing is ready: a cycle is cut at the first card of it
            }
            int at = ready.isEmpty() ? next : ready.remove();
            if (done[at]) {
                continue;
            }
            done[at] = true;
            placed++;
            for (int follower : followers.get(at)) {
                if (!done[follower]) {
                    depths[follower] = Math.max(depths[follower], depths[at] + 1);
                    if (--waiting[follower] == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        Map<String, Integer> byPath = new HashMap<>(2 * size);
        positions.forEach((path, position) -> byPath.put(path, depths[position]));
        return byPath;
    }

    /**
     * How many columns the links span, each counted once for every column it passes: what a layered drawing has to
     * place.
     */
    static long spans(VisibleGraph view) {
        Map<String, Integer> depths = of(view);
        return view.links().stream()
                .mapToLong(link -> Math.abs(depths.get(link.to()) - depths.get(link.from())))
                .sum();
    }
}
