package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.convscape.block.BlockLibrary;
import org.convscape.block.BlockTemplate;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.op.library.Input;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Nd4jEngineTest {

    private static final double BOUND = 1e-4;

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engines.nd4j();
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    private static Activations run(ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    @Test
    void warmingUpTwiceLoadsOnce() {
        String description = engine.warmUp().join();

        assertTrue(description.startsWith("ND4J 1"), description);
        assertSame(description, engine.warmUp().join());
    }

    @Test
    void everyMapIsWhatTwoOtherEnginesCompute() throws IOException {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(24), path -> true);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        new OnnxExport(request.analysis(), request.weights(), path -> true).writeTo(model);
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(model.toByteArray());
                Engine loops = PlannedEngine.ofPlainLoops();
                Activations ours = run(request);
                Activations expected =
                        loops.run(request, Progress.NONE).result().join()) {
            Map<String, Tensor> theirs = session.run(request.pictures());
            assertEquals(request.analysis().nodes().size(), ours.paths().size());
            for (String path : ours.paths()) {
                Tensor map = ours.get(path);
                assertTrue(Differences.relative(expected.get(path), map) < BOUND, path);
                if (theirs.containsKey(path)) {
                    assertTrue(Differences.relative(theirs.get(path), map) < BOUND, path);
                }
            }
            assertTrue(theirs.size() >= ours.paths().size() - 1, "all but the picture itself");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyBlockIsWhatThePlainLoopsCompute(BlockTemplate template) {
        Shape usual = template.exampleInput();
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(18, 17, usual.channels())));
        template.addTo(graph, "block", template.schema().defaults(), picture);
        ForwardRequest request = Networks.request(graph.build(), path -> true);

        try (Engine loops = PlannedEngine.ofPlainLoops();
                Activations ours = run(request);
                Activations expected =
                        loops.run(request, Progress.NONE).result().join()) {
            for (String path : ours.paths()) {
                assertTrue(Differences.relative(expected.get(path), ours.get(path)) < BOUND, path);
            }
        }
    }

    static java.util.List<BlockTemplate> templates() {
        return BlockLibrary.standard().templates();
    }

    @Test
    void twoRunsGiveTheSameBits() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(24), "scores"::equals);

        try (Activations first = run(request);
                Activations second = run(request)) {
            assertArrayEquals(first.get("scores").values(), second.get("scores").values());
        }
    }

    @Test
    void manyRunsTakeNoMoreMemoryThanAFew() throws InterruptedException {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(64), path -> true);
        for (int i = 0; i < 10; i++) {
            run(request).close();
        }
        long before = resident();
        long oneRun = 0;
        for (int i = 0; i < 30; i++) {
            try (Activations activations = run(request)) {
                oneRun = activations.paths().stream()
                        .mapToLong(path -> 4L * activations.get(path).size())
                        .sum();
            }
        }

        long growth = resident() - before;
        assertTrue(growth < 10 * oneRun, growth + " bytes more after 30 runs of " + oneRun + " bytes each");
    }

    /** Resident memory without what the collector will give back, which it does some time after it has run. */
    private static long resident() throws InterruptedException {
        System.gc();
        long least = Pointer.physicalBytes();
        for (int i = 0; i < 20; i++) {
            Thread.sleep(100);
            least = Math.min(least, Pointer.physicalBytes());
        }
        return least;
    }
}
