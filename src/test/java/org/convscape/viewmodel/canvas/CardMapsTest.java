package org.convscape.viewmodel.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.execution.RunResult;
import org.convscape.graph.Graph;
import org.convscape.scene.CardFormat;
import org.convscape.scene.StripPixels;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CardMapsTest {
    private int arrivals;

    private static RunResult run(int nodes) {
        Set<String> paths = new LinkedHashSet<>();
        IntStream.range(0, nodes).forEach(i -> paths.add("n" + i));
        return new RunResult(Analysis.of(Graph.EMPTY), new Activations() {
            @Override
            public Set<String> paths() {
                return paths;
            }

            @Override
            public Tensor get(String path) {
                float[] values = new float[6 * 6 * 8];
                for (int i = 0; i < values.length; i++) {
                    values[i] = i % 8 == 0 ? 0 : (float) Math.sin(i);
                }
                return Tensor.of(new int[] {6, 6, 8}, values);
            }

            @Override
            public double milliseconds(String path) {
                return 0;
            }

            @Override
            public double totalMilliseconds() {
                return 0;
            }

            @Override
            public void close() {}
        });
    }

    @Test
    void stripsAreKeptWithinTheBudgetAndTheOldestGoFirst() {
        CardMaps one =
                new CardMaps(Runnable::run, JobRunner.calling(), Long.MAX_VALUE, Training.NONE, () -> arrivals++);
        one.show(run(10));
        long each = one.face("n0", CardFormat.LAYER).orElseThrow().bytes();
        CardMaps maps = new CardMaps(Runnable::run, JobRunner.calling(), 3 * each, Training.NONE, () -> {});
        maps.show(run(10));
        for (int i = 0; i < 10; i++) {
            assertTrue(maps.face("n" + i, CardFormat.LAYER).isPresent());
        }

        assertEquals(3 * each, maps.bytes());
        assertTrue(maps.face("n0", CardFormat.LAYER).isPresent(), "what was let go is made again");
    }

    @Test
    void nothingIsShownOfANodeThatDidNotRunOrAfterTheRunIsGone() {
        CardMaps maps =
                new CardMaps(Runnable::run, JobRunner.calling(), Long.MAX_VALUE, Training.NONE, () -> arrivals++);
        maps.show(run(1));
        assertEquals(Optional.empty(), maps.face("other", CardFormat.LAYER));
        assertTrue(maps.face("n0", CardFormat.LAYER).isPresent());
        int before = arrivals;
        maps.show(null);

        assertEquals(before + 1, arrivals);
        assertEquals(Optional.empty(), maps.face("n0", CardFormat.LAYER));
        assertEquals(0, maps.bytes());
    }

    @Test
    void aStripOfTheRunBeforeStaysUntilTheNewOneIsMade() {
        Deque<Runnable> later = new ArrayDeque<>();
        CardMaps maps = new CardMaps(later::add, JobRunner.calling(), Long.MAX_VALUE, Training.NONE, () -> arrivals++);
        maps.show(run(3));
        assertEquals(Optional.empty(), maps.face("n0", CardFormat.LAYER));
        later.remove().run();
        CardFace old = maps.face("n0", CardFormat.LAYER).orElseThrow();
        maps.face("n2", CardFormat.LAYER);
        later.remove().run();
        maps.show(run(2));

        assertSame(old, maps.face("n0", CardFormat.LAYER).orElseThrow(), "no card goes blank");
        assertEquals(Optional.empty(), maps.face("n2", CardFormat.LAYER), "it is no longer computed");
        assertEquals(old.bytes(), maps.bytes());
        later.remove().run();
        assertNotSame(old, maps.face("n0", CardFormat.LAYER).orElseThrow(), "the new one takes its place");
        assertEquals(old.bytes(), maps.bytes());
        assertTrue(later.isEmpty(), "it is made once");
    }

    @Test
    void aStripHoldsTheMapsWithTheMostContrastAndAVectorIsDrawnAsBars() {
        StripPixels strip = StripPixels.of(run(1).activations().get("n0"), CardFormat.LAYER);
        assertEquals(strip.width() * strip.height(), strip.argb().length);
        assertTrue(IntStream.of(strip.argb()).distinct().count() > 20, "no dead map is shown while others live");
        float[] values = {0, 1, 2, 3};
        StripPixels bars = StripPixels.of(Tensor.of(new int[] {4}, values), CardFormat.LAYER);
        int last = bars.width() - 1;
        assertEquals(0, bars.argb()[0], "above a short bar there is nothing");
        assertTrue(bars.argb()[last] != 0, "the largest reaches the top");
    }
}
