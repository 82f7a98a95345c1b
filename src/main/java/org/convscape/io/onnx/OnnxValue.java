package org.convscape.io.onnx;

import org.convscape.tensor.Shape;

/**
 * A value of an ONNX graph while it is written: either the name of an activation with its shape, or a weight that
 * becomes an initializer in whatever layout the node that takes it wants.
 *
 * @param name of an activation; for a weight the name its initializer gets
 * @param shape of an activation; null for a weight
 * @param weight the numbers; null for an activation
 */
record OnnxValue(String name, Shape shape, Numbers weight) {

    static OnnxValue activation(String name, Shape shape) {
        return new OnnxValue(name, shape, null);
    }

    static OnnxValue weight(String name, Numbers weight) {
        return new OnnxValue(name, null, weight);
    }
}
