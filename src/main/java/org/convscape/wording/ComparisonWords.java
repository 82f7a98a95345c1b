package org.convscape.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.convscape.analysis.GraphDifference;
import org.convscape.analysis.GraphDifference.AttributeChanged;
import org.convscape.analysis.GraphDifference.Change;
import org.convscape.analysis.NetworkAlignment;
import org.convscape.analysis.Stage;
import org.convscape.graph.Node;
import org.convscape.tensor.Shape;

/** Networks side by side in words. */
public final class ComparisonWords {
    private static final int LISTED = 3;

    private ComparisonWords() {}

    /** {@code 1/8} of the picture's side, {@code ×2}, {@code head}, {@code unknown}. */
    public static String stage(Stage stage) {
        return switch (stage.kind()) {
            case HEAD -> "head";
            case UNKNOWN -> "unknown";
            case MAPS -> stage.halvings() < 0 ? "×" + (1L << -stage.halvings()) : "1/" + (1L << stage.halvings());
        };
    }

    /** What a row stands for: its stage, or the block or layer of the first network that has one there. */
    public static String row(NetworkAlignment.By by, NetworkAlignment.Row row) {
        return by == NetworkAlignment.By.STAGE ? stage(row.stage()) : row.path();
    }

    /** What the rows are, in one word. */
    public static String rows(NetworkAlignment.By by) {
        return switch (by) {
            case STAGE -> "stage";
            case BLOCK -> "block";
            case NAME -> "layer";
        };
    }

    /** The sizes of maps, each once: {@code 35×35}, {@code 149×149, 147×147}; of vectors their lengths. */
    public static String sizes(List<Shape> shapes) {
        List<String> sizes = shapes.stream()
                .map(shape -> shape.vector() ? shape.toString() : shape.height() + "×" + shape.width())
                .distinct()
                .toList();
        return sizes.size() <= LISTED ? String.join(", ", sizes) : sizes.get(0) + " … " + sizes.get(sizes.size() - 1);
    }

    /** The kind of a change, in one word. */
    public static String kind(Change change) {
        if (change instanceof GraphDifference.Added) {
            return "added";
        }
        if (change instanceof GraphDifference.Removed) {
            return "removed";
        }
        if (change instanceof GraphDifference.Replaced) {
            return "replaced";
        }
        if (change instanceof GraphDifference.Renamed) {
            return "renamed";
        }
        return change instanceof GraphDifference.Rewired ? "rewired" : "changed";
    }

    /** What changes: an attribute by its label, the inputs, the operation. */
    public static String what(Change change) {
        if (change instanceof AttributeChanged set) {
            return set.attribute().label();
        }
        if (change instanceof GraphDifference.Renamed) {
            return "Name";
        }
        return change instanceof GraphDifference.Rewired ? "Inputs" : "Operation";
    }

    /** What it was in the first graph; empty for what is new. */
    public static String before(Change change) {
        if (change instanceof AttributeChanged set) {
            return set.from();
        }
        if (change instanceof GraphDifference.Renamed renamed) {
            return renamed.before().path();
        }
        if (change instanceof GraphDifference.Rewired rewired) {
            return inputs(rewired.before());
        }
        if (change instanceof GraphDifference.Replaced replaced) {
            return replaced.before().operation().label();
        }
        return change instanceof GraphDifference.Removed removed
                ? removed.node().operation().label()
                : "";
    }

    /** What it is in the second graph; empty for what is gone. */
    public static String after(Change change) {
        if (change instanceof AttributeChanged set) {
            return set.to();
        }
        if (change instanceof GraphDifference.Renamed renamed) {
            return renamed.after().path();
        }
        if (change instanceof GraphDifference.Rewired rewired) {
            return inputs(rewired.after());
        }
        if (change instanceof GraphDifference.Replaced replaced) {
            return replaced.after().operation().label();
        }
        return change instanceof GraphDifference.Added added
                ? added.node().operation().label()
                : "";
    }

    private static String inputs(Node node) {
        return node.inputs().stream()
                .map(input -> input.equals(Node.OPEN) ? "open" : input)
                .collect(Collectors.joining(", "));
    }
}
