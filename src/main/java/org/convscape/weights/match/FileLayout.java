package org.convscape.weights.match;

import java.util.ArrayList;
import java.util.List;
import org.convscape.tensor.Shape;

/** How a library lays out the kernels that it writes. */
public enum FileLayout {
    /** Convolutions {@code [N, C/groups, kH, kW]}, dense layers {@code [out, in]}, channels before rows. */
    TORCH,
    /** Convolutions as {@link #TORCH} has them, dense layers as here: our own ONNX files. */
    CHANNELS_FIRST,
    /** Everything as it is here. */
    KERAS;

    /** The dimensions that an array has in such a file. */
    public List<Long> dimensions(Wanted wanted) {
        List<Long> ours =
                wanted.spec().dimensions().stream().map(Integer::longValue).toList();
        if (asHere(wanted)) {
            return ours;
        }
        return switch (wanted.part()) {
            case CONVOLUTION -> List.of(ours.get(3), ours.get(2), ours.get(0), ours.get(1));
            case DEPTHWISE -> List.of(ours.get(2) * ours.get(3), 1L, ours.get(0), ours.get(1));
            case DENSE -> List.of(ours.get(1), ours.get(0));
            case VECTOR -> ours;
        };
    }

    private boolean asHere(Wanted wanted) {
        return this == KERAS
                || wanted.part() == Wanted.Part.VECTOR
                || (this == CHANNELS_FIRST && wanted.part() == Wanted.Part.DENSE);
    }

    /** True where the dimensions are those, but for ones that one of the two leaves out. */
    public boolean fits(Wanted wanted, List<Long> found) {
        return withoutOnes(dimensions(wanted)).equals(withoutOnes(found));
    }

    private static List<Long> withoutOnes(List<Long> dimensions) {
        List<Long> others = new ArrayList<>(dimensions);
        others.removeIf(each -> each == 1);
        return others;
    }

    /**
     * The numbers in our order.
     *
     * @param values of an array that {@link #fits}
     */
    public float[] ours(Wanted wanted, float[] values) {
        return asHere(wanted) ? values : table(wanted).forwards(values);
    }

    /**
     * The numbers in the order of such a file: what {@link #ours} turns back.
     *
     * @param values in our order
     */
    public float[] theirs(Wanted wanted, float[] values) {
        return asHere(wanted) ? values : table(wanted).backwards(values);
    }

    private static Table table(Wanted wanted) {
        List<Integer> dimensions = wanted.spec().dimensions();
        if (wanted.part() == Wanted.Part.DENSE) {
            Shape maps = wanted.flattened().orElse(Shape.vector(dimensions.get(0)));
            int channels = maps.channels();
            return new Table(dimensions.get(1), channels, dimensions.get(0) / channels);
        }
        boolean depthwise = wanted.part() == Wanted.Part.DEPTHWISE;
        int outputs = depthwise ? dimensions.get(2) * dimensions.get(3) : dimensions.get(3);
        return new Table(outputs, depthwise ? 1 : dimensions.get(2), dimensions.get(0) * dimensions.get(1));
    }

    /** Outputs × channels × places there, places × channels × outputs here. */
    private record Table(int outputs, int channels, int places) {

        float[] forwards(float[] theirs) {
            float[] ours = new float[theirs.length];
            int at = 0;
            for (int output = 0; output < outputs; output++) {
                for (int channel = 0; channel < channels; channel++) {
                    for (int place = 0; place < places; place++) {
                        ours[(place * channels + channel) * outputs + output] = theirs[at++];
                    }
                }
            }
            return ours;
        }

        float[] backwards(float[] ours) {
            float[] theirs = new float[ours.length];
            int at = 0;
            for (int output = 0; output < outputs; output++) {
                for (int channel = 0; channel < channels; channel++) {
                    for (int place = 0; place < places; place++) {
                        theirs[at++] = ours[(place * channels + channel) * outputs + output];
                    }
                }
            }
            return theirs;
        }
    }
}
