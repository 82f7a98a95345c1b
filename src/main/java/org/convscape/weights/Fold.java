package org.convscape.weights;

import java.util.Arrays;
import java.util.List;
import org.convscape.op.ChannelAffine;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.tensor.Tensor;

/**
 * Channel scalings folded into the linear operation before them: the same results from fewer steps. Batch normalisation
 * behind a convolution becomes part of its kernel and bias (Jacob et al. 2018, section 3.2).
 *
 * @param linear an operation that has a form {@link Operation#withBias() with bias}
 * @param scalings {@link Operation#channelAffine() affine} ones, in the order in which they follow
 */
public record Fold(Part linear, List<Part> scalings) {

    /** One operation with the origin its arrays are found by, and those arrays. */
    public record Part(String origin, Operation operation, List<WeightSpec> weights) {
        /** Keeps an unmodifiable copy. */
        public Part {
            weights = List.copyOf(weights);
        }

        private Weights<Tensor> from(WeightStore store) {
            return name -> weights.stream()
                    .filter(spec -> spec.name().equals(name))
                    .findFirst()
                    .map(spec -> store.get(origin, spec))
                    .orElseThrow(() -> new IllegalArgumentException(origin + " has no array \"" + name + "\""));
        }

        private ChannelAffine affine() {
            return operation
                    .channelAffine()
                    .orElseThrow(() -> new IllegalArgumentException(origin + " does more than scale channels"));
        }
    }

    /** Keeps an unmodifiable copy. */
    public Fold {
        scalings = List.copyOf(scalings);
    }

    /** The operation that does all of them at once. */
    public Operation operation() {
        return linear.operation()
                .withBias()
                .orElseThrow(() -> new IllegalArgumentException(linear.origin() + " cannot take a scaling in"));
    }

    /**
     * One of its arrays, computed from what the parts have in the store.
     *
     * @param specs the arrays of {@link #operation}
     */
    public Tensor array(WeightStore store, List<WeightSpec> specs, WeightSpec wanted) {
        Scaling scaling = scaling(store, specs);
        return wanted.role() == WeightSpec.Role.BIAS
                ? scaling.bias()
                : store.get(linear.origin(), wanted).timesChannels(scaling.factors());
    }

    /** Folds are looked up with every step of every run: the origin tells nearly all of them apart. */
    @Override
    public int hashCode() {
        return linear.origin().hashCode();
    }

    /**
     * What becomes of each channel's sum of products.
     *
     * @param factors what the kernel is multiplied by, as {@link Tensor#timesChannels} does
     * @param bias what is added afterwards
     */
    public record Scaling(float[] factors, Tensor bias) {}

    /**
     * What the scalings do to the sums of products, with what they have in the store.
     *
     * @param specs the arrays of {@link #operation}
     */
    public Scaling scaling(WeightStore store, List<WeightSpec> specs) {
        int channels = (int) only(specs, WeightSpec.Role.BIAS).elements();
        double[] factor = new double[channels];
        double[] shift = new double[channels];
        Arrays.fill(factor, 1);
        for (WeightSpec spec : linear.weights()) {
            if (spec.role() == WeightSpec.Role.BIAS) {
                float[] bias = store.get(linear.origin(), spec).values();
                Arrays.setAll(shift, channel -> bias[channel]);
            }
        }
        scalings.forEach(part -> part.affine().applyAfter(part.from(store), factor, shift));
        return new Scaling(rounded(factor), Tensor.of(new int[] {channels}, rounded(shift)));
    }

    private static WeightSpec only(List<WeightSpec> specs, WeightSpec.Role role) {
        return specs.stream().filter(spec -> spec.role() == role).findFirst().orElseThrow();
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
