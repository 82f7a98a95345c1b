package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Computes what follows from constants alone: the arithmetic of shapes that exporters write out. */
final class Folding {
    private final TensorReader tensors;

    Folding(TensorReader tensors) {
        this.tensors = tensors;
    }

    /** The constant that a node gives; empty where this does not know the operation. */
    Optional<OnnxArray> of(NodeReader node) {
        OnnxArray first = node.input(0) instanceof OnnxArray array ? array : null;
        return Optional.ofNullable(
                switch (node.type()) {
                    case "Constant" -> constant(node);
                    case "ConstantOfShape" -> filled(node, first.whole());
                    case "Shape" -> OnnxArray.of(Views.shape(node, first.dimensions()));
                    case "Identity", "Dropout" -> first;
                    case "Cast" -> cast(node, first);
                    case "Reshape" -> first.reshaped(Views.reshaped(node, first.dimensions()));
                    case "Unsqueeze" -> first.reshaped(Views.unsqueezed(node, first.dimensions()));
                    case "Squeeze" -> first.reshaped(Views.squeezed(node, first.dimensions()));
                    case "Flatten" -> first.reshaped(Views.flattened(node, first.dimensions()));
                    case "Transpose" -> first.permuted(Views.order(node, first.rank()));
                    case "Concat" -> concat(node);
                    case "Gather" -> gather(node, first, node.array(1, "its list of indices"));
                    case "Slice" -> slice(node, first);
                    case "Add" -> pairs(node, Double::sum);
                    case "Sub" -> pairs(node, (left, right) -> left - right);
                    case "Mul" -> pairs(node, (left, right) -> left * right);
                    case "Div" -> pairs(node, (left, right) -> quotient(left, right));
                    case "Floor" -> each(first, Math::floor);
                    case "Ceil" -> each(first, Math::ceil);
                    case "Neg" -> each(first, value -> -value);
                    case "Sqrt" -> each(first, Math::sqrt);
                    case "Range" -> range(node);
                    default -> null;
                });
    }

    /** Whole numbers are divided as such; this keeps no types, so they are told by their values. */
    private static double quotient(double left, double right) {
        boolean whole = left == Math.rint(left) && right == Math.rint(right) && right != 0;
        return whole && left % right == 0
                ? left / right
                : whole && Math.abs(left) > 1 ? Math.floor(left / right) : left / right;
    }

    private OnnxArray constant(NodeReader node) {
        if (node.says("value_int")) {
            return OnnxArray.of(new long[0], node.integer("value_int", 0));
        }
        if (node.says("value_float")) {
            return OnnxArray.of(new long[0], node.decimal("value_float", 0));
        }
        if (node.says("value_ints")) {
            return OnnxArray.of(node.integers("value_ints"));
        }
        if (node.says("value_floats")) {
            double[] values = node.decimals("value_floats");
            return OnnxArray.of(new long[] {values.length}, values);
        }
        return tensors.read(node.tensor("value").orElseThrow(() -> new Refused("it gives no numbers that are read")));
    }

    private OnnxArray filled(NodeReader node, long... dimensions) {
        double value = node.tensor("value")
                .map(tensors::read)
                .map(each -> each.numbers()[0])
                .orElse(0.0);
        return generated(dimensions, at -> value);
    }

    private static OnnxArray cast(NodeReader node, OnnxArray array) {
        boolean whole = node.integer("to", 1) == 6 || node.integer("to", 1) == 7;
        return whole && array.small() ? each(array, value -> (long) value) : array;
    }

    private static OnnxArray concat(NodeReader node) {
        OnnxArray first = node.array(0, "its first input");
        int axis = Views.axis(node.integer("axis", 0), first.rank());
        long[] dimensions = first.dimensions().clone();
        dimensions[axis] = 0;
        double[][] parts = new double[node.inputs()][];
        long[] extents = new long[node.inputs()];
        for (int i = 0; i < parts.length; i++) {
            OnnxArray part = node.array(i, "its input");
            parts[i] = part.numbers();
            extents[i] = part.dimensions()[axis];
            dimensions[axis] += extents[i];
        }
        return generated(dimensions, at -> {
            int part = 0;
            int along = at[axis];
            while (along >= extents[part]) {
                along -= (int) extents[part++];
            }
            long[] shape = dimensions.clone();
            shape[axis] = extents[part];
            int[] inside = at.clone();
            inside[axis] = along;
            return parts[part][position(shape, inside)];
        });
    }

    private static OnnxArray gather(NodeReader node, OnnxArray from, OnnxArray indices) {
        int axis = Views.axis(node.integer("axis", 0), from.rank());
        long[] wanted = indices.whole();
        long[] dimensions = new long[from.rank() - 1 + indices.rank()];
        System.arraycopy(from.dimensions(), 0, dimensions, 0, axis);
        System.arraycopy(indices.dimensions(), 0, dimensions, axis, indices.rank());
        System.arraycopy(from.dimensions(), axis + 1, dimensions, axis + indices.rank(), from.rank() - axis - 1);
        double[] numbers = from.numbers();
        return generated(dimensions, at -> {
            int[] inside = new int[from.rank()];
            System.arraycopy(at, 0, inside, 0, axis);
            int[] index = Arrays.copyOfRange(at, axis, axis + indices.rank());
            inside[axis] = Views.axis(wanted[position(indices.dimensions(), index)], (int) from.dimensions()[axis]);
            System.arraycopy(at, axis + indices.rank(), inside, axis + 1, from.rank() - axis - 1);
            return numbers[position(from.dimensions(), inside)];
        });
    }

    private static OnnxArray slice(NodeReader node, OnnxArray from) {
        long[] dimensions = from.dimensions().clone();
        Views.Cut[] byAxis = new Views.Cut[from.rank()];
        for (Views.Cut cut : Views.cuts(node, from.dimensions())) {
            byAxis[cut.axis()] = cut;
            dimensions[cut.axis()] = cut.kept();
        }
        double[] numbers = from.numbers();
        return generated(dimensions, at -> {
            int[] inside = at.clone();
            for (int axis = 0; axis < inside.length; axis++) {
                if (byAxis[axis] != null) {
                    inside[axis] = (int) (byAxis[axis].start() + at[axis] * byAxis[axis].step());
                }
            }
            return numbers[position(from.dimensions(), inside)];
        });
    }

    private static OnnxArray each(OnnxArray array, DoubleUnaryOperator function) {
        return OnnxArray.of(
                array.dimensions(), Arrays.stream(array.numbers()).map(function).toArray());
    }

    /** Place by place, the dimensions counted from the last one on; a dimension of 1 stands for any. */
    private static OnnxArray pairs(NodeReader node, DoubleBinaryOperator function) {
        OnnxArray left = node.array(0, "its first input");
        OnnxArray right = node.array(1, "its second input");
        int rank = Math.max(left.rank(), right.rank());
        long[] dimensions = new long[rank];
        for (int i = 0; i < rank; i++) {
            long one = fromBack(left, rank - 1 - i);
            long other = fromBack(right, rank - 1 - i);
            if (one != other && one != 1 && other != 1) {
                throw new Refused(left.shapeText() + " and " + right.shapeText() + " do not go together");
            }
            dimensions[i] = Math.max(one, other);
        }
        double[] lefts = left.numbers();
        double[] rights = right.numbers();
        return generated(dimensions, at -> function.applyAsDouble(lefts[spread(left, at)], rights[spread(right, at)]));
    }

    private static long fromBack(OnnxArray array, int index) {
        return index < array.rank() ? array.dimensions()[array.rank() - 1 - index] : 1;
    }

    private static int spread(OnnxArray array, int[] at) {
        int[] inside = new int[array.rank()];
        for (int i = 0; i < inside.length; i++) {
            int index = at[at.length - inside.length + i];
            inside[i] = array.dimensions()[i] == 1 ? 0 : index;
        }
        return position(array.dimensions(), inside);
    }

    private static OnnxArray range(NodeReader node) {
        double start = node.array(0, "its start").numbers()[0];
        double end = node.array(1, "its end").numbers()[0];
        double step = node.array(2, "its step").numbers()[0];
        return generated(new long[] {(long) Math.max(0, Math.ceil((end - start) / step))}, at -> start + at[0] * step);
    }

    private static int position(long[] dimensions, int... at) {
        int position = 0;
        for (int i = 0; i < at.length; i++) {
            position = position * (int) dimensions[i] + at[i];
        }
        return position;
    }

    private static OnnxArray generated(long[] dimensions, ToDoubleFunction<int[]> function) {
        OnnxArray empty = OnnxArray.of(dimensions, new double[0]);
        if (!empty.small()) {
            throw new Refused("it would make an array of " + empty.shapeText());
        }
        double[] values = new double[(int) empty.elements()];
        int[] at = new int[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(at);
            for (int axis = at.length - 1; axis >= 0 && ++at[axis] == dimensions[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return OnnxArray.of(dimensions, values);
    }
}
