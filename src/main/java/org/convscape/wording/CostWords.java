package org.convscape.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.analysis.CostTable;
import org.convscape.op.Operation;
import org.convscape.tensor.Shape;

/** The rows of a cost table in words. */
public final class CostWords {
    private CostWords() {}

    /** What leaves: {@code 56×56×64}, {@code unknown}; of several results, their different shapes. */
    public static String output(CostTable.Row row) {
        return shapes(row.outputs());
    }

    private static String shapes(List<Optional<Shape>> shapes) {
        return shapes.stream()
                .map(shape -> shape.map(Shape::toString).orElse("unknown"))
                .collect(Collectors.joining(", "));
    }

    /** The operation and its setting; the id where the row stands for more than one operation. */
    public static String label(CostTable.Row row) {
        return row.layer().map(Operation::label).orElse(row.operation());
    }
}
