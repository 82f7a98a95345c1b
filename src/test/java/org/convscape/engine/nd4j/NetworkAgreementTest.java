package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.convscape.analysis.Measure;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.task.Progress;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.convscape.testing.WeightFile;
import org.convscape.weights.SeededWeights;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every network of the catalogue at its own input, with the same weights and picture, as the graph says, as the plan
 * does it, and by ONNX Runtime from the exported file. Leaves a table in {@code target/agreement.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkAgreementTest {
    private static final double BOUND = 1e-5;

    /** Networks with more values than this in all maps are compared by their result alone. */
    private static final long MOST_VALUES = 60_000_000;

    private final List<String> table = new ArrayList<>();
    private Engine engine;

    @BeforeAll
    void begin() {
        engine = Engines.nd4j();
    }

    @AfterAll
    void end() throws IOException {
        engine.close();
        table.add(
                0,
                "network                      maps compared  literal     planned     (largest relative differences)");
        Files.write(Path.of("target/agreement.txt"), table);
    }

    static List<String> networks() {
        return Catalogue.standard().models().stream()
                .filter(model -> model.kind() == Model.Kind.NETWORK)
                .map(Model::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void threeWaysOfComputingANetworkAgree(String id, @TempDir Path folder) throws IOException {
        ForwardRequest named = Networks.request(Networks.named(id), path -> true);
        List<String> results = named.analysis().outputs().stream()
                .map(facts -> facts.node().path())
                .toList();
        long values =
                named.analysis().nodes().stream().mapToLong(Measure.OUTPUTS::of).sum();
        Predicate<String> wanted = values > MOST_VALUES ? results::contains : path -> true;
        TreeSet<String> compared = new TreeSet<>();
        double[] worst;
        try (WeightFile weights = new WeightFile(new SeededWeights(1), folder.resolve("weights"))) {
            worst = compare(
                    new ForwardRequest(named.analysis(), named.pictures(), weights, wanted, PlanOptions.FRESH),
                    folder.resolve("model.onnx"),
                    compared);
        }
        table.add(
                String.format(Locale.ROOT, "%-28s %6d         %.1e     %.1e", id, compared.size(), worst[0], worst[1]));
        System.out.println(table.get(table.size() - 1));
        assertTrue(compared.containsAll(results));
        if (values <= MOST_VALUES) {
            assertEquals(
                    named.analysis().nodes().stream()
                            .filter(facts -> !facts.inputs().isEmpty())
                            .count(),
                    compared.size());
        }
        assertTrue(worst[0] < BOUND, id + " as the graph says: " + worst[0]);
        assertTrue(worst[1] < BOUND, id + " as the plan does it: " + worst[1]);
    }

    /** The largest differences of the two ways from ONNX Runtime, which runs the model that is written to the file. */
    private double[] compare(ForwardRequest request, Path file, Set<String> compared) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new OnnxExport(request.analysis(), request.weights(), request.keep()).writeTo(out);
        }
        double[] worst = new double[2];
        try (Activations literal = run(request.with(PlanOptions.LITERAL));
                Activations planned = run(request);
                OnnxRuntimeSession theirs = new OnnxRuntimeSession(file)) {
            theirs.run(request.pictures(), (path, expected) -> {
                worst[0] = Math.max(worst[0], Differences.relative(expected, literal.get(path)));
                worst[1] = Math.max(worst[1], Differences.relative(expected, planned.get(path)));
                compared.add(path);
            });
        }
        return worst;
    }

    private Activations run(ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }
}
