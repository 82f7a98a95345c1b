package org.convscape.io.onnx.importing;

import java.util.Optional;
import org.convscape.op.library.HardSigmoid;
import org.convscape.op.library.HardSwish;
import org.convscape.op.library.Multiply;
import org.convscape.op.library.Relu6;
import org.convscape.op.library.Sigmoid;
import org.convscape.op.library.Swish;

/**
 * Gates as exporters spell them out where their operators lack them: {@code x · sigmoid(x)}, and
 * {@code x · min(max(x + 3, 0), 6) / 6} with or without the product.
 */
final class SpelledOut {
    private static final double THREE = 3;
    private static final double HALF = 0.5;

    private final Layers layers;

    SpelledOut(Layers layers) {
        this.layers = layers;
    }

    /** A value times its own sigmoid. */
    Optional<Value> product(Value.Seen value, Value.Seen gate) {
        Layer layer = gate.layer();
        if (!layer.untaken() || layer.inputs.isEmpty() || layer.inputs.get(0) != value.layer()) {
            return Optional.empty();
        }
        if (layer.operation instanceof Sigmoid) {
            layer.operation = new Swish();
        } else if (layer.operation instanceof HardSigmoid hard
                && ElementOperators.isSixth(hard.slope())
                && hard.offset() == HALF) {
            layer.operation = new HardSwish();
        } else {
            return Optional.empty();
        }
        return Optional.of(gate);
    }

    /** What is divided by six. */
    Optional<Value> sixth(Value.Seen value) {
        Layer layer = value.layer();
        if (!layer.untaken()) {
            return Optional.empty();
        }
        if (shiftedByThree(layer, 0)) {
            layer.operation = new HardSigmoid(1.0 / 6, HALF);
            takeIn(layer, layer.inputs.get(0));
            return Optional.of(value);
        }
        if (layer.operation instanceof Multiply && layer.inputs.size() == 2) {
            for (int i = 0; i < 2; i++) {
                Layer limited = layer.inputs.get(i);
                Layer other = layer.inputs.get(1 - i);
                if (shiftedByThree(limited, 1) && limited.inputs.get(0).inputs.get(0) == other) {
                    takeIn(limited, limited.inputs.get(0));
                    takeIn(layer, limited);
                    layer.inputs.remove(1);
                    layer.inputs.set(0, other);
                    other.takers--;
                    layer.operation = new HardSwish();
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean shiftedByThree(Layer limited, int takers) {
        return limited.operation instanceof Relu6
                && limited.takers == takers
                && limited.inputs.get(0).shift == THREE
                && limited.inputs.get(0).takers == 1;
    }

    /** Takes a layer out whose work the one behind it does. */
    private void takeIn(Layer layer, Layer before) {
        layer.inputs.replaceAll(each -> each == before ? before.inputs.get(0) : each);
        layers.all().remove(before);
    }
}
