package org.convscape.op.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.ReferenceMath;
import org.convscape.op.Operation;
import org.convscape.op.Placement;
import org.convscape.op.Window;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/** Says a single ONNX node in operations of ours, and computes it in plain loops. */
final class OnnxNodes {
    private static final int PICTURES = 1;
    private final ReferenceMath math = new ReferenceMath();

    /** The output of the node as ONNX lays it out. */
    Tensor run(OnnxNodeCase node) {
        return switch (node.node().getOpType()) {
            case "Add" -> each(0, new Add(), Map.of(), node.allInputs());
            case "AveragePool" -> averagePool(node);
            case "BatchNormalization" -> batchNorm(node);
            case "Clip" -> each(0, new Clip(limit(node, 1, -1), limit(node, 2, 1)), Map.of(), List.of(node.input(0)));
            case "Concat" -> concat(node);
            case "Conv" -> convolution(node);
            case "Dropout" -> each(0, new Dropout(0.5), Map.of(), node.allInputs());
            case "Flatten" -> flatten(node);
            case "Gemm" -> dense(node.input(0), node.input(1), node.input(2));
            case "GlobalMaxPool" -> globalMaximum(node);
            case "Identity" -> pictures(new Identity(), node.input(0));
            case "LeakyRelu" -> each(0, new LeakyRelu(node.decimal("alpha", 0.01)), Map.of(), node.allInputs());
            case "LRN" -> localResponseNorm(node);
            case "MatMul" -> matrixProduct(node.input(0), node.input(1));
            case "MaxPool" -> pictures(maxPool(node), node.input(0));
            case "Mul" -> each(0, new Multiply(), Map.of(), node.allInputs());
            case "Pad" -> pad(node);
            case "ReduceMean" -> mean(node);
            case "Relu" -> each(0, new Relu(), Map.of(), node.allInputs());
            case "Reshape" -> reshape(node.input(0), OnnxNodeCase.integers(node.input(1)));
            case "Sigmoid" -> each(0, new Sigmoid(), Map.of(), node.allInputs());
            case "Softmax" -> softmax(node);
            case "Sub" -> each(0, new Subtract(), Map.of(), node.allInputs());
            case "Transpose" -> each(0, new Identity(), Map.of(), node.allInputs());
            default ->
                throw new AssertionError("No translation of " + node.node().getOpType());
        };
    }

    /** Applies an operation, after {@code batches} leading dimensions are taken apart, and stacks what comes out. */
    private Tensor each(int batches, Operation operation, Map<String, Tensor> weights, List<Tensor> inputs) {
        if (batches == 0) {
            List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
            Tensor output = operation.forward(math, inputs, OperationCase.asWeights(weights));
            if (!operation.infer(shapes).equals(output.shape())) {
                throw new AssertionError(operation + " declares " + operation.infer(shapes) + ", made " + output);
            }
            Map<String, List<Integer>> declared = new LinkedHashMap<>();
            operation.weights(shapes).forEach(spec -> declared.put(spec.name(), spec.dimensions()));
            weights.forEach((name, array) -> {
                if (!Arrays.stream(array.dimensions()).boxed().toList().equals(declared.get(name))) {
                    throw new AssertionError(name + " is declared as " + declared.get(name) + ", found " + array);
                }
            });
            return output;
        }
        List<List<Tensor>> apart = inputs.stream().map(Axes::slices).toList();
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < apart.get(0).size(); i++) {
            int index = i;
            outputs.add(each(
                    batches - 1,
                    operation,
                    weights,
                    apart.stream().map(slices -> slices.get(index)).toList()));
        }
        return Axes.stacked(outputs);
    }

    private Tensor pictures(Operation operation, Map<String, Tensor> weights, Tensor input) {
        return Axes.channelsFirst(each(PICTURES, operation, weights, List.of(Axes.channelsLast(input))));
    }

    private Tensor pictures(Operation operation, Tensor input) {
        return pictures(operation, Map.of(), input);
    }

    private Tensor convolution(OnnxNodeCase node) {
        Tensor kernel = Axes.permuted(node.input(1), 2, 3, 1, 0);
        Map<String, Tensor> weights = new LinkedHashMap<>(Map.of("kernel", kernel));
        if (node.input(2) != null) {
            weights.put("bias", node.input(2));
        }
        Window window = window(node);
        return pictures(
                new Conv2d(
                        kernel.dimension(3),
                        window.kernel(),
                        window.stride(),
                        window.padding(),
                        window.dilation(),
                        node.integer("group", 1),
                        weights.containsKey("bias")),
                weights,
                node.input(0));
    }

    private static Window window(OnnxNodeCase node) {
        Size kernel = size(node.integers("kernel_shape"));
        Size stride = size(node.integers("strides", 1, 1));
        Size dilation = size(node.integers("dilations", 1, 1));
        Window.Rounding rounding = node.integer("ceil_mode", 0) == 1 ? Window.Rounding.CEIL : Window.Rounding.FLOOR;
        int[] pads = node.integers("pads", 0, 0, 0, 0);
        Padding padding =
                switch (node.text("auto_pad", "NOTSET")) {
                    case "SAME_UPPER" -> Padding.SAME;
                    case "SAME_LOWER" ->
                        turned(new Window(kernel, stride, Padding.SAME, dilation, rounding)
                                .over(node.input(0).dimension(2), node.input(0).dimension(3)));
                    default -> Padding.of(pads[0], pads[1], pads[2], pads[3]);
                };
        return new Window(kernel, stride, padding, dilation, rounding);
    }

    /** SAME with the larger half first, as explicit margins. */
    private static Padding turned(Placement same) {
        return Padding.of(same.bottom(), same.right(), same.top(), same.left());
    }

    private static Size size(int[] sides) {
        return new Size(sides[0], sides[1]);
    }

    private static MaxPool maxPool(OnnxNodeCase node) {
        Window window = window(node);
        return new MaxPool(window.kernel(), window.stride(), window.padding(), window.rounding());
    }

    private Tensor averagePool(OnnxNodeCase node) {
        Window window = window(node);
        boolean countPadding = node.integer("count_include_pad", 0) == 1;
        if (window.dilation().is(1)) {
            return pictures(
                    new AveragePool(
                            window.kernel(), window.stride(), window.padding(), window.rounding(), countPadding),
                    node.input(0));
        }
        // No operation of ours dilates a pooling window, but the verb takes any window.
        Tensor input = Axes.channelsLast(node.input(0));
        Placement placement = window.over(input.dimension(1), input.dimension(2));
        return Axes.channelsFirst(Axes.stacked(Axes.slices(input).stream()
                .map(picture -> math.poolAverage(picture, placement, countPadding))
                .toList()));
    }

    private Tensor globalMaximum(OnnxNodeCase node) {
        return pictures(new GlobalMaxPool(true), node.input(0));
    }

    private Tensor batchNorm(OnnxNodeCase node) {
        return pictures(
                new BatchNorm(node.decimal("epsilon", 1e-5), true),
                Map.of("gamma", node.input(1), "beta", node.input(2), "mean", node.input(3), "variance", node.input(4)),
                node.input(0));
    }

    private Tensor localResponseNorm(OnnxNodeCase node) {
        return pictures(
                new LocalResponseNorm(
                        node.integer("size", 0),
                        node.decimal("alpha", 1e-4),
                        node.decimal("beta", 0.75),
                        node.decimal("bias", 1)),
                node.input(0));
    }

    private static double limit(OnnxNodeCase node, int index, int sign) {
        Tensor limit = node.input(index);
        return limit == null ? sign * 3.4e38 : limit.values()[0];
    }

    /** Along the last dimension only: that is where our channels are; dimensions before a vector are a batch. */
    private Tensor concat(OnnxNodeCase node) {
        int rank = node.input(0).rank();
        int axis = Math.floorMod(node.integer("axis", 0), rank);
        if (axis != rank - 1) {
            throw new AssertionError("Not a concatenation of channels: axis " + axis + " of " + rank);
        }
        return each(rank == 2 ? 1 : 0, new Concat(), Map.of(), node.allInputs());
    }

    /** What stands before the axis is the batch; the rest is one picture. */
    private Tensor flatten(OnnxNodeCase node) {
        Tensor input = node.input(0);
        int axis = Math.floorMod(node.integer("axis", 1), input.rank());
        int batch = product(input, 0, axis);
        int rows = product(input, axis, input.rank() - 1);
        Tensor maps = input.reshaped(batch, rows, 1, input.dimension(input.rank() - 1));
        return each(1, new Flatten(), Map.of(), List.of(maps));
    }

    private static int product(Tensor tensor, int from, int to) {
        return IntStream.range(from, to).map(tensor::dimension).reduce(1, Math::multiplyExact);
    }

    /** Every row of the left matrix is a vector; every row of the summand is its bias. */
    private Tensor dense(Tensor left, Tensor kernel, Tensor bias) {
        List<Tensor> rows = Axes.slices(left);
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Tensor> weights = new LinkedHashMap<>(Map.of("kernel", kernel));
            if (bias != null) {
                weights.put("bias", Axes.slices(bias).get(i));
            }
            outputs.add(each(0, new Dense(kernel.dimension(1), bias != null), weights, List.of(rows.get(i))));
        }
        return Axes.stacked(outputs);
    }

    private Tensor matrixProduct(Tensor left, Tensor right) {
        if (left.rank() == 2) {
            return dense(left, right, null);
        }
        List<Tensor> lefts = Axes.slices(left);
        List<Tensor> rights = Axes.slices(right);
        return Axes.stacked(IntStream.range(0, lefts.size())
                .mapToObj(i -> matrixProduct(lefts.get(i), rights.get(i)))
                .toList());
    }

    /** Only constants are known; one other than zero is taken off before and put on again afterwards. */
    private Tensor pad(OnnxNodeCase node) {
        int[] axes = OnnxNodeCase.integers(node.input(3));
        int[] pads = OnnxNodeCase.integers(node.input(1));
        int[] before = new int[4];
        int[] after = new int[4];
        for (int i = 0; i < axes.length; i++) {
            before[axes[i]] = pads[i];
            after[axes[i]] = pads[i + axes.length];
        }
        if (!node.text("mode", "constant").equals("constant") || before[0] + after[0] + before[1] + after[1] > 0) {
            throw new AssertionError("Not a padding of pictures by a constant");
        }
        float value = node.input(2).values()[0];
        return shifted(
                pictures(
                        ZeroPad.around(Padding.of(before[2], before[3], after[2], after[3])),
                        shifted(node.input(0), -value)),
                value);
    }

    private static Tensor shifted(Tensor tensor, float by) {
        Tensor output = Tensor.zeros(tensor.dimensions());
        for (int i = 0; i < tensor.size(); i++) {
            output.values()[i] = tensor.values()[i] + by;
        }
        return output;
    }

    /** Over everything, as one map; or over the rows of matrices, as maps one pixel wide. */
    private Tensor mean(OnnxNodeCase node) {
        Tensor input = node.input(0);
        int[] axes = OnnxNodeCase.integers(node.input(1));
        boolean keep = node.integer("keepdims", 1) == 1;
        GlobalAveragePool pool = new GlobalAveragePool(keep);
        if (axes.length == 0) {
            Tensor map = input.reshaped(input.dimension(0) * input.dimension(1), input.dimension(2), 1);
            return each(0, pool, Map.of(), List.of(map));
        }
        if (axes.length != 1 || axes[0] != 1) {
            throw new AssertionError("Not a mean of maps: axes " + Arrays.toString(axes));
        }
        Tensor maps = input.reshaped(input.dimension(0), input.dimension(1), 1, input.dimension(2));
        Tensor means = each(1, pool, Map.of(), List.of(maps));
        return keep ? means.reshaped(input.dimension(0), 1, input.dimension(2)) : means;
    }

    /** A target of rank 1 is a flattening; of rank 3 the verb; a leading dimension that stays is the batch. */
    private Tensor reshape(Tensor input, int[] target) {
        int[] resolved = target.clone();
        int known = 1;
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = resolved[i] == 0 ? input.dimension(i) : resolved[i];
            known *= Math.max(resolved[i], 1);
        }
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = resolved[i] < 0 ? input.size() / known : resolved[i];
        }
        if (resolved.length == 1) {
            return each(0, new Flatten(), Map.of(), List.of(input));
        }
        if (resolved.length == 3) {
            return math.reshape(input, Shape.maps(resolved[0], resolved[1], resolved[2]));
        }
        if (resolved[0] != input.dimension(0)) {
            throw new AssertionError("Not a batch of pictures: " + Arrays.toString(resolved));
        }
        return Axes.stacked(Axes.slices(input).stream()
                .map(slice -> math.reshape(slice, Shape.maps(resolved[1], resolved[2], resolved[3])))
                .toList());
    }

    /** The axis is moved to where our channels are, and back. */
    private Tensor softmax(OnnxNodeCase node) {
        int axis = Math.floorMod(node.integer("axis", -1), 3);
        int[] order = axis == 2 ? new int[] {0, 1, 2} : axis == 1 ? new int[] {0, 2, 1} : new int[] {2, 1, 0};
        Tensor moved = Axes.permuted(node.input(0), order);
        return Axes.permuted(each(0, new Softmax(), Map.of(), List.of(moved)), order);
    }
}
