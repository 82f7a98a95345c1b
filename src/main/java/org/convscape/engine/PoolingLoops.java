package org.convscape.engine;

import java.util.Arrays;
import org.convscape.op.Placement;
import org.convscape.op.Work;
import org.convscape.tensor.Tensor;

/** Maxima and means under a window, in plain loops. */
final class PoolingLoops {
    private final Tally tally;

    PoolingLoops(Tally tally) {
        this.tally = tally;
    }

    /** The largest value under the window; the padding is −∞, so that it never wins. */
    Tensor maximum(Tensor input, Placement window) {
        Tensor padded = Margins.around(input, window, Float.NEGATIVE_INFINITY);
        Tensor output = outputOf(input, window);
        int channels = input.dimension(2);
        long performed = 0;
        int at = 0;
        for (int row = 0; row < window.output().height(); row++) {
            for (int column = 0; column < window.output().width(); column++) {
                for (int channel = 0; channel < channels; channel++) {
                    float largest = Float.NEGATIVE_INFINITY;
                    for (int kernelRow = 0; kernelRow < window.kernel().height(); kernelRow++) {
                        for (int kernelColumn = 0;
                                kernelColumn < window.kernel().width();
                                kernelColumn++) {
                            largest = Math.max(
                                    largest, valueUnder(padded, window, row, column, kernelRow, kernelColumn, channel));
                            performed++;
                        }
                    }
                    output.values()[at++] = largest;
                }
            }
        }
        tally.performed(Work.COMPARE, performed);
        return output;
    }

    /** The mean under the window; a window that holds nothing that counts gives 0. */
    Tensor average(Tensor input, Placement window, boolean countPadding) {
        Tensor padded = Margins.around(input, window, 0);
        Tensor output = outputOf(input, window);
        int channels = input.dimension(2);
        double[] sums = new double[channels];
        int at = 0;
        for (int row = 0; row < window.output().height(); row++) {
            for (int column = 0; column < window.output().width(); column++) {
                int divisor = sumUnderWindow(padded, window, countPadding, row, column, sums);
                for (int channel = 0; channel < channels; channel++) {
                    output.values()[at++] = divisor == 0 ? 0 : (float) (sums[channel] / divisor);
                    tally.performed(Work.DIVIDE, 1);
                }
            }
        }
        return output;
    }

    /** Leaves the sum of every channel in {@code sums} and returns how many positions count. */
    private int sumUnderWindow(
            Tensor padded, Placement window, boolean countPadding, int row, int column, double[] sums) {
        Arrays.fill(sums, 0);
        int divisor = 0;
        long performed = 0;
        for (int kernelRow = 0; kernelRow < window.kernel().height(); kernelRow++) {
            for (int kernelColumn = 0; kernelColumn < window.kernel().width(); kernelColumn++) {
                if (counts(window, countPadding, row, column, kernelRow, kernelColumn)) {
                    divisor++;
                }
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += valueUnder(padded, window, row, column, kernelRow, kernelColumn, channel);
                    performed++;
                }
            }
        }
        tally.performed(Work.WINDOW_ADD, performed);
        return divisor;
    }

    /** True where the window lies on the picture, or on its padding if that counts; never where it overhangs both. */
    private static boolean counts(
            Placement window, boolean countPadding, int row, int column, int kernelRow, int kernelColumn) {
        int inputRow = window.inputRow(row, kernelRow);
        int inputColumn = window.inputColumn(column, kernelColumn);
        int bottom = window.input().height() + (countPadding ? window.bottom() : 0);
        int right = window.input().width() + (countPadding ? window.right() : 0);
        return inputRow >= (countPadding ? -window.top() : 0)
                && inputColumn >= (countPadding ? -window.left() : 0)
                && inputRow < bottom
                && inputColumn < right;
    }

    /** The mean of each map: {@code [H,W,C] → [C]}. */
    Tensor averageMaps(Tensor input) {
        int channels = input.dimension(2);
        int positions = input.dimension(0) * input.dimension(1);
        double[] sums = new double[channels];
        long performed = 0;
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < channels; channel++) {
                sums[channel] += input.values()[position * channels + channel];
                performed++;
            }
        }
        tally.performed(Work.WINDOW_ADD, performed);
        Tensor output = Tensor.zeros(channels);
        for (int channel = 0; channel < channels; channel++) {
            output.values()[channel] = (float) (sums[channel] / positions);
            tally.performed(Work.DIVIDE, 1);
        }
        return output;
    }

    private static Tensor outputOf(Tensor input, Placement window) {
        return Tensor.zeros(window.output().height(), window.output().width(), input.dimension(2));
    }

    private static float valueUnder(
            Tensor padded, Placement window, int row, int column, int kernelRow, int kernelColumn, int channel) {
        return padded.at(
                window.inputRow(row, kernelRow) + window.top(),
                window.inputColumn(column, kernelColumn) + window.left(),
                channel);
    }
}
