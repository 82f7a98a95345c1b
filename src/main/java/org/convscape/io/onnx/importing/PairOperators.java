package org.convscape.io.onnx.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.convscape.op.Operation;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Multiply;
import org.convscape.op.library.Scale;
import org.convscape.op.library.Subtract;
import org.convscape.tensor.Shape;

/** Arithmetic of two values, of a value and a constant, and products with a matrix. */
final class PairOperators {
    /** The least that can stand beside a variance: a shift and a scaling are written as a normalisation. */
    private static final double LEAST_EPSILON = 1e-12;

    private PairOperators() {}

    static void addTo(Map<String, Operator> operators) {
        operators.put("Add", PairOperators::add);
        operators.put("Sum", PairOperators::add);
        operators.put("Sub", PairOperators::subtract);
        operators.put("Mul", PairOperators::multiply);
        operators.put("Div", PairOperators::divide);
        operators.put("Gemm", PairOperators::product);
        operators.put("MatMul", PairOperators::matrixProduct);
    }

    private static Value add(Step step) {
        NodeReader node = step.node();
        for (int i = 0; i < node.inputs() && node.inputs() == 2; i++) {
            if (node.input(i) instanceof OnnxArray summand) {
                return shifted(step, node.seen(1 - i), summand, 1);
            }
        }
        List<Layer> sources = new ArrayList<>();
        Value.Seen first = step.layers().any(node.seen(0));
        for (int i = 0; i < node.inputs(); i++) {
            Value.Seen input = step.layers().any(node.seen(i));
            if (!alike(first, input)) {
                throw new Refused("it adds " + input.arrangement().text() + " to "
                        + first.arrangement().text() + "; here both have one shape");
            }
            sources.add(input.layer());
        }
        Layer sum = first.layer();
        if (sum.operation instanceof Add && step.continues(sum)) {
            sum.inputs.addAll(sources.subList(1, sources.size()));
            sources.subList(1, sources.size()).forEach(each -> each.takers++);
            return first;
        }
        return merged(step, new Add(), first, sources);
    }

    private static Value.Seen merged(Step step, Operation operation, Value.Seen first, List<Layer> sources) {
        Layer layer = step.layers().add(step.node().proto(), "", operation, sources, Map.of());
        return new Value.Seen(layer, first.frame(), first.arrangement(), null);
    }

    /** A vector that ONNX sees as a picture of one pixel stays one: it can stand beside maps. */
    private static Value.Seen operand(Step step, Value.Seen value) {
        Layer layer = value.layer();
        boolean settled = !layer.flexible || !layer.untaken();
        return layer.shape.vector() && value.frame().positions() == 1 && settled
                ? value
                : step.layers().any(value);
    }

    private static boolean alike(Value.Seen left, Value.Seen right) {
        return left.frame().equals(right.frame())
                && left.arrangement().equals(right.arrangement())
                && left.layer().shape.equals(right.layer().shape);
    }

    /** True when the right one has one value for each channel of the left one, in its arrangement. */
    private static boolean spreads(Value.Seen left, Value.Seen right) {
        Shape wide = left.frame();
        Shape narrow = right.frame();
        List<List<Atom>> channels = left.arrangement().dimensions().stream()
                .map(atoms -> atoms.stream()
                        .filter(atom -> atom.axis() == Atom.Axis.CHANNELS)
                        .toList())
                .toList();
        return narrow.positions() == 1
                && wide.channels() == narrow.channels()
                && channels.equals(right.arrangement().dimensions());
    }

    private static Value subtract(Step step) {
        NodeReader node = step.node();
        if (node.input(1) instanceof OnnxArray less) {
            return shifted(step, node.seen(0), less, -1);
        }
        Value.Seen left = operand(step, node.seen(0));
        Value.Seen right = operand(step, node.seen(1));
        if (!alike(left, right) && !spreads(left, right)) {
            throw unequal("takes", right, "off", left);
        }
        return merged(step, new Subtract(), left, List.of(left.layer(), right.layer()));
    }

    private static Refused unequal(String does, Value.Seen one, String to, Value.Seen other) {
        return new Refused("it " + does + " " + one.arrangement().text() + " " + to + " "
                + other.arrangement().text() + "; here both have one shape, or the second one value for each channel");
    }

    private static Value multiply(Step step) {
        NodeReader node = step.node();
        for (int i = 0; i < 2; i++) {
            if (node.input(i) instanceof OnnxArray factor) {
                return scaled(step, node.seen(1 - i), factor, value -> value);
            }
        }
        Value.Seen left = operand(step, node.seen(0));
        Value.Seen right = operand(step, node.seen(1));
        SpelledOut spelled = new SpelledOut(step.layers());
        Optional<Value> gated = spelled.product(left, right).or(() -> spelled.product(right, left));
        if (gated.isPresent()) {
            return gated.get();
        }
        boolean turned = !alike(left, right)
                && spreads(right, left)
                && (!spreads(left, right) || left.layer().shape.vector());
        Value.Seen wide = turned ? right : left;
        Value.Seen narrow = turned ? left : right;
        if (!alike(wide, narrow) && !spreads(wide, narrow)) {
            throw unequal("multiplies", left, "by", right);
        }
        Layer source = wide.layer();
        if (source.operation instanceof Multiply && step.continues(source)) {
            source.inputs.add(narrow.layer());
            narrow.layer().takers++;
            return wide;
        }
        return merged(step, new Multiply(), wide, List.of(source, narrow.layer()));
    }

    private static Value divide(Step step) {
        NodeReader node = step.node();
        return scaled(step, node.seen(0), node.array(1, "what it divides by"), value -> 1 / value);
    }

    private static Value scaled(Step step, Value.Seen given, OnnxArray factor, DoubleUnaryOperator function) {
        if (factor.elements() == 1) {
            double value = function.applyAsDouble(NodeReader.decimal((float) factor.numbers()[0]));
            Value.Seen input = step.layers().any(given);
            Optional<Value> gate =
                    ElementOperators.isSixth(value) ? new SpelledOut(step.layers()).sixth(input) : Optional.empty();
            return gate.orElseGet(() -> step.like(input, new Scale(value)));
        }
        Value.Seen input = step.layers().any(given);
        Layer.Weight gamma = perChannel(factor, input);
        int channels = gamma.dimensions().get(0);
        Map<String, Layer.Weight> weights = new HashMap<>(constants(channels));
        weights.put("gamma", new Layer.Weight(gamma.dimensions(), mapped(gamma.values(), function)));
        weights.put("beta", constant(channels, 0));
        return step.like(input, new BatchNorm(LEAST_EPSILON, true), factor.name(), weights);
    }

    /** Adds a constant: as the bias of the layer before it, where that can have one, or as a shift of channels. */
    private static Value shifted(Step step, Value.Seen given, OnnxArray summand, int sign) {
        Value.Seen input = step.layers().any(given);
        Layer.Weight shift = summand.elements() == 1
                ? constant(Layers.inOurOrder(input, 1).length, (float) (sign * summand.numbers()[0]))
                : perChannel(summand, input);
        if (summand.elements() > 1 && sign < 0) {
            shift = new Layer.Weight(shift.dimensions(), mapped(shift.values(), value -> -value));
        }
        Layer source = input.layer();
        Optional<Operation> biased = source.operation.withBias();
        if (source.untaken() && biased.isPresent() && !source.weights.containsKey("bias")) {
            source.operation = biased.get();
            source.weights.put("bias", shift);
            return input;
        }
        Map<String, Layer.Weight> weights =
                new HashMap<>(constants(shift.dimensions().get(0)));
        weights.put("beta", shift);
        Value.Seen shifted = step.like(input, new BatchNorm(LEAST_EPSILON, false), summand.name(), weights);
        shifted.layer().shift = summand.elements() == 1 ? sign * summand.numbers()[0] : 0;
        return shifted;
    }

    private static Map<String, Layer.Weight> constants(int channels) {
        return Map.of("mean", constant(channels, 0), "variance", constant(channels, 1));
    }

    private static Layer.Weight constant(int channels, float value) {
        return new Layer.Weight(List.of(channels), () -> {
            float[] values = new float[channels];
            Arrays.fill(values, value);
            return values;
        });
    }

    private static Supplier<float[]> mapped(Supplier<float[]> values, DoubleUnaryOperator function) {
        return () -> {
            float[] mapped = values.get().clone();
            for (int i = 0; i < mapped.length; i++) {
                mapped[i] = (float) function.applyAsDouble(mapped[i]);
            }
            return mapped;
        };
    }

    /** A constant that has one number for each channel of a value, beside which ONNX lays it from the back. */
    static Layer.Weight perChannel(OnnxArray array, Value.Seen value) {
        int rank = value.arrangement().rank();
        int along = -1;
        for (int i = 0; i < array.rank(); i++) {
            if (array.dimensions()[i] > 1) {
                along = along < 0 && array.rank() <= rank ? rank - array.rank() + i : rank;
            }
        }
        if (along < 0 || along >= rank || value.arrangement().size(along) != array.elements()) {
            throw new Refused("the array " + array.name() + " of " + array.shapeText() + " meets "
                    + value.arrangement().text() + "; here it is one number, or one for each channel");
        }
        return Layers.perChannel(array, Layers.inOurOrder(value, along));
    }

    private static Value product(Step step) {
        NodeReader node = step.node();
        if (node.integer("transA", 0) == 1) {
            throw new Refused("it turns its input (transA)");
        }
        OnnxArray matrix = node.array(1, "its matrix");
        OnnxArray turned = node.integer("transB", 0) == 1 && matrix.rank() == 2 ? matrix.permuted(1, 0) : matrix;
        Value.Seen dense = dense(step, node.seen(0), turned, node.decimal("alpha", 1));
        if (!node.has(2)) {
            return dense;
        }
        OnnxArray bias = node.array(2, "its bias");
        double beta = node.decimal("beta", 1);
        int units = dense.frame().channels();
        Layer layer = dense.layer();
        layer.operation = new Dense(units, true);
        Layer.Weight weight = bias.elements() == 1 && units > 1
                ? constant(units, (float) bias.numbers()[0])
                : WindowOperators.perOutput(bias, units);
        layer.weights.put(
                "bias",
                beta == 1
                        ? weight
                        : new Layer.Weight(weight.dimensions(), mapped(weight.values(), value -> beta * value)));
        return dense;
    }

    private static Value matrixProduct(Step step) {
        NodeReader node = step.node();
        Value.Seen input = node.seen(0);
        long[] sizes = input.arrangement().sizes();
        Value.Seen rows = input.as(
                input.arrangement().reshaped(1, OnnxArray.elements(sizes)),
                input.view() == null ? node.proto() : input.view());
        if (sizes.length == 0 || sizes[sizes.length - 1] != OnnxArray.elements(sizes)) {
            throw new Refused("it multiplies " + input.arrangement().text()
                    + " by a matrix; here a dense layer takes one vector");
        }
        Value.Seen dense = dense(step, sizes.length == 2 ? input : rows, node.array(1, "its matrix"), 1);
        sizes[sizes.length - 1] = dense.frame().channels();
        return sizes.length == 2 ? dense : dense.as(dense.arrangement().reshaped(sizes), node.proto());
    }

    /** A dense layer whose rows come into the order in which our values lie. */
    private static Value.Seen dense(Step step, Value.Seen given, OnnxArray matrix, double factor) {
        if (matrix.rank() != 2) {
            throw new Refused("its matrix is " + matrix.shapeText() + "; one of two dimensions was expected");
        }
        if (given.arrangement().rank() != 2) {
            throw new Refused("it multiplies " + given.arrangement().text()
                    + " by a matrix; here a dense layer takes one vector");
        }
        Value.Seen input = step.layers().vector(given);
        int[] order = Layers.inOurOrder(input, 1);
        int units = Math.toIntExact(matrix.dimensions()[1]);
        if (matrix.dimensions()[0] != order.length) {
            throw new Refused(
                    "its matrix takes " + matrix.dimensions()[0] + " values and its input has " + order.length);
        }
        Supplier<float[]> kernel = () -> rows(matrix.floats().get(), units, order);
        Layer.Weight weight = new Layer.Weight(
                List.of(order.length, units), factor == 1 ? kernel : mapped(kernel, value -> factor * value));
        return step.added(new Dense(units, false), matrix.name(), List.of(input.layer()), Map.of("kernel", weight));
    }

    private static float[] rows(float[] matrix, int units, int... order) {
        if (Layers.straight(order)) {
            return matrix;
        }
        float[] ordered = new float[matrix.length];
        for (int row = 0; row < order.length; row++) {
            System.arraycopy(matrix, order[row] * units, ordered, row * units, units);
        }
        return ordered;
    }
}
