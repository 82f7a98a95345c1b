package org.convscape.engine;

import java.util.Arrays;
import org.convscape.op.Placement;
import org.convscape.op.Work;
import org.convscape.tensor.Tensor;

/** Convolutions and the dense layer, in plain loops that add up in double precision. */
final class ConvolutionLoops {
    private final Tally tally;

    ConvolutionLoops(Tally tally) {
        this.tally = tally;
    }

    /** {@code [H,W,C] → [H',W',N]} with a kernel {@code [kH, kW, C/groups, N]}. */
    Tensor convolve(Tensor input, Tensor kernel, Tensor bias, Placement window, int groups) {
        Tensor padded = Margins.around(input, window, 0);
        int channels = kernel.dimension(3);
        Tensor output = Tensor.zeros(window.output().height(), window.output().width(), channels);
        double[] sums = new double[channels];
        int at = 0;
        for (int row = 0; row < window.output().height(); row++) {
            for (int column = 0; column < window.output().width(); column++) {
                Arrays.fill(sums, 0);
                for (int group = 0; group < groups; group++) {
                    sumUnderWindow(padded, kernel, window, row, column, group, groups, sums);
                }
                addBias(sums, bias);
                at = store(sums, output, at);
            }
        }
        return output;
    }

    private void sumUnderWindow(
            Tensor padded, Tensor kernel, Placement window, int row, int column, int group, int groups, double[] sums) {
        int inputs = kernel.dimension(2);
        int outputs = kernel.dimension(3) / groups;
        float[] weights = kernel.values();
        long performed = 0;
        for (int kernelRow = 0; kernelRow < kernel.dimension(0); kernelRow++) {
            for (int kernelColumn = 0; kernelColumn < kernel.dimension(1); kernelColumn++) {
                int paddedRow = window.inputRow(row, kernelRow) + window.top();
                int paddedColumn = window.inputColumn(column, kernelColumn) + window.left();
                for (int input = 0; input < inputs; input++) {
                    double value = padded.at(paddedRow, paddedColumn, group * inputs + input);
                    int weight =
                            ((kernelRow * kernel.dimension(1) + kernelColumn) * inputs + input) * kernel.dimension(3);
                    for (int output = group * outputs; output < (group + 1) * outputs; output++) {
                        sums[output] += value * weights[weight + output];
                        performed++;
                    }
                }
            }
        }
        tally.performed(Work.MULTIPLY_ADD, performed);
    }

    /** {@code [H,W,C] → [H',W',C·m]} with a kernel {@code [kH, kW, C, m]}. */
    Tensor convolveDepthwise(Tensor input, Tensor kernel, Tensor bias, Placement window) {
        Tensor padded = Margins.around(input, window, 0);
        int channels = kernel.dimension(2) * kernel.dimension(3);
        Tensor output = Tensor.zeros(window.output().height(), window.output().width(), channels);
        double[] sums = new double[channels];
        int at = 0;
        for (int row = 0; row < window.output().height(); row++) {
            for (int column = 0; column < window.output().width(); column++) {
                Arrays.fill(sums, 0);
                sumPerChannel(padded, kernel, window, row, column, sums);
                addBias(sums, bias);
                at = store(sums, output, at);
            }
        }
        return output;
    }

    private void sumPerChannel(Tensor padded, Tensor kernel, Placement window, int row, int column, double[] sums) {
        int multiplier = kernel.dimension(3);
        float[] weights = kernel.values();
        long performed = 0;
        for (int kernelRow = 0; kernelRow < kernel.dimension(0); kernelRow++) {
            for (int kernelColumn = 0; kernelColumn < kernel.dimension(1); kernelColumn++) {
                int paddedRow = window.inputRow(row, kernelRow) + window.top();
                int paddedColumn = window.inputColumn(column, kernelColumn) + window.left();
                int tap = (kernelRow * kernel.dimension(1) + kernelColumn) * sums.length;
                for (int output = 0; output < sums.length; output++) {
                    double value = padded.at(paddedRow, paddedColumn, output / multiplier);
                    sums[output] += value * weights[tap + output];
                    performed++;
                }
            }
        }
        tally.performed(Work.MULTIPLY_ADD, performed);
    }

    /** {@code [in] → [out]} with a kernel {@code [in, out]}. */
    Tensor multiply(Tensor input, Tensor kernel, Tensor bias) {
        int outputs = kernel.dimension(1);
        double[] sums = new double[outputs];
        long performed = 0;
        for (int in = 0; in < kernel.dimension(0); in++) {
            double value = input.values()[in];
            for (int out = 0; out < outputs; out++) {
                sums[out] += value * kernel.values()[in * outputs + out];
                performed++;
            }
        }
        tally.performed(Work.MULTIPLY_ADD, performed);
        addBias(sums, bias);
        Tensor output = Tensor.zeros(outputs);
        store(sums, output, 0);
        return output;
    }

    private void addBias(double[] sums, Tensor bias) {
        if (bias == null) {
            return;
        }
        long performed = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += bias.values()[i];
            performed++;
        }
        tally.performed(Work.BIAS_ADD, performed);
    }

    private static int store(double[] sums, Tensor output, int at) {
        for (int i = 0; i < sums.length; i++) {
            output.values()[at + i] = (float) sums[i];
        }
        return at + sums.length;
    }
}
