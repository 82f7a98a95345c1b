package org.convscape.io.onnx.importing;

import onnx.OnnxMl.NodeProto;
import org.convscape.tensor.Shape;

/** What a name in a model stands for. */
sealed interface Value permits OnnxArray, Value.Seen, Value.Lost {

    /**
     * What a layer gives.
     *
     * @param frame rows, columns and channels of our values, channels fastest, also where they lie as a vector
     * @param arrangement how ONNX sees them
     * @param view the node that last changed how they are seen; null where they are as the layer gave them
     */
    record Seen(Layer layer, Shape frame, Arrangement arrangement, NodeProto view) implements Value {

        Seen as(Arrangement other, NodeProto by) {
            return new Seen(layer, frame, other, by);
        }
    }

    /** What comes from a node that could not be read. */
    record Lost(String node) implements Value {}
}
