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

    /** A limit on every value. */
    record Limit(long length, double low, double high, int threads) implements Call {}

    /** Every value times a constant. */
    record Scale(long length, double factor, int threads) implements Call {}

    /** A sum, value by value. */
    record Sum(long length, int threads) implements Call {}

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
