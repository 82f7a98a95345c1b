package org.convscape.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.engine.Networks;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.Pointwise;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Scale;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class ForwardPlanTest {
    private static final Predicate<String> ALL = path -> true;
    private static final Predicate<String> NONE = path -> false;

    private static final PlanOptions UNFUSED = new PlanOptions(true, false, true, false);

    private static ForwardPlan plan(Graph graph, Predicate<String> wanted, PlanOptions options) {
        return ForwardPlan.of(Analysis.of(graph), wanted, options, NONE);
    }

    private static List<String> paths(ForwardPlan plan) {
        return plan.steps().stream().map(Step::path).toList();
    }

    private static List<String> overwriting(ForwardPlan plan) {
        return plan.steps().stream().filter(Step::overwrite).map(Step::path).toList();
    }

    private static List<String> stored(ForwardPlan plan) {
        return plan.steps().stream().filter(Step::stored).map(Step::path).toList();
    }

    /** A residual block: picture, convolution with batch normalisation and ReLU, another without ReLU, sum, ReLU. */
    private static GraphBuilder block() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(8, 8, 4)));
        String at = graph.add("conv1", Conv2d.of(4, 3, 1, Padding.SAME, false), picture);
        at = graph.add("norm1", BatchNorm.standard(), at);
        at = graph.add("relu1", new Relu(), at);
        at = graph.add("conv2", Conv2d.of(4, 3, 1, Padding.SAME, false), at);
        at = graph.add("norm2", BatchNorm.standard(), at);
        at = graph.add("sum", new Add(), at, picture);
        graph.add("relu2", new Relu(), at);
        return graph;
    }

    @Test
    void anOutputLivesUntilItsLastUseUnlessItIsStored() {
        List<List<String>> released = plan(Networks.sumOfThree(), NONE, PlanOptions.LITERAL).steps().stream()
                .map(Step::releases)
                .toList();

        assertEquals(List.of(), released.get(0), "the shortcut keeps the picture alive");
        assertEquals(List.of("picture", "convolution", "relu", "sum"), released.get(3));
        assertTrue(plan(Networks.sumOfThree(), ALL, PlanOptions.LITERAL).steps().stream()
                .allMatch(step -> step.releases().isEmpty()));
    }

    @Test
    void aLiteralPlanHasOneStepPerNodeAndStoresWhatIsWanted() {
        ForwardPlan plan = plan(block().build(), ALL, PlanOptions.LITERAL);

        assertEquals(8, plan.steps().size());
        assertEquals(paths(plan), stored(plan));
        assertTrue(overwriting(plan).isEmpty());
        assertTrue(plan.foldedInto().isEmpty());
    }

    @Test
    void normalisationBecomesPartOfTheConvolutionBeforeIt() {
        ForwardPlan plan = plan(block().build(), ALL, UNFUSED);

        assertEquals(List.of("picture", "norm1", "relu1", "norm2", "sum", "relu2"), paths(plan));
        assertEquals(Map.of("norm1", "conv1", "norm2", "conv2"), plan.foldedInto());
        Step folded = plan.steps().get(1);
        assertEquals(Conv2d.of(4, 3, 1, Padding.SAME, true), folded.operation());
        assertEquals(
                List.of("kernel", "bias"),
                folded.weights().stream().map(spec -> spec.name()).toList());
    }

    @Test
    void scalingsBehindOneAnotherAreFoldedTogether() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(8, 8, 4)));
        at = graph.add("conv", Conv2d.of(4, 3, 1, Padding.SAME, true), at);
        at = graph.add("norm", BatchNorm.standard(), at);
        graph.add("scale", new Scale(0.2), at);

        ForwardPlan plan = plan(graph.build(), ALL, PlanOptions.FRESH);

        assertEquals(List.of("picture", "scale"), paths(plan));
        assertEquals(Map.of("norm", "conv", "scale", "conv"), plan.foldedInto());
    }

    @Test
    void aScalingIsNotFoldedWhenOthersTakeWhatItScales() {
        GraphBuilder graph = block();
        graph.add("other", new Relu(), "conv1");

        ForwardPlan plan = plan(graph.build(), ALL, UNFUSED);

        assertEquals(Map.of("norm2", "conv2"), plan.foldedInto());
    }

    @Test
    void aLinearStepEndsInWhatIsDoneValueByValueBehindIt() {
        ForwardPlan plan = plan(block().build(), ALL, PlanOptions.FRESH);

        assertEquals(List.of("picture", "relu1", "relu2"), paths(plan));
        assertEquals(paths(plan), stored(plan));
        Step last = plan.steps().get(2);
        assertEquals(List.of("relu1", "picture"), last.inputs());
        assertEquals(
                List.of(
                        new Step.Ending(new Pointwise.Sum(), List.of("picture")),
                        new Step.Ending(new Pointwise.Limit(0, Double.POSITIVE_INFINITY), List.of())),
                last.endings());
        assertEquals(
                Map.of("norm1", "conv1", "relu1", "conv1", "norm2", "conv2", "sum", "conv2", "relu2", "conv2"),
                plan.foldedInto());
        assertEquals(
                List.of("conv2", "norm2", "sum"),
                plan.again("sum", stored(plan)::contains).stream()
                        .map(facts -> facts.node().path())
                        .toList());
    }

    @Test
    void aSumEndsTheFirstOfTheBranchesThatItAdds() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(8, 8, 4)));
        graph.add("left", Conv2d.of(4, 1, 1, Padding.SAME, false), picture);
        graph.add("right", Conv2d.of(4, 3, 1, Padding.SAME, false), picture);
        graph.add("sum", new Add(), "right", "left");
        graph.add("twice", new Add(), "sum", "sum");

        ForwardPlan plan = plan(graph.build(), NONE, PlanOptions.FRESH);

        assertEquals(Map.of("sum", "left"), plan.foldedInto());
        assertEquals(List.of("picture", "right", "sum", "twice"), paths(plan));
        assertEquals(List.of("picture", "right"), plan.steps().get(2).inputs());
        assertTrue(plan.steps().get(2).releases().contains("right"));
    }

    @Test
    void whatOthersTakeOrSomebodyWantsIsNotFusedAway() {
        GraphBuilder graph = block();
        graph.add("other", new Relu(), "norm1");

        ForwardPlan plan = plan(graph.build(), path -> path.equals("sum"), PlanOptions.FRESH);

        assertEquals(Map.of("norm1", "conv1", "norm2", "conv2", "sum", "conv2"), plan.foldedInto());
    }

    @Test
    void whatIsGivenUpCanBeHadAgainFromWhatIsStored() {
        ForwardPlan plan = plan(block().build(), ALL, UNFUSED);

        assertEquals(List.of("picture", "relu1", "relu2"), stored(plan));
        assertEquals(List.of("relu1", "sum", "relu2"), overwriting(plan));
        assertEquals(Set.of("picture", "conv1", "norm1", "relu1", "conv2", "norm2", "sum", "relu2"), plan.available());
        assertEquals(
                List.of("conv2", "norm2", "sum"),
                plan.again("sum", stored(plan)::contains).stream()
                        .map(facts -> facts.node().path())
                        .toList());
    }

    @Test
    void aMapThatIsWantedIsStoredWhereItCouldNotBeHadAgain() {
        ForwardPlan plan = plan(block().build(), "norm1"::equals, UNFUSED);

        assertEquals(List.of("norm1"), stored(plan), "its input is not there after the run");
        assertFalse(overwriting(plan).contains("relu1"), "it would write over what is wanted");
        assertTrue(overwriting(plan).containsAll(List.of("sum", "relu2")));
    }

    @Test
    void aMapThatIsCostlyToHaveAgainIsStored() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(224, 224, 64)));
        at = graph.add("conv", Conv2d.of(64, 3, 1, Padding.SAME, false), at);
        graph.add("norm", BatchNorm.standard(), at);

        ForwardPlan plan = plan(graph.build(), ALL, PlanOptions.FRESH);

        assertEquals(List.of("picture", "conv", "norm"), stored(plan), "1.8 billion multiply-adds are no click");
    }

    @Test
    void longChainsOfCheapMapsAreNotGivenUpAsAWhole() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(4, 4, 4)));
        for (int i = 0; i < 1000; i++) {
            at = graph.add("relu" + i, new Relu(), at);
        }

        ForwardPlan plan = plan(graph.build(), ALL, PlanOptions.FRESH);

        List<String> stored = stored(plan);
        int longest = plan.available().stream()
                .mapToInt(path -> plan.again(path, stored::contains).size())
                .max()
                .orElseThrow();
        assertTrue(longest > 1 && longest <= 64, "to have a map again takes " + longest + " steps");
    }

    @Test
    void aLaterRunDoesOnlyWhatFollowsAChange() {
        Analysis analysis = Analysis.of(block().build());
        ForwardPlan plan = ForwardPlan.of(
                analysis, ALL, new PlanOptions(true, false, true, true), Set.of("picture", "relu1")::contains);

        assertEquals(List.of("picture", "relu1", "norm2", "sum", "relu2"), paths(plan));
        assertEquals(
                List.of("relu1"),
                plan.steps().stream().filter(Step::reused).map(Step::path).toList());
        assertEquals(4, plan.computed());
        assertEquals(6, plan.whole());
    }

    @Test
    void aLaterRunOfTheSameDoesNothingButTakeThePicture() {
        Analysis analysis = Analysis.of(block().build());
        ForwardPlan plan = ForwardPlan.of(analysis, ALL, PlanOptions.ALL, ALL);

        assertEquals(List.of("picture", "relu1", "relu2"), paths(plan));
        assertEquals(1, plan.computed());
    }

    @Test
    void theEstimateOfAChainGrowsWithItsLengthOnlyWhenMapsAreStored() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(10, 10, 10)));
        for (int i = 0; i < 99; i++) {
            at = graph.add("relu" + i, new Relu(), at);
        }
        Graph chain = graph.build();

        assertEquals(100 * 4000 + 4000, plan(chain, ALL, PlanOptions.LITERAL).estimatedBytes());
        assertEquals(2 * 4000 + 4000, plan(chain, NONE, PlanOptions.LITERAL).estimatedBytes());
        assertEquals(
                2 * 4000 + 4000,
                plan(chain, NONE, PlanOptions.FRESH).estimatedBytes(),
                "the first copies, the others overwrite");
    }

    @Test
    void theEstimateHoldsTheWeightsThatAreUsed() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(1, 1, 10)));
        at = graph.add("wide", Conv2d.of(100, 1, 1, Padding.VALID, false), at);
        graph.add("norm", BatchNorm.standard(), at);

        assertEquals(
                4 * (10 + 100 + 100 + 100 + 1000 + 400),
                plan(graph.build(), ALL, PlanOptions.LITERAL).estimatedBytes());
        assertEquals(
                4 * (10 + 100 + 100 + 1000 + 100),
                plan(graph.build(), ALL, PlanOptions.FRESH).estimatedBytes(),
                "kernel and bias are all that is left");
    }
}
