package org.convscape.analysis;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Size;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;

/** Why a place adds to a difference, as facts that can be compared; words are made of them where they are shown. */
public sealed interface Reason {

    /** Where something is. */
    enum Side {
        LEFT,
        RIGHT,
        BOTH
    }

    /** One rule counts what the other does not, or both at different rates. */
    record Counted(Cause cause, Side by) implements Reason {}

    /** A layer that one network alone has. */
    record Only(Side in) implements Reason {}

    /**
     * Within a block the stride has gone from one layer to another.
     *
     * @param to the layer that has it in the right network
     * @param from the layer that has it in the left one
     */
    record StrideMoved(Place to, Place from) implements Reason {

        /**
         * A layer by its window and where it stands among those of its block with the same one.
         *
         * @param kernel empty for a layer that has a stride and no kernel
         * @param type the kind of such a layer; empty where there is a kernel
         */
        public record Place(Optional<Size> kernel, Optional<OpType<?>> type, Position position) {}

        /** The place among the layers of one block with equal kernels. */
        public enum Position {
            ALONE,
            FIRST,
            MIDDLE,
            LAST
        }
    }

    /**
     * One network's layer has a bias.
     *
     * @param normalised true where batch norm takes the mean away again right behind it
     */
    record Bias(OpType<?> layer, boolean normalised) implements Reason {}

    /** One network's batch norm has a learned factor. */
    record LearnedFactor() implements Reason {}

    /** One network's layer keeps moving statistics. */
    record MovingStatistics() implements Reason {}

    /** The total of one side has the moving statistics, which are not trained; the other side has trained ones only. */
    record UntrainedStatistics() implements Reason {}

    /** One network's layer has another array, of that name. */
    record OtherWeight(String name) implements Reason {}

    /** The layers are set differently. */
    record Settings(List<Change> changes) implements Reason {

        /**
         * One attribute that differs.
         *
         * @param label the attribute's
         * @param before its value in the left network, as text
         * @param after its value in the right one
         */
        public record Change(String label, String before, String after) {}

        /** Keeps an unmodifiable copy. */
        public Settings {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What comes in has another number of channels, and differs in nothing else.
     *
     * @param vector true for the values of a vector
     */
    record InputChannels(int before, int after, boolean vector) implements Reason {}

    /** What comes in has other shapes. */
    record Inputs(List<Shape> before, List<Shape> after) implements Reason {

        /** Keeps unmodifiable copies. */
        public Inputs {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
