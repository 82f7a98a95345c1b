package org.convscape.io;

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

    /** What is not in the numbers, as a sentence; empty where everything is. */
    public String notCounted() {
        return table.notCounted().isEmpty()
                ? ""
                : "Counted as 0 under this convention: " + String.join(", ", table.notCounted()) + ".";
    }

    /** A number with every digit; "at least" while a shape behind it is unknown. */
    static String figure(long value, boolean complete) {
        return (complete ? "" : "≥ ") + Figures.whole(value);
    }
}
