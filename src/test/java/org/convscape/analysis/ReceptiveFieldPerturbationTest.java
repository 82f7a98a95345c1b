package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.ReferenceMath;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.WeightSpec;
import org.convscape.op.Window;
import org.convscape.op.library.Add;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.Relu;
import org.convscape.op.library.ZeroPad;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The closed form against the fact: one pixel of the picture is raised, and the values that change are those whose
 * receptive field holds it. All weights are positive, so that nothing cancels, and the pixel is raised so far that it
 * wins every maximum.
 */
class ReceptiveFieldPerturbationTest {
    private static final int HEIGHT = 12;
    private static final int WIDTH = 13;

    private record Net(String name, Graph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Net net(String name, BiConsumer<GraphBuilder, String> body) {
        GraphBuilder builder = new GraphBuilder();
        body.accept(builder, builder.add("picture", Input.of(Shape.maps(HEIGHT, WIDTH, 1))));
        return new Net(name, builder.build());
    }

    private static Conv2d conv(int kernel, int stride, Padding padding) {
        return Conv2d.of(2, kernel, stride, padding, true);
    }

    private static Conv2d conv(int kernelHeight, int kernelWidth) {
        return new Conv2d(
                2, new Size(kernelHeight, kernelWidth), Size.square(1), Padding.SAME, Size.square(1), 1, true);
    }

    static Stream<Net> nets() {
        return Stream.of(
                net("residual blocks", (net, x) -> {
                    String stem = net.add("stem", conv(3, 2, Padding.of(1)), x);
                    String a = net.add("a", conv(3, 1, Padding.of(1)), net.add("relu", new Relu(), stem));
                    String sum = net.add("sum", new Add(), net.add("norm", BatchNorm.standard(), a), stem);
                    String b = net.add("b", conv(3, 2, Padding.SAME), sum);
                    String shortcut = net.add("shortcut", conv(1, 2, Padding.VALID), sum);
                    String last = net.add("last", new Add(), b, shortcut);
                    net.add("mean", GlobalAveragePool.toVector(), last);
                }),
                net("towers", (net, x) -> {
                    String point = net.add("point", conv(1, 1, Padding.VALID), x);
                    String tall = net.add("tall", conv(7, 1), net.add("wide", conv(1, 5), x));
                    String twice = net.add("second", conv(3, 3), net.add("first", conv(3, 3), x));
                    String pooled = net.add("pooled", MaxPool.of(3, 1, Padding.of(1)), x);
                    String all = net.add("all", new Concat(), point, tall, twice, pooled);
                    net.add("down", MaxPool.of(3, 2, Padding.VALID, Window.Rounding.CEIL), all);
                }),
                net("even windows, margins and depthwise", (net, x) -> {
                    String padded = net.add("padded", ZeroPad.around(Padding.of(0, 1, 2, 3)), x);
                    String even = net.add("even", conv(2, 1, Padding.SAME), padded);
                    String depth = net.add("depth", DepthwiseConv2d.of(3, 2, Padding.SAME), even);
                    String mean = net.add("mean", AveragePool.of(2, 2, Padding.VALID), depth);
                    net.add("scores", Dense.of(3), net.add("flat", new Flatten(), mean));
                }),
                net("paths of different strides", (net, x) -> {
                    // Rows: (12 - 3)/3 + 1 = 4 and (12 - 6)/2 + 1 = 4; columns likewise 4 (of 13).
                    String coarse = net.add("coarse", conv(3, 3, Padding.VALID), x);
                    String fine = net.add("fine", conv(6, 2, Padding.VALID), x);
                    net.add("joined", new Add(), coarse, fine);
                }));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aPixelChangesExactlyTheValuesThatSeeIt(Net net) {
        Analysis analysis = Analysis.of(net.graph());
        assertEquals(List.of(), analysis.diagnostics());
        ReceptiveFields fields = ReceptiveFields.of(analysis);
        Map<String, Seen[]> seen = perturbed(analysis);
        for (NodeFacts node : analysis.nodes()) {
            ReceptiveField field = fields.at(node.node().path()).orElseThrow();
            Shape shape = node.output();
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    Seen found = seen.get(node.node().path())[row * shape.width() + column];
                    String where = net.name() + ": " + node.node().path() + " at " + row + "," + column;
                    ReceptiveField.Interval rows = field.vertical().at(row);
                    ReceptiveField.Interval columns = field.horizontal().at(column);
                    if (rows.last() < 0 || columns.last() < 0 || rows.first() >= HEIGHT || columns.first() >= WIDTH) {
                        assertEquals(-1, found.bottom, where + " sees padding alone");
                        continue;
                    }
                    assertEquals(Math.max(rows.first(), 0), found.top, where);
                    assertEquals(Math.min(rows.last(), HEIGHT - 1L), found.bottom, where);
                    assertEquals(Math.max(columns.first(), 0), found.left, where);
                    assertEquals(Math.min(columns.last(), WIDTH - 1L), found.right, where);
                }
            }
        }
    }

    /** The smallest rectangle of pixels around those that changed one value. */
    private static final class Seen {
        private long top = Long.MAX_VALUE;
        private long left = Long.MAX_VALUE;
        private long bottom = -1;
        private long right = -1;

        void by(int row, int column) {
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            left = Math.min(left, column);
            right = Math.max(right, column);
        }
    }

    private static Map<String, Seen[]> perturbed(Analysis analysis) {
        Map<String, Tensor> before = forward(analysis, -1);
        Map<String, Seen[]> seen = new HashMap<>();
        for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
            Map<String, Tensor> after = forward(analysis, pixel);
            for (NodeFacts node : analysis.nodes()) {
                Shape shape = node.output();
                Seen[] values = seen.computeIfAbsent(node.node().path(), path -> {
                    Seen[] none = new Seen[(int) shape.positions()];
                    java.util.Arrays.setAll(none, i -> new Seen());
                    return none;
                });
                float[] old = before.get(node.node().path()).values();
                float[] now = after.get(node.node().path()).values();
                for (int i = 0; i < old.length; i++) {
                    if (old[i] != now[i]) {
                        values[i / shape.channels()].by(pixel / WIDTH, pixel % WIDTH);
                    }
                }
            }
        }
        return seen;
    }

    private static Map<String, Tensor> forward(Analysis analysis, int raised) {
        Random random = new Random(7);
        float[] picture = new float[HEIGHT * WIDTH];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = 0.5f + random.nextFloat() + (i == raised ? 100 : 0);
        }
        Map<String, Tensor> values = new HashMap<>();
        for (NodeFacts node : analysis.nodes()) {
            String path = node.node().path();
            if (node.node().inputs().isEmpty()) {
                values.put(path, Tensor.of(node.output(), picture));
                continue;
            }
            List<Tensor> inputs = new ArrayList<>();
            node.node().inputs().forEach(input -> inputs.add(values.get(input)));
            Map<String, Tensor> weights = new HashMap<>();
            node.weights().forEach(spec -> weights.put(spec.name(), positive(spec, random)));
            values.put(path, node.node().operation().forward(new ReferenceMath(), inputs, weights::get));
        }
        return values;
    }

    private static Tensor positive(WeightSpec spec, Random random) {
        int[] dimensions =
                spec.dimensions().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[(int) spec.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.25f + random.nextFloat();
        }
        return Tensor.of(dimensions, values);
    }

    @Test
    void pathsOfDifferentStridesGiveTheUnionAtEveryPosition() {
        Graph graph = nets().filter(net -> net.name().startsWith("paths"))
                .findFirst()
                .orElseThrow()
                .graph();
        ReceptiveField joined =
                ReceptiveFields.of(Analysis.of(graph)).at("joined").orElseThrow();

        assertFalse(joined.vertical().regular());
        assertEquals(new ReceptiveField.Interval(0, 5), joined.vertical().at(0));
        assertEquals(new ReceptiveField.Interval(6, 11), joined.vertical().at(3), "6 … 11 and 9 … 11");
        assertEquals(6, joined.vertical().size());
        assertTrue(joined.vertical().strands().size() == 2);
    }
}
