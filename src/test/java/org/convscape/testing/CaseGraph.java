package org.convscape.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.op.library.OperationCase;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * One operation behind as many pictures as it takes, as a graph whose last node is named {@code result}.
 *
 * @param pictures what enters, by path
 */
public record CaseGraph(Graph graph, Map<String, Tensor> pictures) {

    /** The graph for an operation and what enters it. */
    public static CaseGraph of(OperationCase operation, List<Tensor> given) {
        GraphBuilder builder = new GraphBuilder();
        Map<String, Tensor> pictures = new LinkedHashMap<>();
        String[] sources = new String[given.size()];
        for (int i = 0; i < given.size(); i++) {
            Shape shape = operation.inputs().get(i);
            Shape entering = Shape.maps(shape.height(), shape.width(), shape.channels());
            sources[i] = builder.add("in" + i, Input.of(entering));
            pictures.put(sources[i], Tensor.of(entering, given.get(i).values()));
            if (shape.vector()) {
                sources[i] = builder.add("vector" + i, new Flatten(), sources[i]);
            }
        }
        builder.add("result", operation.operation(), sources);
        return new CaseGraph(builder.build(), pictures);
    }
}
