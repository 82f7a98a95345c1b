package org.convscape.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.MemoryProfile;
import org.convscape.attribute.Padding;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.PlannedEngine;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class TimingTest {
    /** 2 × 10⁹ multiply-adds and 10⁹ bytes per second: they meet at 2 multiply-adds per byte. */
    private static final Roofline ROOFLINE = new Roofline(2, 1);

    private static final Repetitions THREE = new Repetitions(3, 2, 0);

    private final Analysis analysis = analysis();

    private static Analysis analysis() {
        GraphBuilder graph = new GraphBuilder();
        String input = graph.add("in", Input.of(Shape.maps(10, 10, 4)));
        String conv = graph.add("conv", Conv2d.of(4, 3, 1, Padding.SAME, false), input);
        String norm = graph.add("norm", BatchNorm.TYPE.create(), conv);
        String relu = graph.add("relu", new Relu(), norm);
        graph.add("sum", new Add(), relu, input);
        return Analysis.of(graph.build());
    }

    private ForwardRequest request() {
        return new ForwardRequest(analysis, Map.of("in", Tensor.zeros(10, 10, 4)), new SeededWeights(1), path -> false);
    }

    private Timing time(Engine engine, Repetitions repetitions) {
        return TimedRuns.of(engine, request(), repetitions, Progress.NONE, new Cancellation());
    }

    private static TimingTable.Row row(TimingTable table, String path) {
        return table.rows().stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyTheRunsAfterWarmingUpCountAndEveryResultIsGivenBack() {
        ScriptedEngine engine = new ScriptedEngine().step("conv", 900, 800, 5, 1, 3);
        Timing timing = time(engine, THREE);

        assertEquals(5, engine.runs());
        assertEquals(0, engine.open());
        assertEquals(new WarmUp(2, timing.warmUp().seconds(), WarmUp.End.COUNTED), timing.warmUp());
        assertEquals(3, timing.nodes().get(1).milliseconds().median());
        assertEquals(1, timing.nodes().get(1).milliseconds().minimum());
        assertEquals(2, timing.nodes().get(1).milliseconds().spread());
    }

    @Test
    void mediansOfRowsAndOverheadSumToTheTotal() {
        Timing timing = new Timing(
                List.of(
                        new Timing.Node(analysis.node("conv"), Samples.of(4, 5, 9), Optional.empty()),
                        new Timing.Node(analysis.node("relu"), Samples.of(1, 3, 2), Optional.empty())),
                Samples.of(8, 10, 9),
                Samples.of(3, 2, -2),
                new WarmUp(0, 0, WarmUp.End.COUNTED));

        assertEquals(2, timing.overhead());
    }

    @Test
    void warmingUpEndsAtItsBoundEvenIfRunsBecomeFasterForEver() {
        int[] run = new int[1];
        ScriptedEngine engine = new ScriptedEngine().before(() -> run[0]++);
        Timing timing = time(engine, new Repetitions(1, Repetitions.UNTIL_SETTLED, 0));

        assertEquals(WarmUp.End.OUT_OF_TIME, timing.warmUp().end());
        assertEquals(1, timing.warmUp().runs(), "one run fetches the weights, whatever the bound");
        assertEquals(2, run[0]);
    }

    @Test
    void aWishToStopEndsTheRunsBetweenTwoOfThem() {
        Cancellation cancellation = new Cancellation();
        ScriptedEngine engine = new ScriptedEngine();
        engine.before(() -> {
            if (engine.runs() == 3) {
                cancellation.request();
            }
        });
        assertThrows(
                CancellationException.class,
                () -> TimedRuns.of(engine, request(), new Repetitions(50, 0, 0), Progress.NONE, cancellation));
        assertEquals(4, engine.runs());
        assertEquals(0, engine.open());
    }

    @Test
    void aStepReachesTheShareOfItsRooflineThatItsTimeSays() {
        ScriptedEngine engine = new ScriptedEngine().step("conv", 0.0144).step("sum", 0.0096);
        TimingTable table = TimingTable.of(time(engine, THREE), analysis, ROOFLINE);

        // 10·10·4·(3·3·4) multiply-adds; 400 values in, 400 out, 144 weights of four bytes: 3.8 per byte, beyond the
        // ridge.
        TimingTable.Row conv = row(table, "conv");
        assertEquals(14_400, conv.work().multiplyAdds());
        assertEquals(3_776, conv.work().bytes());
        assertEquals(1, conv.achieved(), 1e-12);
        assertEquals(2, conv.attainable());
        assertEquals(0.5, conv.reached(), 1e-12);
        assertEquals(Optional.of(Roofline.Bound.COMPUTE), conv.bound());
        assertEquals("Convolution k×k", conv.kind());

        // 3 × 400 values of four bytes and no multiply-add.
        TimingTable.Row sum = row(table, "sum");
        assertEquals(4_800, sum.work().bytes());
        assertEquals(0.5, sum.moved(), 1e-12);
        assertEquals(0, sum.attainable());
        assertEquals(0.5, sum.reached(), 1e-12);
        assertEquals(Optional.of(Roofline.Bound.MEMORY), sum.bound());
    }

    @Test
    void whatWasFoldedAwayBelongsToTheStepThatComputedIt() {
        ScriptedEngine engine =
                new ScriptedEngine().step("conv", 0.1).folded("norm", "conv").folded("relu", "conv");
        TimingTable table = TimingTable.of(time(engine, THREE), analysis, ROOFLINE);

        assertEquals(Optional.of("conv"), row(table, "relu").node().foldedInto());
        assertEquals(StepWork.NONE, row(table, "norm").work());
        assertTrue(row(table, "norm").bound().isEmpty());
        // The convolution's picture and weights, the normalisation's four arrays, and the activation's output.
        assertEquals(4.0 * (400 + 144 + 16 + 400), row(table, "conv").work().bytes());
        assertEquals(14_400, table.multiplyAdds());
    }

    @Test
    void nothingIsAttainableBeyondThePeak() {
        for (double intensity = 0; intensity < 1000; intensity += 0.25) {
            double attainable = ROOFLINE.attainable(intensity);
            assertTrue(attainable <= ROOFLINE.multiplyAdds());
            assertEquals(intensity < 2 ? intensity : 2, attainable);
        }
        assertEquals(2, ROOFLINE.ridge());
        assertThrows(IllegalArgumentException.class, () -> new Roofline(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Roofline(1, Double.NaN));
    }

    @Test
    void kindsSumToTheRowsAndTheSlowestComesFirst() {
        ScriptedEngine engine = new ScriptedEngine()
                .step("conv", 1)
                .step("norm", 2)
                .step("relu", 3)
                .step("sum", 4);
        TimingTable table = TimingTable.of(time(engine, THREE), analysis, ROOFLINE);

        assertEquals("Add", table.byKind().get(0).kind());
        assertEquals(
                10,
                table.byKind().stream()
                        .mapToDouble(TimingTable.Sum::milliseconds)
                        .sum());
    }

    @Test
    void theProbeMeasuresBothSidesOfTheRooflineWhateverComputes() {
        Roofline measured = RooflineProbe.measure(
                PlannedEngine.ofPlainLoops(),
                Progress.NONE,
                new Cancellation(),
                List.of(new RooflineProbe.Candidate(4, 8, 3), new RooflineProbe.Candidate(4, 8, 1)),
                Shape.maps(16, 16, 4));

        assertTrue(measured.multiplyAdds() > 0);
        assertTrue(measured.bytes() > 0);
    }

    @Test
    void movedBytesOfOneNodeAreThoseOfItsIntensity() {
        Timing timing = time(new ScriptedEngine().step("conv", 1), THREE);
        TimingTable table = TimingTable.of(timing, analysis, ROOFLINE);

        assertEquals(
                MemoryProfile.of(analysis).lifetimes().get(1).intensity(),
                row(table, "conv").work().intensity(),
                1e-12);
    }
}
