package org.convscape.io.onnx.importing;

import java.util.List;
import java.util.Map;
import org.convscape.op.Operation;

/** One node on its way into operations of ours: what it reads, and what it may add. */
final class Step {
    private final NodeReader node;
    private final Layers layers;
    private final boolean own;

    /**
     * A step.
     *
     * @param own whether this program wrote the file: it then says more than the operators do
     */
    Step(NodeReader node, Layers layers, boolean own) {
        this.node = node;
        this.layers = layers;
        this.own = own;
    }

    NodeReader node() {
        return node;
    }

    Layers layers() {
        return layers;
    }

    boolean own() {
        return own;
    }

    /** True where a layer was written by this program as several nodes, of which this is another one. */
    boolean continues(Layer layer) {
        return own
                && layer.untaken()
                && layer.node != null
                && Names.stem(layer.node.getName())
                        .equals(Names.stem(node.proto().getName()));
    }

    /** Adds an operation without weights that keeps how its input is seen. */
    Value.Seen like(Value.Seen input, Operation operation) {
        return like(input, operation, "", Map.of());
    }

    /** Adds an operation that keeps how its input is seen. */
    Value.Seen like(Value.Seen input, Operation operation, String hint, Map<String, Layer.Weight> weights) {
        Layer layer = layers.add(node.proto(), hint, operation, List.of(input.layer()), weights);
        return new Value.Seen(layer, input.frame(), input.arrangement(), null);
    }

    /** Adds an operation whose result is maps, or a vector. */
    Value.Seen added(Operation operation, String hint, List<Layer> inputs, Map<String, Layer.Weight> weights) {
        return Layers.seen(layers.add(node.proto(), hint, operation, inputs, weights));
    }
}
