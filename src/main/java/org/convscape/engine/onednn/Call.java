package org.convscape.engine.onednn;

import java.util.List;
import org.convscape.op.Placement;
import org.convscape.op.Pointwise;

/** All that a primitive depends on but the values: two calls that are equal are done by the same primitive. */
sealed interface Call {

    /** What follows a verb, without the values that enter. */
    record Ending(Pointwise what, int others) {}

    /** A convolution; a depthwise one has as many groups as channels. */
    record Convolution(
            long pictures,
            long inputs,
            long outputs,
            Placement window,
            int groups,
            boolean bias,
            List<Ending> endings,
            int threads)
            implements Call {}

    /** A product of vectors with a matrix. */
    record Product(long pictures, long inputs, long outputs, boolean bias, List<Ending> endings, int threads)
            implements Call {}

    /** A pooling. */
    record Pooling(long pictures, long channels, Placement window, Kind kind, int threads) implements Call {
        /** What is made of the values under the window. */
        enum Kind {
            MAXIMUM,
            AVERAGE_OF_ALL,
            AVERAGE_OF_PICTURE
        }
    }

    /** A function of every value. */
    record Each(long length, Elementwise function, double alpha, double beta, int threads) implements Call {}

    /**
     * Two values made one.
     *
     * @param spread whether there is one right value per picture and channel, at every position
     */
    record Pair(long pictures, long positions, long channels, boolean spread, Pairing what, int threads)
            implements Call {
        /** Values that are alike lie one behind the other, whatever their shape. */
        static Pair of(Maps left, boolean spread, Pairing what, int threads) {
            return spread
                    ? new Pair(left.pictures(), left.height() * left.width(), left.channels(), true, what, threads)
                    : new Pair(1, 1, left.length(), false, what, threads);
        }
    }

    /** Maps one behind the other. */
    record Concatenation(long pictures, long height, long width, List<Long> channels, int threads) implements Call {}

    /** Maps with zeros around them; {@code offsets} are rows, columns and channels before the first. */
    record Padding(List<Long> inner, List<Long> outer, List<Long> offsets, int threads) implements Call {}

    /** Normalisation of each channel by a mean and a variance that are given. */
    record PerChannel(
            long pictures,
            long height,
            long width,
            long channels,
            float epsilon,
            boolean gamma,
            boolean beta,
            int threads)
            implements Call {}

    /** Shares of one, along the channels. */
    record Shares(long pictures, long height, long width, long channels, int threads) implements Call {}

    /** Normalisation across channels. */
    record AcrossChannels(
            long pictures,
            long height,
            long width,
            long channels,
            int size,
            double alpha,
            double beta,
            double k,
            int threads)
            implements Call {}
}
