package org.convscape.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;

/**
 * Hands out origins for new nodes of a document. A new node gets its path, as long as no other node was made under that
 * one; so two nodes never share weights by accident, whatever they were renamed to.
 */
final class Origins {
    private final Set<String> taken = new HashSet<>();

    private Origins(Stream<Node> nodes) {
        nodes.forEach(node -> taken.add(node.origin()));
    }

    /** For nodes that come to those of a document. */
    static Origins of(Document document) {
        return new Origins(all(document));
    }

    /** The nodes of a document and those that others stand for, which come back when they are unfolded. */
    private static Stream<Node> all(Document document) {
        Stream<Node> folded = document.folds().values().stream()
                .flatMap(fold -> Stream.concat(Stream.of(fold.linear()), fold.scalings().stream()));
        return Stream.concat(document.graph().nodes().stream(), folded);
    }

    /** An origin that nothing else has: the wanted one where it is free. */
    String claim(String wanted) {
        String free = wanted;
        for (int n = 2; !taken.add(free); n++) {
            free = wanted + "#" + n;
        }
        return free;
    }

    /** The origin of a copy: its own where the original is gone, else that of a node that is made at its path. */
    String claim(Node copy) {
        return taken.contains(copy.origin()) ? claim(copy.path()) : claim(copy.origin());
    }

    /**
     * A block as it is expanded anew: its nodes are made where those of the old block were, so that a node which both
     * have keeps its weights, and a new one has those it would have, had the block never been renamed.
     *
     * @param fresh the nodes and groups of the block alone, at the path where the old one stands
     */
    static Graph inherited(Document document, GroupPath block, Graph fresh) {
        Map<String, String> before = new HashMap<>();
        all(document)
                .filter(node -> block.contains(node.path()))
                .forEach(node -> before.put(node.path(), node.origin()));
        Origins origins = new Origins(all(document).filter(node -> !block.contains(node.path())));
        List<Node> nodes = fresh.nodes();
        nodes.forEach(node -> Optional.ofNullable(before.get(node.path())).ifPresent(origins.taken::add));
        String made = place(before, block);
        return fresh.replacing(nodes.stream()
                .map(node -> node.from(
                        before.containsKey(node.path())
                                ? before.get(node.path())
                                : origins.claim(made
                                        + node.path().substring(block.text().length()))))
                .toList());
    }

    /** The path under which a block was made, as its nodes remember it; where they do not, where it stands. */
    private static String place(Map<String, String> origins, GroupPath block) {
        return origins.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> each.getValue()
                        .endsWith(each.getKey().substring(block.text().length())))
                .map(each -> each.getValue()
                        .substring(
                                0,
                                each.getValue().length()
                                        - each.getKey().length()
                                        + block.text().length()))
                .findFirst()
                .orElse(block.text());
    }
}
