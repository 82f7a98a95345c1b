package org.convscape.weights.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;

/**
 * Matching with files of Keras: layer by layer, by the layers' names or else by their order; array by array within a
 * layer. Layers that Keras numbered by itself are matched rank by rank, since the numbers begin anywhere.
 */
final class KerasLayers {

    /** The order in which Keras keeps the arrays of any one layer. */
    private static final List<String> ORDER = List.of(
            "depthwise_kernel",
            "pointwise_kernel",
            "kernel",
            "bias",
            "gamma",
            "beta",
            "moving_mean",
            "moving_variance");

    private final List<StoredArray> arrays;
    private final Map<String, Map<String, StoredArray>> inFile = new LinkedHashMap<>();
    private final Map<String, List<Wanted>> here = new LinkedHashMap<>();
    private final List<List<String>> orders;

    /**
     * A matching.
     *
     * @param orders the layers of the network in Keras' order, as far as that is certain
     */
    KerasLayers(WeightFile file, List<Wanted> wanted, List<List<String>> orders) {
        this.arrays = file.arrays();
        this.orders = orders;
        for (StoredArray array : arrays) {
            if (array.type().fractional() && !array.name().startsWith("optimizer")) {
                KerasName.of(file, array)
                        .ifPresent(name -> inFile.computeIfAbsent(name.layer(), key -> new LinkedHashMap<>())
                                .put(name.array(), array));
            }
        }
        wanted.forEach(each ->
                here.computeIfAbsent(each.layer(), key -> new ArrayList<>()).add(each));
    }

    Match match() {
        int ways = here.values().stream()
                .mapToInt(layer -> layer.get(0).names().size())
                .min()
                .orElse(0);
        Map<String, String> best = new HashMap<>();
        for (int way = 0; way < ways; way++) {
            Map<String, String> named = byName(way);
            best = named.size() > best.size() ? named : best;
        }
        Match byName = match("by the layers' names", best);
        if (byName.complete()) {
            return byName;
        }
        return orders.stream()
                .map(order -> match("by Keras' order of the layers", byOrder(order)))
                .filter(Match::complete)
                .findFirst()
                .orElse(byName);
    }

    private String called(String layer, int way) {
        return KerasName.of(here.get(layer).get(0).names().get(way).text())
                .map(KerasName::layer)
                .orElse(layer);
    }

    /** For each layer here the one in the file. */
    private Map<String, String> byName(int way) {
        Map<String, String> assigned = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> automaticHere = new HashMap<>();
        Map<String, TreeMap<Integer, String>> automaticInFile = new HashMap<>();
        for (String layer : here.keySet()) {
            String called = called(layer, way);
            Optional<String> kind = KerasName.automaticKind(called);
            if (kind.isPresent()) {
                automaticHere
                        .computeIfAbsent(kind.get(), key -> new TreeMap<>())
                        .put(KerasName.automaticNumber(called), layer);
            } else if (inFile.containsKey(called)) {
                assigned.put(layer, called);
            }
        }
        for (String layer : inFile.keySet()) {
            KerasName.automaticKind(layer).ifPresent(kind -> automaticInFile
                    .computeIfAbsent(kind, key -> new TreeMap<>())
                    .put(KerasName.automaticNumber(layer), layer));
        }
        automaticHere.forEach((kind, ranked) -> {
            List<String> theirs = new ArrayList<>(
                    automaticInFile.getOrDefault(kind, new TreeMap<>()).values());
            int rank = 0;
            for (String layer : ranked.values()) {
                if (rank < theirs.size()) {
                    assigned.put(layer, theirs.get(rank++));
                }
            }
        });
        pairTheLast(assigned);
        return assigned;
    }

    /** One layer that is left here and one in the file belong together: heads are called anything. */
    private void pairTheLast(Map<String, String> assigned) {
        List<String> ours = here.keySet().stream()
                .filter(each -> !assigned.containsKey(each))
                .toList();
        List<String> theirs = inFile.keySet().stream()
                .filter(each -> !assigned.containsValue(each))
                .toList();
        if (ours.size() == 1 && theirs.size() == 1) {
            assigned.put(ours.get(0), theirs.get(0));
        }
    }

    private Map<String, String> byOrder(List<String> order) {
        Map<String, String> assigned = new LinkedHashMap<>();
        List<String> theirs = new ArrayList<>(inFile.keySet());
        List<String> ours = order.stream().filter(here::containsKey).toList();
        if (ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                assigned.put(ours.get(i), theirs.get(i));
            }
        }
        return assigned;
    }

    private Match match(String way, Map<String, String> layers) {
        Map<Wanted, StoredArray> assigned = new LinkedHashMap<>();
        List<Wanted> missing = new ArrayList<>();
        List<Match.Misfit> misfits = new ArrayList<>();
        List<StoredArray> used = new ArrayList<>();
        here.forEach((layer, wanted) -> {
            Map<Wanted, StoredArray> found = within(wanted, inFile.getOrDefault(layers.get(layer), Map.of()));
            for (Wanted each : wanted) {
                StoredArray array = found.get(each);
                if (array == null) {
                    missing.add(each);
                } else if (FileLayout.KERAS.fits(each, array.dimensions())) {
                    assigned.put(each, array);
                    used.add(array);
                } else {
                    misfits.add(new Match.Misfit(each, array, FileLayout.KERAS.dimensions(each)));
                    used.add(array);
                }
            }
        });
        List<Match.Unused> unused = arrays.stream()
                .filter(each -> !used.contains(each))
                .map(Unneeded::of)
                .toList();
        return new Match(FileLayout.KERAS, way, assigned, missing, misfits, unused);
    }

    private static String kind(Wanted wanted) {
        return wanted.names().stream()
                .flatMap(name -> KerasName.of(name.text()).stream())
                .findFirst()
                .map(KerasName::array)
                .orElse("");
    }

    /** Array by array: by name, or where the file has numbers only, or has one kernel under another name, by order. */
    private static Map<Wanted, StoredArray> within(List<Wanted> wanted, Map<String, StoredArray> layer) {
        Map<Wanted, StoredArray> found = new HashMap<>();
        boolean numbered = layer.keySet().stream().allMatch(name -> name.matches("\\d+"));
        if (numbered) {
            List<Wanted> ordered = wanted.stream()
                    .sorted(Comparator.comparingInt(each -> ORDER.indexOf(kind(each))))
                    .toList();
            List<StoredArray> theirs = new ArrayList<>(new TreeMap<>(byNumber(layer)).values());
            for (int i = 0; i < Math.min(ordered.size(), theirs.size()); i++) {
                found.put(ordered.get(i), theirs.get(i));
            }
            return found;
        }
        for (Wanted each : wanted) {
            String kind = kind(each);
            StoredArray array = layer.get(kind);
            if (array == null && kind.equals("depthwise_kernel")) {
                array = layer.get("kernel");
            }
            if (array != null) {
                found.put(each, array);
            }
        }
        return found;
    }

    private static Map<Integer, StoredArray> byNumber(Map<String, StoredArray> layer) {
        Map<Integer, StoredArray> byNumber = new HashMap<>();
        layer.forEach((name, array) -> byNumber.put(Integer.parseInt(name), array));
        return byNumber;
    }
}
