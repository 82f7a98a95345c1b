package org.convscape.zoo;

import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Diagnostic;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Graph;
import org.convscape.tensor.Shape;

/**
 * Something that can be asked for by id and stands alone behind a picture: a network, a block or an operation.
 *
 * @param family the heading it stands under: a family of architecture, or the category of an operation
 * @param origin one line: the paper and the implementation, or what it does
 * @param defaultInput the picture it is usually shown with
 */
public record Model(
        String id,
        String label,
        Kind kind,
        String family,
        String origin,
        Shape defaultInput,
        AttributeSchema schema,
        Construction construction) {

    /** What a model is. */
    public enum Kind {
        NETWORK,
        BLOCK,
        OPERATION
    }

    /** Builds the graph of a model. */
    @FunctionalInterface
    public interface Construction {

        /** The graph for pictures of that shape and these values. */
        Graph build(Shape input, AttributeValues attributes);
    }

    /**
     * The graph for pictures of that shape.
     *
     * @throws InvalidAttribute when the values, or the values and the input, do not go together
     */
    public Graph build(Shape input, AttributeValues attributes) {
        return construction.build(input, attributes);
    }

    /**
     * Why this model cannot take that picture, as a sentence that names the node where it runs out and, if the usual
     * input works with these values, says so; empty when it can.
     */
    public Optional<String> refusal(Shape input, AttributeValues attributes) {
        return firstError(input, attributes)
                .map(error -> id + " cannot take " + input + " at " + error.node() + ": " + error.message()
                        + (firstError(defaultInput, attributes).isEmpty()
                                ? ". An input of " + defaultInput + " would work"
                                : ""));
    }

    private Optional<Diagnostic> firstError(Shape input, AttributeValues attributes) {
        return Analysis.of(build(input, attributes)).diagnostics().stream().findFirst();
    }
}
