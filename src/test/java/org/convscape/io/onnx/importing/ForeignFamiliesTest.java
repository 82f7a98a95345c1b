package org.convscape.io.onnx.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole networks of families that the catalogue does not have, written as their exporters write them, with weights
 * drawn at random: opened here they have the published number of parameters and give what ONNX Runtime gives.
 */
class ForeignFamiliesTest {
    private static final double BOUND = 1e-4;
    private static final int CLASSES = 1000;

    private final ModelBuilder model = new ModelBuilder(14);
    private final Random random = new Random(3);
    private int count;

    @TempDir
    Path folder;

    /** The last value, its name, and how many channels it has. */
    private String at = "x";

    private int channels = 3;

    private String name(String kind) {
        return kind + count++;
    }

    /** An array whose products keep the size of what they are multiplied with. */
    private String drawn(long... dimensions) {
        String name = name("w");
        float[] values = new float[(int) Arrays.stream(dimensions).reduce(1, (a, b) -> a * b)];
        double fanIn = Arrays.stream(dimensions).skip(1).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.sqrt(2 / fanIn));
        }
        model.floats(name, dimensions, values);
        return name;
    }

    private String constant(float value, long... dimensions) {
        String name = name("c");
        float[] values = new float[(int) Arrays.stream(dimensions).reduce(1, (a, b) -> a * b)];
        Arrays.fill(values, value);
        model.floats(name, dimensions, values);
        return name;
    }

    private void node(String type, List<String> inputs, Object... attributes) {
        String output = name(type.toLowerCase(java.util.Locale.ROOT));
        model.node(type, output, inputs, attributes);
        at = output;
    }

    private void conv(int out, int kernel, int stride, int groups, boolean bias) {
        int margin = kernel / 2;
        List<String> arrays = bias
                ? List.of(at, drawn(out, channels / groups, kernel, kernel), constant(0.1f, out))
                : List.of(at, drawn(out, channels / groups, kernel, kernel));
        node("Conv", arrays, "group", groups, "strides", new long[] {stride, stride}, "pads", new long[] {
            margin, margin, margin, margin
        });
        channels = out;
    }

    private void norm() {
        node(
                "BatchNormalization",
                List.of(
                        at,
                        constant(1, channels),
                        constant(0.05f, channels),
                        constant(0.01f, channels),
                        constant(0.9f, channels)));
    }

    private void pool(String type, int kernel, int margin, int ceil) {
        node(
                type,
                List.of(at),
                "kernel_shape",
                new long[] {kernel, kernel},
                "strides",
                new long[] {2, 2},
                "pads",
                new long[] {margin, margin, margin, margin},
                "ceil_mode",
                ceil);
    }

    private void dense(int out) {
        node("Gemm", List.of(at, drawn(out, channels), constant(0.1f, out)), "transB", 1);
        channels = out;
    }

    private void classify() {
        node("GlobalAveragePool", List.of(at));
        node("Flatten", List.of(at));
    }

    private void relu() {
        node("Relu", List.of(at));
    }

    private void fire(int squeeze, int expand) {
        conv(squeeze, 1, 1, 1, true);
        relu();
        String from = at;
        conv(expand, 1, 1, 1, true);
        relu();
        String one = at;
        at = from;
        channels = squeeze;
        conv(expand, 3, 1, 1, true);
        relu();
        node("Concat", List.of(one, at), "axis", 1);
        channels = 2 * expand;
    }

    @Test
    void squeezeNet() throws IOException {
        model.input("x", 1, 3, 64, 64);
        conv(64, 3, 2, 1, true);
        relu();
        pool("MaxPool", 3, 0, 1);
        fire(16, 64);
        fire(16, 64);
        pool("MaxPool", 3, 0, 1);
        fire(32, 128);
        fire(32, 128);
        pool("MaxPool", 3, 0, 1);
        fire(48, 192);
        fire(48, 192);
        fire(64, 256);
        fire(64, 256);
        conv(CLASSES, 1, 1, 1, true);
        relu();
        classify();

        assertOpens(1_235_496, 8, "concat");
    }

    @Test
    void denseNet121() throws IOException {
        model.input("x", 1, 3, 64, 64);
        conv(64, 7, 2, 1, false);
        norm();
        relu();
        pool("MaxPool", 3, 1, 0);
        for (int layers : new int[] {6, 12, 24, 16}) {
            for (int i = 0; i < layers; i++) {
                String before = at;
                int had = channels;
                norm();
                relu();
                conv(128, 1, 1, 1, false);
                norm();
                relu();
                conv(32, 3, 1, 1, false);
                node("Concat", List.of(before, at), "axis", 1);
                channels = had + 32;
            }
            norm();
            relu();
            if (layers != 16) {
                conv(channels / 2, 1, 1, 1, false);
                pool("AveragePool", 2, 0, 0);
            }
        }
        classify();
        dense(CLASSES);

        assertOpens(7_978_856, 58, "concat");
    }

    private void hardSwish() {
        node("HardSwish", List.of(at));
    }

    private void mobile(int kernel, int expanded, int out, boolean squeezed, boolean swish, int stride) {
        String before = at;
        int had = channels;
        Runnable bend = swish ? this::hardSwish : this::relu;
        if (expanded != had) {
            conv(expanded, 1, 1, 1, false);
            norm();
            bend.run();
        }
        conv(expanded, kernel, stride, expanded, false);
        norm();
        bend.run();
        if (squeezed) {
            String wide = at;
            // A quarter, rounded to eights, and never a tenth below.
            int narrow = Math.max(8, (expanded / 4 + 4) / 8 * 8);
            node("GlobalAveragePool", List.of(at));
            conv(narrow < 0.9 * expanded / 4 ? narrow + 8 : narrow, 1, 1, 1, true);
            relu();
            conv(expanded, 1, 1, 1, true);
            node("HardSigmoid", List.of(at), "alpha", 1 / 6f, "beta", 0.5f);
            node("Mul", List.of(at, wide));
        }
        conv(out, 1, 1, 1, false);
        norm();
        if (stride == 1 && had == out) {
            node("Add", List.of(at, before));
        }
    }

    @Test
    void mobileNetV3Small() throws IOException {
        model.input("x", 1, 3, 64, 64);
        conv(16, 3, 2, 1, false);
        norm();
        hardSwish();
        mobile(3, 16, 16, true, false, 2);
        mobile(3, 72, 24, false, false, 2);
        mobile(3, 88, 24, false, false, 1);
        mobile(5, 96, 40, true, true, 2);
        mobile(5, 240, 40, true, true, 1);
        mobile(5, 240, 40, true, true, 1);
        mobile(5, 120, 48, true, true, 1);
        mobile(5, 144, 48, true, true, 1);
        mobile(5, 288, 96, true, true, 2);
        mobile(5, 576, 96, true, true, 1);
        mobile(5, 576, 96, true, true, 1);
        conv(576, 1, 1, 1, false);
        norm();
        hardSwish();
        classify();
        dense(1024);
        hardSwish();
        dense(CLASSES);

        assertOpens(2_542_856, 9, "multiply");
    }

    private void shuffle(int groups, int side) {
        String apart = name("apart");
        String back = name("back");
        model.integers(apart, 1, groups, channels / groups, side, side);
        model.integers(back, 1, channels, side, side);
        node("Reshape", List.of(at, apart));
        node("Transpose", List.of(at), "perm", new long[] {0, 2, 1, 3, 4});
        node("Reshape", List.of(at, back));
    }

    private void unit(int out, int stride, int groups, int side) {
        String before = at;
        int had = channels;
        conv(out / 4, 1, 1, groups, false);
        norm();
        relu();
        shuffle(3, side * stride);
        conv(channels, 3, stride, channels, false);
        norm();
        conv(stride == 2 ? out - had : out, 1, 1, 3, false);
        norm();
        if (stride == 2) {
            String branch = at;
            at = before;
            pool("AveragePool", 3, 1, 0);
            node("Concat", List.of(at, branch), "axis", 1);
        } else {
            node("Add", List.of(before, at));
        }
        channels = out;
        relu();
    }

    /** Three groups, as in Zhang et al. 2018, table 1: 1.9 million parameters are stated. */
    @Test
    void shuffleNetV1() throws IOException {
        model.input("x", 1, 3, 64, 64);
        conv(24, 3, 2, 1, false);
        norm();
        relu();
        pool("MaxPool", 3, 1, 0);
        int side = 16;
        for (int[] stage : new int[][] {{240, 4}, {480, 8}, {960, 4}}) {
            side /= 2;
            for (int i = 0; i < stage[1]; i++) {
                unit(stage[0], i == 0 ? 2 : 1, channels == 24 ? 1 : 3, side);
            }
        }
        classify();
        dense(CLASSES);

        long parameters = assertOpens(-1, 16, "channel-shuffle");
        assertEquals(1.9, Math.round(parameters / 1e5) / 10.0);
    }

    /** Gives the number of trained parameters; a negative one is not expected to be any. */
    private long assertOpens(long parameters, int many, String operation) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, model.build().toByteArray());
        OnnxImport read = OnnxImport.read(file);

        assertEquals(List.of(), read.notes());
        assertEquals(
                many,
                read.graph().nodes().stream()
                        .filter(node -> node.operation().type().id().equals(operation))
                        .count());
        Analysis analysis = Analysis.of(read.graph());
        long trained = analysis.nodes().stream()
                .flatMap(facts -> facts.weights().stream())
                .filter(spec -> spec.role().trainable())
                .mapToLong(WeightSpec::elements)
                .sum();
        assertEquals(parameters < 0 ? trained : parameters, trained);
        Tensor picture = Tensor.zeros(64, 64, 3);
        for (int i = 0; i < picture.size(); i++) {
            picture.values()[i] = random.nextFloat() * 2 - 1;
        }
        Tensor theirs;
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(model.build().toByteArray())) {
            theirs = session.run(Map.of("x", picture)).values().iterator().next();
        }
        Node input = read.graph().nodes().get(0);
        Node result = analysis.outputs().get(0).node();
        try (Engine engine = PlannedEngine.ofPlainLoops();
                Activations ours = engine.run(
                                new ForwardRequest(
                                        analysis,
                                        Map.of(input.path(), picture),
                                        (origin, spec) ->
                                                read.weights().get(origin, spec).orElseThrow(),
                                        result.path()::equals),
                                Progress.NONE)
                        .result()
                        .join()) {
            double off = Differences.relative(theirs, ours.get(result.path()));
            assertTrue(off < BOUND, () -> "off by " + off);
        }
        return trained;
    }
}
