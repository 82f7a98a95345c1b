package org.convscape.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.ReferenceMath;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.Scale;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTest {

    /** Every array has random numbers in it, so that each part of a normalisation counts. */
    private static final WeightStore RANDOM = (node, spec) -> {
        Random random = new Random((node + spec.name()).hashCode());
        Tensor tensor = Tensor.zeros(
                spec.dimensions().stream().mapToInt(Integer::intValue).toArray());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = spec.role() == WeightSpec.Role.RUNNING_VARIANCE
                    ? 0.5f + random.nextFloat()
                    : (float) random.nextGaussian();
        }
        return tensor;
    };

    static java.util.stream.Stream<OperationCase> linearCases() {
        return org.convscape.op.library.OperationCases.stream()
                .filter(each -> each.operation().withBias().isPresent());
    }

    @ParameterizedTest
    @MethodSource("linearCases")
    void aFoldedOperationComputesWhatItsPartsCompute(OperationCase each) {
        List<Shape> inputs = each.inputs();
        Operation linear = each.operation();
        int channels = linear.infer(inputs).channels();
        List<Operation> scalings = List.of(BatchNorm.of(1e-3), new Scale(0.3), new BatchNorm(1e-2, false));
        List<Tensor> given = each.inputValues(3);
        Fold.Part first = new Fold.Part("linear", linear, linear.weights(inputs));
        Tensor expected =
                linear.forward(new ReferenceMath(), given, name -> RANDOM.get("linear", named(first.weights(), name)));
        List<Fold.Part> parts = new java.util.ArrayList<>();
        for (int i = 0; i < scalings.size(); i++) {
            Operation scaling = scalings.get(i);
            Fold.Part part = new Fold.Part("scaling" + i, scaling, scaling.weights(List.of(Shape.vector(channels))));
            parts.add(part);
            expected = scaling.forward(
                    new ReferenceMath(),
                    List.of(expected),
                    name -> RANDOM.get(part.origin(), named(part.weights(), name)));
        }

        Fold fold = new Fold(first, parts);
        List<WeightSpec> specs = fold.operation().weights(inputs);
        Tensor actual = fold.operation()
                .forward(new ReferenceMath(), given, name -> fold.array(RANDOM, specs, named(specs, name)));

        assertTrue(Differences.relative(expected, actual) < 1e-5, each::toString);
    }

    private static WeightSpec named(List<WeightSpec> specs, String name) {
        return specs.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNetworkWithItsNormalisationsFoldedGivesTheSameResults() {
        Document document = Document.of("blocks", Networks.oneBlockOfEachFamily(16));
        Document folded = new Edit.SetFolded(java.util.Set.of(), true).apply(document);
        Tensor before = result(document);
        Tensor after = result(folded);

        assertTrue(folded.graph().size() < document.graph().size());
        assertTrue(folded.graph().nodes().stream().noneMatch(node -> node.operation() instanceof BatchNorm));
        assertTrue(Differences.relative(before, after) < 1e-4, "off by " + Differences.relative(before, after));

        Document unfolded = new Edit.SetFolded(java.util.Set.of(), false).apply(folded);
        assertEquals(document.graph(), unfolded.graph());
        assertTrue(unfolded.folds().isEmpty());
    }

    @Test
    void aFoldedLayerKeepsItsWeightsUnderAnotherName() {
        Document folded = new Edit.SetFolded(java.util.Set.of(), true)
                .apply(Document.of("blocks", Networks.oneBlockOfEachFamily(16)));
        String path = folded.folds().keySet().iterator().next();

        Document renamed = new Edit.Rename(path, "other").apply(folded);

        assertEquals(folded.folds().size(), renamed.folds().size());
        Document deleted = new Edit.Delete(java.util.Set.of(path)).apply(folded);
        assertEquals(folded.folds().size() - 1, deleted.folds().size());
    }

    @Test
    void withoutFoldsTheWeightsAreTheBaseItself() {
        assertSame(RANDOM, FoldedWeights.over(RANDOM, Map.of(), path -> List.of()));
    }

    private static Tensor result(Document document) {
        Analysis analysis = Analysis.of(document.graph());
        Map<String, Tensor> picture =
                new HashMap<>(Networks.request(document.graph(), path -> true).pictures());
        WeightStore weights = FoldedWeights.over(
                RANDOM, document.folds(), path -> analysis.node(path).weights());
        try (Engine engine = PlannedEngine.ofPlainLoops();
                Activations activations = engine.run(
                                new ForwardRequest(analysis, picture, weights, path -> true, PlanOptions.LITERAL),
                                Progress.NONE)
                        .result()
                        .join()) {
            return activations.get("scores");
        }
    }
}
