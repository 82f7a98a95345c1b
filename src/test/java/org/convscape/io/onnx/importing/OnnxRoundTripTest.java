package org.convscape.io.onnx.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Attribute;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.nd4j.Engines;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.weights.WeightStore;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported comes back as it was: every network of the catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxRoundTripTest {
    private static final double BOUND = 1e-5;

    /** Of those with fewer multiply-adds every map is compared, of the others the result. */
    private static final long LIGHT = 1_000_000_000;

    /** What is written out when it is exported, so that it comes back in other words. */
    private static final Set<String> WRITTEN_OUT = Set.of("padding", "rounding");

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeAll
    void begin() {
        engine = Engines.nd4j();
    }

    @AfterAll
    void end() {
        engine.close();
    }

    static List<String> ids() {
        return NetworkLibrary.standard().networks().stream().map(Network::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aNetworkComesBackAsItWas(String id) throws IOException {
        Analysis before =
                Analysis.of(NetworkLibrary.standard().find(id).orElseThrow().build());
        Path file = folder.resolve(id + ".onnx");
        OnnxExport export = new OnnxExport(before, OnnxRoundTripTest::cheap, path -> false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.writeTo(out);
        }

        OnnxImport read = OnnxImport.read(file);
        Analysis after = Analysis.of(read.graph());

        assertEquals(List.of(), read.notes());
        assertTrue(after.complete(), () -> after.diagnostics().toString());
        assertEquals(operations(before), operations(after));
        assertEquals(groups(before), groups(after));
        for (Convention rule : org.convscape.analysis.Conventions.standard()) {
            assertEquals(total(before, rule), total(after, rule), rule.id());
        }
        assertSameWeights(before, read);
        assertSameMaps(before, after, read);
        Files.delete(file);
    }

    /** What each layer is, what it takes from, and what it gives. */
    private static List<String> operations(Analysis analysis) {
        List<String> lines = new ArrayList<>();
        for (NodeFacts facts : analysis.nodes()) {
            Node node = facts.node();
            lines.add(node.path() + " = " + words(node.operation(), facts) + " of " + node.inputs() + ": "
                    + facts.output());
        }
        return lines.stream().sorted().toList();
    }

    private static String words(Operation operation, NodeFacts facts) {
        StringBuilder words = new StringBuilder(operation.type().id());
        for (Attribute<?> attribute : operation.type().schema().attributes()) {
            if (!WRITTEN_OUT.contains(attribute.name()) || operation.type().id().equals("zero-pad")) {
                words.append(' ')
                        .append(attribute.name())
                        .append('=')
                        .append(operation.attributes().format(attribute));
            }
        }
        if (facts.inputs().size() == 1) {
            operation
                    .fieldOfView()
                    .map(view -> view.over(
                            facts.inputs().get(0).height(),
                            facts.inputs().get(0).width()))
                    .ifPresent(place -> words.append(" touches ")
                            .append(place.top() + "," + place.left() + "," + place.touchedBottom() + ","
                                    + place.touchedRight()));
        }
        return words.toString();
    }

    private static List<String> groups(Analysis analysis) {
        return analysis.graph().nodes().stream()
                .flatMap(node -> node.group().lineage().stream())
                .map(GroupPath::text)
                .distinct()
                .sorted()
                .toList();
    }

    private static CostTable.Row total(Analysis analysis, Convention rule) {
        return CostTable.of(analysis, rule, CostTable.Grouping.TOTAL).total();
    }

    /** Different numbers everywhere, of a size that lets signals through, cheaper than a normal distribution. */
    private static Tensor cheap(String origin, WeightSpec spec) {
        int[] dimensions =
                spec.dimensions().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[Math.toIntExact(spec.elements())];
        float size = (float) Math.sqrt(6.0 / spec.fanIn());
        int state = (origin + spec.name()).hashCode();
        for (int i = 0; i < values.length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            float drawn = (state >> 8) * 0x1p-23f;
            values[i] = switch (spec.role()) {
                case KERNEL -> drawn * size;
                case SCALE -> 0.5f + 0.1f * drawn;
                case RUNNING_VARIANCE -> 1 + 0.2f * drawn;
                default -> 0.1f * drawn;
            };
        }
        return Tensor.of(dimensions, values);
    }

    private static void assertSameWeights(Analysis before, OnnxImport read) {
        for (NodeFacts facts : before.nodes()) {
            for (WeightSpec spec : facts.weights()) {
                assertArrayEquals(
                        cheap(facts.node().origin(), spec).values(),
                        read.weights()
                                .get(facts.node().path(), spec)
                                .orElseThrow()
                                .values(),
                        facts.node().path() + " " + spec.name());
            }
        }
    }

    private void assertSameMaps(Analysis before, Analysis after, OnnxImport read) {
        boolean all = total(before, Convention.MACS).count() < LIGHT;
        Map<String, Tensor> pictures = new LinkedHashMap<>();
        for (NodeFacts facts : before.nodes()) {
            if (facts.node().isInput()) {
                Tensor picture = Tensor.zeros(facts.output().dimensions());
                for (int i = 0; i < picture.size(); i++) {
                    picture.values()[i] = (float) Math.sin(i * 0.37) * 2;
                }
                pictures.put(facts.node().path(), picture);
            }
        }
        WeightStore stored = (origin, spec) -> read.weights().get(origin, spec).orElseThrow();
        try (Activations expected = run(before, pictures, OnnxRoundTripTest::cheap, all);
                Activations actual = run(after, pictures, stored, all)) {
            assertEquals(expected.paths(), actual.paths());
            assertFalse(expected.paths().isEmpty());
            for (String path : expected.paths()) {
                double off = Differences.relative(expected.get(path), actual.get(path));
                assertTrue(off < BOUND, () -> path + " is off by " + off);
            }
        }
    }

    private static boolean isResult(Analysis analysis, String path) {
        return analysis.graph().outgoing(path).isEmpty();
    }

    private Activations run(Analysis analysis, Map<String, Tensor> pictures, WeightStore weights, boolean all) {
        return engine.run(
                        new ForwardRequest(analysis, pictures, weights, path -> all || isResult(analysis, path)),
                        Progress.NONE)
                .result()
                .join();
    }
}
