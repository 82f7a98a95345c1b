package org.convscape.op.library;

import java.util.List;
import org.convscape.attribute.Size;
import org.convscape.op.InvalidShape;
import org.convscape.op.Placement;
import org.convscape.op.Window;
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

    /**
     * Demands that a number of channels, or of values in a vector, can be one extent of a shape.
     *
     * @param remedy what would work
     */
    static int countable(long count, String what, String remedy) {
        if (count > Integer.MAX_VALUE) {
            throw new InvalidShape("This layer would make " + count + " " + what + ", more than the "
                    + Integer.MAX_VALUE + " that can be; " + remedy);
        }
        return (int) count;
    }

    /** The shape that a pooling window makes of maps; demands that no window lies in padding alone. */
    static Shape pooled(Shape shape, Window window) {
        Shape in = maps(shape);
        Placement placement = window.over(in.height(), in.width());
        if (!placement.everyWindowMeetsTheInput()) {
            Size kernel = window.kernel();
            // With no more than this on either side, the first and the last window keep a pixel, whatever the stride.
            throw new InvalidShape("With padding " + window.padding() + " some " + kernel
                    + " windows would meet padding alone; padding of at most " + (kernel.height() - 1) + ","
                    + (kernel.width() - 1) + " (one less than the kernel) would work");
        }
        return Shape.maps(placement.output().height(), placement.output().width(), in.channels());
    }

    /**
     * The shape of the first input; demands that every other has it too, or one value for each of its channels.
     *
     * @param what the operation, as a person reads it
     */
    static Shape spread(String what, List<Shape> inputs) {
        Shape first = inputs.get(0);
        for (Shape other : inputs) {
            boolean perChannel = other.positions() == 1 && other.channels() == first.channels() && !first.vector();
            if (!other.equals(first) && !perChannel) {
                throw new InvalidShape(
                        what + " needs inputs of the first one's shape, or with one value for each of its"
                                + " channels, found " + first + " and " + other
                                + (first.positions() < other.positions() && first.channels() == other.channels()
                                        ? "; the larger one first would work"
                                        : ""));
            }
        }
        return first;
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
