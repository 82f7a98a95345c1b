package org.convscape.io.onnx.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.graph.Node;
import org.convscape.op.library.Input;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small models as other programs write them: opened here they give what ONNX Runtime gives. */
class ForeignModelsTest {
    private static final double BOUND = 1e-5;

    @TempDir
    Path folder;

    private static Arguments model(
            String name, String operations, int operatorSet, Function<ModelBuilder, ModelBuilder> build) {
        return Arguments.of(Named.of(name, build.apply(new ModelBuilder(operatorSet))), operations);
    }

    private static ModelBuilder maps(ModelBuilder model) {
        return model.input("x", 1, 4, 6, 5);
    }

    static Stream<Arguments> models() {
        return Stream.of(
                model("convolution in groups, dilated, unevenly padded", "conv2d", 13, m -> maps(m).weights(
                                "w", 6, 2, 3, 2)
                        .node(
                                "Conv",
                                "y",
                                List.of("_", "w"),
                                "group",
                                2,
                                "dilations",
                                new long[] {1, 2},
                                "pads",
                                new long[] {2, 0, 1, 3},
                                "strides",
                                new long[] {2, 1})),
                model("depthwise, the same size with more before", "depthwise-conv2d", 13, m -> maps(m).weights(
                                "w", 8, 1, 2, 3)
                        .weights("b", 8)
                        .node(
                                "Conv",
                                "y",
                                List.of("_", "w", "b"),
                                "group",
                                4,
                                "auto_pad",
                                "SAME_LOWER",
                                "strides",
                                new long[] {2, 2})),
                model("the same size with more behind", "conv2d", 13, m -> maps(m).weights("w", 3, 4, 4, 4)
                        .node("Conv", "y", List.of("_", "w"), "auto_pad", "SAME_UPPER", "strides", new long[] {2, 2})),
                model(
                        "a matrix behind maps that are flattened channels first",
                        "flatten dense",
                        13,
                        m -> maps(m).weights("w", 7, 120)
                                .weights("b", 7)
                                .node("Flatten")
                                .node("Gemm", "y", List.of("_", "w", "b"), "transB", 1)),
                model(
                        "normalisation between flattening and matrix",
                        "flatten relu batch-norm dense",
                        13,
                        m -> maps(m).weights("g", 120)
                                .weights("s", 120)
                                .weights("m", 120)
                                .weights("v", true, 120)
                                .weights("w", 120, 7)
                                .weights("b", 7)
                                .node("Flatten")
                                .node("Relu")
                                .node("BatchNormalization", "n", List.of("_", "g", "s", "m", "v"), "epsilon", 0.01f)
                                .node("MatMul", "p", List.of("_", "w"))
                                .node("Add", "y", List.of("b", "_"))),
                model(
                        "a shape that is computed while the network runs",
                        "max-pool flatten dense",
                        13,
                        m -> maps(m).weights("w", 24, 3)
                                .integer("first", 0)
                                .integers("axis", 0)
                                .integers("rest", -1)
                                .node(
                                        "MaxPool",
                                        "p",
                                        List.of("_"),
                                        "kernel_shape",
                                        new long[] {2, 2},
                                        "strides",
                                        new long[] {2, 2})
                                .node("Shape", "s", List.of("p"))
                                .node("Gather", "n", List.of("s", "first"), "axis", 0)
                                .node("Unsqueeze", "u", List.of("n", "axis"))
                                .node("Concat", "c", List.of("u", "rest"), "axis", 0)
                                .node("Reshape", "r", List.of("p", "c"))
                                .node("MatMul", "y", List.of("r", "w"))),
                model("channels last outside, first inside", "conv2d relu global-average-pool dense", 13, m -> m.input(
                                "x", 1, 6, 5, 3)
                        .weights("w", 4, 3, 3, 3)
                        .weights("b", 4)
                        .weights("d", 4, 2)
                        .node("Transpose", "perm", new long[] {0, 3, 1, 2})
                        .node("Conv", "c", List.of("_", "w"), "pads", new long[] {1, 1, 1, 1})
                        .floats("bias", new long[] {4}, 1, 2, 3, 4)
                        .node("Transpose", "perm", new long[] {0, 2, 3, 1})
                        .node("Add", "a", List.of("_", "bias"))
                        .node("Relu")
                        .node("ReduceMean", "axes", new long[] {1, 2}, "keepdims", 0)
                        .node("MatMul", "y", List.of("_", "d"))),
                model("channels last up to the matrix", "conv2d flatten dense", 13, m -> m.input("x", 1, 6, 5, 3)
                        .weights("w", 4, 3, 3, 3)
                        .weights("d", 48, 2)
                        .integers("flat", 1, -1)
                        .node("Transpose", "perm", new long[] {0, 3, 1, 2})
                        .node("Conv", "c", List.of("_", "w"))
                        .node("Transpose", "perm", new long[] {0, 2, 3, 1})
                        .node("Reshape", "r", List.of("_", "flat"))
                        .node("MatMul", "y", List.of("_", "d"))),
                model("channels shuffled by reshape, transpose, reshape", "channel-shuffle conv2d", 13, m -> m.input(
                                "x", 1, 6, 4, 5)
                        .integers("apart", 1, 2, 3, 4, 5)
                        .integers("back", 0, -1, 4, 5)
                        .weights("w", 4, 3, 1, 1)
                        .node("Reshape", "a", List.of("_", "apart"))
                        .node("Transpose", "perm", new long[] {0, 2, 1, 3, 4})
                        .node("Reshape", "b", List.of("_", "back"))
                        .node("Conv", "y", List.of("_", "w"), "group", 2)),
                model(
                        "squeeze and excite with convolutions",
                        "global-average-pool conv2d relu conv2d sigmoid multiply",
                        13,
                        m -> maps(m).weights("r", 2, 4, 1, 1)
                                .weights("e", 4, 2, 1, 1)
                                .node("GlobalAveragePool")
                                .node("Conv", "c", List.of("_", "r"))
                                .node("Relu")
                                .node("Conv", "d", List.of("_", "e"))
                                .node("Sigmoid")
                                .node("Mul", "y", List.of("_", "x"))),
                model(
                        "squeeze and excite with matrices",
                        "global-average-pool dense hard-sigmoid multiply",
                        13,
                        m -> maps(m).weights("e", 4, 4)
                                .integers("flat", 1, 4)
                                .integers("wide", 1, 4, 1, 1)
                                .node("GlobalAveragePool")
                                .node("Reshape", "f", List.of("_", "flat"))
                                .node("Gemm", "d", List.of("_", "e"), "alpha", 0.5f)
                                .node("HardSigmoid")
                                .node("Reshape", "w", List.of("_", "wide"))
                                .node("Mul", "y", List.of("x", "_"))),
                model("a value times its sigmoid, and times its hard one", "swish hard-swish", 13, m -> maps(m).node(
                                "Sigmoid", "s", List.of("x"))
                        .node("Mul", "a", List.of("x", "s"))
                        .node("HardSigmoid", "h", List.of("a"), "alpha", 1 / 6f, "beta", 0.5f)
                        .node("Mul", "y", List.of("h", "a"))),
                model(
                        "hard swish and hard sigmoid spelled out",
                        "conv2d hard-swish hard-swish hard-sigmoid scale",
                        11,
                        m -> maps(m).floats("three", new long[0], 3)
                                .floats("zero", new long[0], 0)
                                .floats("six", new long[0], 6)
                                .weights("w", 4, 4, 1, 1)
                                .weights("b", 4)
                                .node("Conv", "c", List.of("_", "w", "b"))
                                .node("Add", "a", List.of("c", "three"))
                                .node("Clip", "l", List.of("a", "zero", "six"))
                                .node("Div", "h", List.of("l", "six"))
                                .node("Mul", "s", List.of("c", "h"))
                                .node("Add", "a2", List.of("s", "three"))
                                .node("Clip", "l2", List.of("a2", "zero", "six"))
                                .node("Mul", "p", List.of("s", "l2"))
                                .node("Div", "s2", List.of("p", "six"))
                                .node("Add", "a3", List.of("s2", "three"))
                                .node("Clip", "l3", List.of("a3", "zero", "six"))
                                .node("Div", "h3", List.of("l3", "six"))
                                .node("Div", "y", List.of("h3", "six"))),
                model("hard swish as an operator", "hard-swish", 14, m -> maps(m).node("HardSwish")),
                model("rectifiers that leak", "leaky-relu prelu prelu", 13, m -> maps(m).weights("s", 4, 1, 1)
                        .weights("one", 1)
                        .node("LeakyRelu", "alpha", 0.3f)
                        .node("PRelu", "p", List.of("_", "s"))
                        .node("PRelu", "y", List.of("_", "one"))),
                model("limits of all kinds", "clip relu6 clip relu", 13, m -> maps(m).floats("low", new long[0], -0.5f)
                        .floats("zero", new long[0], 0)
                        .floats("six", new long[0], 6)
                        .node("Clip", "a", List.of("_", "low"))
                        .node("Clip", "b", List.of("_", "zero", "six"))
                        .node("Clip", "c", List.of("_", "", "six"))
                        .node("Clip", "y", List.of("_", "zero"))),
                model("limits as attributes", "clip relu6", 9, m -> maps(m).node("Clip", "min", -0.25f, "max", 0.5f)
                        .node("Clip", "min", 0f, "max", 6f)),
                model("the picture normalised inside the model", "batch-norm batch-norm scale conv2d", 13, m -> m.input(
                                "x", 1, 3, 4, 4)
                        .floats("mean", new long[] {1, 3, 1, 1}, 0.4f, 0.5f, 0.6f)
                        .floats("deviation", new long[] {3, 1, 1}, 0.2f, 0.25f, 0.3f)
                        .floats("half", new long[0], 2)
                        .weights("w", 2, 3, 1, 1)
                        .node("Sub", "a", List.of("_", "mean"))
                        .node("Div", "b", List.of("_", "deviation"))
                        .node("Div", "c", List.of("_", "half"))
                        .node("Conv", "y", List.of("_", "w"))),
                model(
                        "poolings that round up and count their padding",
                        "average-pool average-pool max-pool zero-pad",
                        13,
                        m -> m.input("x", 1, 3, 9, 8)
                                .integers("pads", 0, 0, 1, 0, 0, 0, 0, 2)
                                .node(
                                        "AveragePool",
                                        "kernel_shape",
                                        new long[] {3, 3},
                                        "strides",
                                        new long[] {2, 2},
                                        "pads",
                                        new long[] {1, 1, 1, 1},
                                        "count_include_pad",
                                        1)
                                .node("AveragePool", "kernel_shape", new long[] {2, 2}, "pads", new long[] {1, 0, 0, 1})
                                .node(
                                        "MaxPool",
                                        "kernel_shape",
                                        new long[] {3, 2},
                                        "strides",
                                        new long[] {2, 2},
                                        "ceil_mode",
                                        1)
                                .node("Pad", "y", List.of("_", "pads"))),
                model(
                        "largest values of whole maps, kept and not",
                        "global-max-pool softmax",
                        13,
                        m -> maps(m).integers("axes", 2, 3)
                                .node("GlobalMaxPool")
                                .node("Squeeze", "s", List.of("_", "axes"))
                                .node("Softmax", "axis", 1)),
                model("a mean that a convolution takes", "global-average-pool conv2d", 13, m -> maps(m).weights(
                                "w", 3, 4, 1, 1)
                        .node("ReduceMean", "axes", new long[] {-1, -2})
                        .node("Conv", "y", List.of("_", "w"))),
                model(
                        "shares along the channels, and across them",
                        "softmax local-response-norm",
                        13,
                        m -> maps(m).node("Softmax", "axis", 1)
                                .node("LRN", "size", 3, "alpha", 0.3f, "beta", 0.6f, "bias", 1.5f)),
                model("pixels repeated", "upsample upsample", 13, m -> maps(m).floats(
                                "twice", new long[] {4}, 1, 1, 2, 3)
                        .integers("sizes", 1, 4, 24, 15)
                        .node(
                                "Resize",
                                "a",
                                List.of("_", "", "twice"),
                                "mode",
                                "nearest",
                                "coordinate_transformation_mode",
                                "asymmetric",
                                "nearest_mode",
                                "floor")
                        .node("Resize", "y", List.of("_", "", "", "sizes"), "mode", "nearest")),
                model("every second pixel", "max-pool add", 13, m -> maps(m).integers("from", 0)
                        .integers("to", Long.MAX_VALUE)
                        .integers("rows", 2)
                        .integers("columns", 3)
                        .integers("two", 2)
                        .node("Slice", "a", List.of("_", "from", "to", "rows", "two"))
                        .node("Slice", "b", List.of("_", "from", "to", "columns", "two"))
                        .node("Add", "y", List.of("b", "b"))),
                model("branches joined", "relu sigmoid concat subtract dropout", 11, m -> maps(m).node(
                                "Relu", "a", List.of("x"))
                        .node("Sigmoid", "b", List.of("x"))
                        .node("Concat", "c", List.of("a", "b"), "axis", -3)
                        .node("Concat", "unused", List.of("a", "b"), "axis", 1)
                        .node("Sub", "d", List.of("c", "unused"))
                        .node("Identity")
                        .node("Dropout", "ratio", 0.25f)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void itIsOpenedAsTheOperationsThatAPersonExpectsAndGivesTheSame(ModelBuilder model, String operations)
            throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, model.build().toByteArray());

        OnnxImport read = OnnxImport.read(file);

        assertEquals(List.of(), read.notes());
        List<String> kinds = read.graph().nodes().stream()
                .filter(node -> !node.isInput())
                .map(node -> node.operation().type().id())
                .toList();
        if (!kinds.contains("concat")) {
            assertEquals(List.of(operations.split(" ")), kinds);
        }
        Node input = read.graph().nodes().get(0);
        Tensor picture = drawn(((Input) input.operation()).shape().dimensions());
        boolean last = model.graph()
                                .getInput(0)
                                .getType()
                                .getTensorType()
                                .getShape()
                                .getDim(3)
                                .getDimValue()
                        == 3
                && picture.dimension(2) == 3
                && picture.dimension(1) != 3;
        Tensor theirs;
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(model.build().toByteArray())) {
            theirs = session.run(Map.of("x", last ? turned(picture) : picture))
                    .values()
                    .iterator()
                    .next();
        }
        try (Engine engine = PlannedEngine.ofPlainLoops();
                Activations ours = engine.run(
                                new ForwardRequest(
                                        Analysis.of(read.graph()),
                                        Map.of(input.path(), picture),
                                        (origin, spec) ->
                                                read.weights().get(origin, spec).orElseThrow(),
                                        path -> true),
                                Progress.NONE)
                        .result()
                        .join()) {
            Node result = read.graph().nodes().get(read.graph().size() - 1);
            double off = Differences.relative(theirs, ours.get(result.path()));
            assertTrue(off < BOUND, () -> "off by " + off);
        }
    }

    private static Tensor drawn(int... dimensions) {
        Random random = new Random(9);
        Tensor tensor = Tensor.zeros(dimensions);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = random.nextFloat() * 3 - 1.5f;
        }
        return tensor;
    }

    /** Rows as if they were channels: so the session lays channels-last values out as they are. */
    private static Tensor turned(Tensor picture) {
        int height = picture.dimension(0);
        int rest = picture.dimension(1) * picture.dimension(2);
        Tensor turned = Tensor.zeros(picture.dimension(1), picture.dimension(2), height);
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < rest; i++) {
                turned.values()[i * height + row] = picture.values()[row * rest + i];
            }
        }
        return turned;
    }
}
