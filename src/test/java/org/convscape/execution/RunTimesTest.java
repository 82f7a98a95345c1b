package org.convscape.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.figures.Figures;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RunTimesTest {

    /** Steps that took as long as written here; one was computed by another. */
    private record Took(Map<String, Double> times, Map<String, String> folded) implements Activations {
        @Override
        public Set<String> paths() {
            return times.keySet();
        }

        @Override
        public Tensor get(String path) {
            throw new IllegalArgumentException(path);
        }

        @Override
        public double milliseconds(String path) {
            return times.getOrDefault(path, 0.0);
        }

        @Override
        public Optional<String> foldedInto(String path) {
            return Optional.ofNullable(folded.get(path));
        }

        @Override
        public double totalMilliseconds() {
            return times.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static RunTimes times() {
        GraphBuilder graph = new GraphBuilder();
        String input = graph.add("in", Input.of(Shape.maps(2, 2, 1)));
        String stage = graph.group(
                "stage",
                input,
                entry -> graph.group("block", graph.add("first", new Relu(), entry), inner -> {
                    String second = graph.add("second", new Relu(), inner);
                    return graph.add("third", new Relu(), second);
                }));
        graph.add("last", new Relu(), stage);
        return RunTimes.of(new RunResult(
                Analysis.of(graph.build()),
                new Took(
                        Map.of("stage/first", 1.0, "stage/block/second", 0.25, "last", 1200.0),
                        Map.of("stage/block/third", "stage/block/second"))));
    }

    @Test
    void groupsAreTheSumsOfAllThatIsInThem() {
        assertEquals(Optional.of(1.25), times().milliseconds("stage"));
        assertEquals(Optional.of(0.25), times().milliseconds("stage/block"));
        assertEquals(Optional.of(1201.25), times().milliseconds(""));
    }

    @Test
    void everyTimeIsWrittenWithItsUnit() {
        assertEquals("1.0 ms", times().text(List.of("stage/first")));
        assertEquals("0.25 ms", times().text(List.of("stage/block/second", "stage/block/third")));
        assertEquals("1.2 s", times().text(List.of("last")));
    }

    @Test
    void cardsHaveOneDecimalAtMost() {
        assertEquals("0.3 ms", times().shortText(List.of("stage/block/second")));
        assertEquals("1.2 s", times().shortText(List.of("last")));
        assertEquals("< 0.1 ms", Figures.shortMilliseconds(0.049));
        assertEquals("9.9 ms", Figures.shortMilliseconds(9.94));
        assertEquals("10 ms", Figures.shortMilliseconds(9.96));
    }

    @Test
    void whatWasComputedByAnotherStepSaysSoAndWhatDidNotRunSaysNothing() {
        assertEquals("in second", times().text(List.of("stage/block/third")));
        assertEquals("", times().text(List.of("in")));
        assertEquals("", times().text(List.of("elsewhere")));
        assertEquals("", RunTimes.NONE.text(List.of("last")));
        assertEquals(Optional.empty(), RunTimes.of(null).milliseconds(""));
    }
}
