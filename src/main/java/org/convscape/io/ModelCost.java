package org.convscape.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.analysis.CostTable;
import org.convscape.figures.Figures;
import org.convscape.tensor.Shape;

/**
 * The cost table of a model under the name it was asked for by.
 *
 * @param model the id of a network, block or operation, or the title of a document
 */
public record ModelCost(String model, CostTable table) {

    /** What every number of the table stands for: {@code input 224×224×3, batch 1, multiply-adds, convention macs}. */
    public String terms() {
        String inputs = table.inputs().isEmpty()
                ? "no input"
                : (table.inputs().size() == 1 ? "input " : "inputs ")
                        + table.inputs().stream().map(Shape::toString).collect(Collectors.joining(", "));
        return inputs + ", batch " + table.batch() + ", " + table.unit() + ", convention " + table.convention();
    }

    /**
     * What is not in the numbers, and what the tool's other setting gives, as sentences; empty where there is nothing
     * to say.
     */
    public String notCounted() {
        List<String> zero = new ArrayList<>(table.notCounted());
        zero.removeAll(table.unknown());
        List<String> sentences = new ArrayList<>();
        if (!zero.isEmpty()) {
            sentences.add("Counted as 0 under this convention: " + String.join(", ", zero) + ".");
        }
        if (!table.unknown().isEmpty()) {
            sentences.add("Not known to this convention, and not counted: " + String.join(", ", table.unknown()) + ".");
        }
        table.variant()
                .ifPresent(other -> sentences.add("The same under " + other.convention() + ": "
                        + Figures.whole(other.count()) + " " + table.unit() + "."));
        return String.join(" ", sentences);
    }

    /** A number with every digit; "at least" while a shape behind it is unknown. */
    static String figure(long value, boolean complete) {
        return (complete ? "" : "≥ ") + Figures.whole(value);
    }
}
