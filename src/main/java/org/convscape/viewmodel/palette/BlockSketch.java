package org.convscape.viewmodel.palette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.block.BlockTemplate;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.Category;
import org.convscape.op.library.Input;

/**
 * A block in a few words, read from what it expands into, so that it cannot differ from it: {@code 1×1, 3×3, 1×1, add}
 * for one path, {@code 1×1 | 3×3 | 5×5} for branches.
 */
final class BlockSketch {
    private BlockSketch() {}

    static String of(BlockTemplate template) {
        GraphBuilder builder = new GraphBuilder();
        String source = builder.add("picture", Input.of(template.exampleInput()));
        String exit = template.addTo(builder, "block", template.schema().defaults(), source);
        Graph graph = builder.build();
        Node end = graph.node(exit);
        while (end.inputs().size() == 1
                && steps(end).isEmpty()
                && !end.inputs().get(0).equals(source)) {
            end = graph.node(end.inputs().get(0));
        }
        if (end.inputs().size() < 2) {
            return String.join(", ", path(graph, end.path(), source));
        }
        Set<String> branches = new LinkedHashSet<>();
        for (String input : end.inputs()) {
            branches.add(String.join(", ", path(graph, input, source)));
        }
        branches.remove("");
        String merge = end.operation().type().label().toLowerCase(Locale.ROOT);
        return branches.size() == 1
                ? branches.iterator().next() + ", " + merge
                : branches.stream().collect(Collectors.joining(" | "));
    }

    private static List<String> path(Graph graph, String from, String source) {
        List<String> steps = new ArrayList<>();
        String at = from;
        while (!at.equals(source)) {
            Node node = graph.node(at);
            steps.addAll(0, steps(node));
            if (node.isInput()) {
                break;
            }
            at = node.inputs().get(0);
        }
        return steps;
    }

    private static List<String> steps(Node node) {
        String badge = node.operation().badge();
        String label = node.operation().type().label().toLowerCase(Locale.ROOT);
        Category category = node.operation().type().category();
        if (category == Category.POOLING) {
            return List.of(label.replace("ing", ""));
        }
        if (category != Category.CONVOLUTION) {
            return List.of();
        }
        return List.of((label.replace("convolution", "").strip() + " " + badge).strip());
    }
}
