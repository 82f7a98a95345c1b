package org.convscape.weights.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.weights.file.StoredArray;

/**
 * Matching by the names of the arrays, never by their position: of the ways of naming, and of what may stand in front
 * of all names ({@code module.} of a parallel run), those that find most.
 */
final class ByName {

    /** A way of naming, with what stands in front. */
    private record Way(int index, String prefix) {}

    private final List<StoredArray> arrays;
    private final List<Wanted> wanted;
    private final Map<String, StoredArray> byName = new HashMap<>();

    ByName(List<StoredArray> arrays, List<Wanted> wanted) {
        this.arrays = arrays;
        this.wanted = wanted;
        arrays.stream().filter(each -> each.type().fractional()).forEach(each -> byName.put(each.name(), each));
    }

    Match match() {
        Way way = best();
        FileLayout layout = wanted.isEmpty()
                ? FileLayout.TORCH
                : wanted.get(0).names().get(way.index()).layout();
        Map<Wanted, StoredArray> assigned = new LinkedHashMap<>();
        List<Wanted> missing = new ArrayList<>();
        List<Match.Misfit> misfits = new ArrayList<>();
        Set<StoredArray> used = new HashSet<>();
        for (Wanted each : wanted) {
            StoredArray found =
                    byName.get(way.prefix() + each.names().get(way.index()).text());
            if (found == null) {
                missing.add(each);
            } else if (layout.fits(each, found.dimensions())) {
                assigned.put(each, found);
                used.add(found);
            } else {
                misfits.add(new Match.Misfit(each, found, layout.dimensions(each)));
                used.add(found);
            }
        }
        List<Match.Unused> unused = arrays.stream()
                .filter(each -> !used.contains(each))
                .map(each -> unneeded(each, way.prefix()))
                .toList();
        String words = way.prefix().isEmpty() ? "by name" : "by name behind \"" + way.prefix() + "\"";
        return new Match(layout, words, assigned, missing, misfits, unused);
    }

    private static Match.Unused unneeded(StoredArray array, String prefix) {
        String name = array.name().startsWith(prefix) ? array.name().substring(prefix.length()) : array.name();
        Match.Unused told = Unneeded.of(new StoredArray(name, array.dimensions(), array.type()));
        return new Match.Unused(array, told.expected(), told.reason());
    }

    private Way best() {
        Way best = new Way(0, "");
        long most = 0;
        int ways = wanted.isEmpty() ? 0 : wanted.get(0).names().size();
        for (int index = 0; index < ways; index++) {
            for (String prefix : prefixes(index)) {
                long found = found(index, prefix);
                if (found > most) {
                    most = found;
                    best = new Way(index, prefix);
                }
            }
        }
        return best;
    }

    private long found(int index, String prefix) {
        return wanted.stream()
                .filter(each ->
                        byName.containsKey(prefix + each.names().get(index).text()))
                .count();
    }

    /** Nothing, and whatever stands in front of a wanted name somewhere, up to a dot or a slash. */
    private Set<String> prefixes(int index) {
        Set<String> names = new HashSet<>();
        wanted.forEach(each -> names.add(each.names().get(index).text()));
        Map<String, Integer> votes = new LinkedHashMap<>();
        votes.put("", 0);
        for (String name : byName.keySet()) {
            for (int at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
                if (names.contains(name.substring(at + 1))) {
                    votes.merge(name.substring(0, at + 1), 1, Integer::sum);
                }
            }
        }
        // A prefix that few names have belongs to a layer that happens to end as another does.
        votes.entrySet().removeIf(vote -> !vote.getKey().isEmpty() && vote.getValue() * 2 < names.size());
        return votes.keySet();
    }
}
