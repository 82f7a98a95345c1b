package org.convscape.op.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convscape.tensor.Tensor;

/** The order of the dimensions of arrays: between ONNX, which puts channels before the picture, and ours, behind it. */
final class Axes {
    private Axes() {}

    /** The array whose dimension i is dimension {@code order[i]} of the given one. */
    static Tensor permuted(Tensor tensor, int... order) {
        int rank = order.length;
        int[] dimensions = new int[rank];
        int[] steps = new int[rank];
        for (int i = 0; i < rank; i++) {
            dimensions[i] = tensor.dimension(order[i]);
            steps[i] = 1;
            for (int inner = order[i] + 1; inner < rank; inner++) {
                steps[i] *= tensor.dimension(inner);
            }
        }
        Tensor output = Tensor.zeros(dimensions);
        int[] at = new int[rank];
        for (int i = 0; i < output.size(); i++) {
            int from = 0;
            for (int axis = 0; axis < rank; axis++) {
                from += at[axis] * steps[axis];
            }
            output.values()[i] = tensor.values()[from];
            for (int axis = rank - 1; axis >= 0 && ++at[axis] == dimensions[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return output;
    }

    /** {@code [N,C,H,W] → [N,H,W,C]}. */
    static Tensor channelsLast(Tensor tensor) {
        return permuted(tensor, 0, 2, 3, 1);
    }

    /** {@code [N,H,W,C] → [N,C,H,W]}. */
    static Tensor channelsFirst(Tensor tensor) {
        return permuted(tensor, 0, 3, 1, 2);
    }

    /** The parts along the first dimension. */
    static List<Tensor> slices(Tensor tensor) {
        int[] inner = Arrays.copyOfRange(tensor.dimensions(), 1, tensor.rank());
        int size = Math.toIntExact(Tensor.elements(inner));
        List<Tensor> slices = new ArrayList<>();
        for (int i = 0; i < tensor.dimension(0); i++) {
            slices.add(Tensor.of(inner, Arrays.copyOfRange(tensor.values(), i * size, (i + 1) * size)));
        }
        return slices;
    }

    /** Parts of one shape along a new first dimension. */
    static Tensor stacked(List<Tensor> slices) {
        int[] inner = slices.get(0).dimensions();
        int[] dimensions = new int[inner.length + 1];
        dimensions[0] = slices.size();
        System.arraycopy(inner, 0, dimensions, 1, inner.length);
        Tensor output = Tensor.zeros(dimensions);
        int at = 0;
        for (Tensor slice : slices) {
            System.arraycopy(slice.values(), 0, output.values(), at, slice.size());
            at += slice.size();
        }
        return output;
    }
}
