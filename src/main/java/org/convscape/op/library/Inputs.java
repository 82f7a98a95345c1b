package org.convscape.op.library;

import org.convscape.op.InvalidShape;
import org.convscape.tensor.Shape;

/** What operations demand of their inputs, with the sentence for when it is not so. */
final class Inputs {
    private Inputs() {}

    /** Demands a stack of maps. */
    static Shape maps(Shape shape) {
        if (shape.vector()) {
            throw new InvalidShape("Expected a stack of maps (height×width×channels), found a vector of "
                    + shape.channels() + "; this layer belongs before the flattening or global pooling");
        }
        return shape;
    }

    /** Demands a vector. */
    static Shape vector(Shape shape) {
        if (!shape.vector()) {
            throw new InvalidShape("Expected a vector, found maps of " + shape
                    + "; put a Flatten or a Global average pooling before this layer");
        }
        return shape;
    }
}
