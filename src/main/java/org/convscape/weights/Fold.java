package org.convscape.weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * Its kernel and bias, by name, computed from what the parts have in the store.
     *
     * @param specs the arrays of {@link #operation}
     */
    public Map<String, Tensor> arrays(WeightStore store, List<WeightSpec> specs) {
        Scaling scaling = scaling(store, specs);
        Map<String, Tensor> arrays = new HashMap<>();
        specs.forEach(spec -> arrays.put(spec.name(), array(store, spec, scaling)));
        return arrays;
    }

    /** One of the arrays that {@link #arrays} gives. */
    public Tensor array(WeightStore store, List<WeightSpec> specs, WeightSpec wanted) {
        return array(store, wanted, scaling(store, specs));
    }

    /** Folds are looked up with every step of every run: the origin tells nearly all of them apart. */
    @Override
    public int hashCode() {
        return linear.origin().hashCode();
    }

    /** What becomes of each channel's sum of products. */
    private record Scaling(double[] factor, double[] shift) {}

    private Scaling scaling(WeightStore store, List<WeightSpec> specs) {
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
        return new Scaling(factor, shift);
    }

    private Tensor array(WeightStore store, WeightSpec spec, Scaling scaling) {
        return spec.role() == WeightSpec.Role.BIAS
                ? rounded(scaling.shift())
                : scaled(store.get(linear.origin(), spec), scaling.factor());
    }

    private static WeightSpec only(List<WeightSpec> specs, WeightSpec.Role role) {
        return specs.stream().filter(spec -> spec.role() == role).findFirst().orElseThrow();
    }

    private static Tensor scaled(Tensor kernel, double[] factor) {
        float[] values = new float[kernel.size()];
        for (int i = 0; i < values.length; ) {
            for (int channel = 0; channel < factor.length; channel++, i++) {
                values[i] = (float) (kernel.values()[i] * factor[channel]);
            }
        }
        return Tensor.of(kernel.dimensions(), values);
    }

    private static Tensor rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return Tensor.of(new int[] {values.length}, rounded);
    }
}
