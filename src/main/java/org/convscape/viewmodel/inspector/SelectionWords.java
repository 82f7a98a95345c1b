package org.convscape.viewmodel.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Inventory;

/** What is selected, in words: {@code 2 layers and 1 block}. */
final class SelectionWords {
    private static final String LAYER = "layer";
    private static final String BLOCK = "block";
    private static final String GROUP = "group";
    private static final List<String> KINDS = List.of(LAYER, BLOCK, GROUP);

    private SelectionWords() {}

    static String of(Set<String> paths, Graph graph, Inventory inventory) {
        Map<String, Integer> kinds = new TreeMap<>(Comparator.comparing(KINDS::indexOf));
        paths.forEach(path -> kinds.merge(kind(path, graph, inventory), 1, Integer::sum));
        List<String> counted = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey() + (kind.getValue() == 1 ? "" : "s"))
                .toList();
        return counted.stream().limit(Math.max(1, counted.size() - 1)).collect(Collectors.joining(", "))
                + (counted.size() > 1 ? " and " + counted.get(counted.size() - 1) : "");
    }

    /** A group that a template made is a block. */
    private static String kind(String path, Graph graph, Inventory inventory) {
        if (graph.find(path).isPresent()) {
            return LAYER;
        }
        return graph.group(new GroupPath(path)).flatMap(inventory::templateOf).isPresent() ? BLOCK : GROUP;
    }
}
