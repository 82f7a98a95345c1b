package org.convscape.engine;

import org.convscape.op.Work;
import org.convscape.tensor.Tensor;

/** Normalisations along the channels, in plain loops that compute in double precision. */
final class NormalisationLoops {
    private final Tally tally;

    NormalisationLoops(Tally tally) {
        this.tally = tally;
    }

    /** Batch normalisation with kept statistics; gamma and beta may be null. */
    Tensor batch(Tensor input, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
        int channels = mean.size();
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            scale[channel] =
                    (gamma == null ? 1 : gamma.values()[channel]) / Math.sqrt(variance.values()[channel] + epsilon);
            shift[channel] = beta == null ? 0 : beta.values()[channel];
        }
        Tensor output = Tensor.zeros(input.dimensions());
        for (int i = 0; i < input.size(); i++) {
            int channel = i % channels;
            output.values()[i] =
                    (float) ((input.values()[i] - (double) mean.values()[channel]) * scale[channel] + shift[channel]);
            tally.performed(Work.SCALE_SHIFT, 1);
        }
        return output;
    }

    /** Exponentials divided by their sum; the largest value is subtracted first, so that none overflows. */
    Tensor softmax(Tensor input) {
        int channels = input.dimension(input.rank() - 1);
        Tensor output = Tensor.zeros(input.dimensions());
        double[] exponentials = new double[channels];
        for (int start = 0; start < input.size(); start += channels) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int channel = 0; channel < channels; channel++) {
                largest = Math.max(largest, input.values()[start + channel]);
                tally.performed(Work.COMPARE, 1);
            }
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                exponentials[channel] = Math.exp((double) input.values()[start + channel] - largest);
                sum += exponentials[channel];
                tally.performed(Work.EXPONENTIAL, 1);
                tally.performed(Work.ADD, 2);
            }
            for (int channel = 0; channel < channels; channel++) {
                output.values()[start + channel] = (float) (exponentials[channel] / sum);
                tally.performed(Work.DIVIDE, 1);
            }
        }
        return output;
    }

    /**
     * Local response normalisation. The window holds {@code (size - 1) / 2} channels before and the rest after, as in
     * ONNX; channels beyond the first and last are zeros.
     */
    Tensor acrossChannels(Tensor input, int size, double alpha, double beta, double k) {
        int channels = input.dimension(2);
        int before = (size - 1) / 2;
        double[] squares = new double[channels + size - 1];
        Tensor output = Tensor.zeros(input.dimensions());
        for (int start = 0; start < input.size(); start += channels) {
            for (int channel = 0; channel < channels; channel++) {
                double value = input.values()[start + channel];
                squares[before + channel] = value * value;
                tally.performed(Work.MULTIPLY, 1);
            }
            for (int channel = 0; channel < channels; channel++) {
                double sum = 0;
                for (int neighbour = 0; neighbour < size; neighbour++) {
                    sum += squares[channel + neighbour];
                    tally.performed(Work.ADD, 1);
                }
                double divisor = Math.pow(k + alpha / size * sum, beta);
                output.values()[start + channel] = (float) (input.values()[start + channel] / divisor);
                tally.performed(Work.MULTIPLY, 1);
                tally.performed(Work.ADD, 1);
                tally.performed(Work.EXPONENTIAL, 1);
                tally.performed(Work.DIVIDE, 1);
            }
        }
        return output;
    }
}
