package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.LocalResponseNorm;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Softmax;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConventionsTest {

    /** ResNet-50 at 224×224 (stride in the 3×3), written out here so that the figures rest on nothing else. */
    private static final Analysis RESNET50 = Analysis.of(resnet50());

    private static Graph resnet50() {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("picture", Input.of(Shape.maps(224, 224, 3)));
        x = relu(net, "stem", convolution(net, "stem", x, 64, 7, 2, 3));
        x = net.add("pool", MaxPool.of(3, 2, Padding.of(1)), x);
        int[] blocks = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                x = bottleneck(
                        net, "s" + stage + "b" + block, x, 64 << stage, block == 0, stage > 0 && block == 0 ? 2 : 1);
            }
        }
        x = net.add("mean", GlobalAveragePool.toVector(), x);
        net.add("scores", Dense.of(1000), x);
        return net.build();
    }

    private static String bottleneck(GraphBuilder net, String name, String x, int width, boolean project, int stride) {
        String branch = relu(net, name + "a", convolution(net, name + "a", x, width, 1, 1, 0));
        branch = relu(net, name + "b", convolution(net, name + "b", branch, width, 3, stride, 1));
        branch = convolution(net, name + "c", branch, 4 * width, 1, 1, 0);
        String shortcut = project ? convolution(net, name + "p", x, 4 * width, 1, stride, 0) : x;
        return relu(net, name, net.add(name + "-add", new Add(), branch, shortcut));
    }

    private static String convolution(
            GraphBuilder net, String name, String x, int channels, int kernel, int stride, int padding) {
        String made = net.add(name + "-conv", Conv2d.of(channels, kernel, stride, Padding.of(padding), false), x);
        return net.add(name + "-norm", BatchNorm.standard(), made);
    }

    private static String relu(GraphBuilder net, String name, String x) {
        return net.add(name + "-relu", new Relu(), x);
    }

    private static long total(Convention convention) {
        return RESNET50.nodes().stream().mapToLong(convention::count).sum();
    }

    private static Convention named(String id) {
        return Conventions.find(id).orElseThrow();
    }

    static List<Convention> all() {
        return Conventions.standard();
    }

    @ParameterizedTest
    @CsvSource({
        "macs, 4089184256",
        "fvcore, 4111512576",
        "ptflops-aten, 4089185256",
        "ptflops, 4121925096",
        "ptflops-adds, 4127444456",
        "thop, 4133742592",
        "torchinfo, 4089238376",
        "calflops, 8211108352",
        "calflops-adds, 8216627712",
        "flops, 8178368512"
    })
    void resnet50ComesOutAsEachToolCountsIt(String id, long expected) {
        assertEquals(expected, total(named(id)));
    }

    @Test
    void whatAToolAddsIsPutDownToItsCause() {
        Map<Cause, Long> sums = new EnumMap<>(Cause.class);
        RESNET50.nodes().forEach(node -> named("ptflops-adds")
                .causes(node)
                .forEach((cause, amount) -> sums.merge(cause, amount, Long::sum)));

        // Batch norm stands behind every convolution, on 11,113,984 values; the stem's map of 112×112×64 and the last
        // one of
        // 7×7×2048 are pooled; every block's output is a sum.
        assertEquals(
                Map.of(
                        Cause.CONVOLUTION, 4_089_184_256L - 2_048_000,
                        Cause.DENSE, 2_048_000L,
                        Cause.BIAS, 1_000L,
                        Cause.BATCH_NORM, 2 * 11_113_984L,
                        Cause.ACTIVATION, 9_608_704L,
                        Cause.POOLING, 112 * 112 * 64 + 7 * 7 * 2048L,
                        Cause.ADDITION, 5_519_360L),
                sums);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theCausesOfANodeSumToItsCount(Convention convention) {
        for (NodeFacts node : RESNET50.nodes()) {
            long sum = convention.causes(node).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(convention.count(node), sum, node.node().path());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRuleNamesOnlyOperationsThatExist(Convention convention) {
        Set<String> known = new HashSet<>();
        OpLibrary.standard().types().forEach(type -> known.add(type.id()));
        Rule rule = (Rule) convention;
        assertTrue(
                known.containsAll(rule.exceptions().keySet()),
                rule.exceptions().keySet().toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aVariantPointsBack(Convention convention) {
        convention
                .variant()
                .ifPresent(other ->
                        assertEquals(convention.id(), named(other).variant().orElseThrow()));
    }

    @Test
    void whatAToolDoesNotKnowIsSaid() {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("picture", Input.of(Shape.maps(5, 7, 6)));
        net.add("across", LocalResponseNorm.standard(), x);
        net.add("sum", new Add(), x, x);
        net.add("relu", new Relu(), x);
        Analysis analysis = Analysis.of(net.build());

        assertTrue(named("macs").covers(analysis.node("across")), "counted as 0 by the rule");
        assertFalse(named("thop").covers(analysis.node("across")), "thop has no hook for it");
        assertFalse(named("thop").covers(analysis.node("sum")), "nor for functional additions");
        assertTrue(named("thop").covers(analysis.node("relu")), "a hook that counts 0");
        assertFalse(named("ptflops-aten").covers(analysis.node("relu")));
    }

    @Test
    void theDefaultIsTheFirst() {
        assertSame(Convention.MACS, Conventions.standard().get(0));
        assertEquals("macs", Convention.MACS.id());
    }

    @Test
    void termsFollowTheSourceOfTheTool() {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("picture", Input.of(Shape.maps(5, 7, 6)));
        String norm = net.add("norm", new BatchNorm(1e-3, false), x);
        net.add("across", LocalResponseNorm.standard(), norm);
        net.add("share", new Softmax(), norm);
        net.add("conv", new Conv2d(4, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), 2, true), norm);
        Analysis analysis = Analysis.of(net.build());

        assertEquals(210, named("fvcore").count(analysis.node("norm")), "1 for each of 5·7·6 values without gamma");
        assertEquals(840, named("thop").count(analysis.node("norm")));
        assertEquals(6, named("torchinfo").count(analysis.node("norm")), "beta, once");
        assertEquals(35 * (6 + 5 + 6), named("thop").count(analysis.node("share")), "exponentials, sums, divisions");
        assertEquals(0, named("calflops").count(analysis.node("across")));
        assertEquals(35 * (9 * 3 * 4 + 4), named("torchinfo").count(analysis.node("conv")), "weights and bias");
    }

    @Test
    void aCountBeyondTwoToThe63StaysThere() {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("picture", Input.of(Shape.maps(1 << 14, 1 << 14, 1 << 16)));
        net.add("conv", Conv2d.of(1 << 16, 2, 1, Padding.SAME, false), x);
        NodeFacts conv = Analysis.of(net.build()).node("conv");

        assertEquals(1L << 62, Convention.MACS.count(conv));
        assertEquals(Long.MAX_VALUE, named("flops").count(conv));
        assertEquals(Map.of(Cause.CONVOLUTION, Long.MAX_VALUE), named("flops").causes(conv));
    }
}
