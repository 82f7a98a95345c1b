package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class MemoryProfileTest {

    /** A shortcut over two convolutions: the picture of 4×4×2 has to live until the sum. */
    private static MemoryProfile residual() {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("x", Input.of(Shape.maps(4, 4, 2)));
        String a = net.add("a", Conv2d.of(8, 1, 1, Padding.VALID, false), x);
        String b = net.add("b", Conv2d.of(2, 3, 1, Padding.SAME, true), a);
        String sum = net.add("sum", new Add(), b, x);
        net.add("out", new Relu(), sum);
        return MemoryProfile.of(Analysis.of(net.build()));
    }

    @Test
    void aShortcutStretchesALife() {
        List<MemoryProfile.Lifetime> lives = residual().lifetimes();

        assertEquals(0, lives.get(0).first());
        assertEquals(3, lives.get(0).last(), "x is needed by the sum in step 3");
        assertEquals(2, lives.get(1).last(), "a only by b");
        assertEquals(4, lives.get(4).last(), "the result stays");
        assertEquals(128, lives.get(0).bytes());
    }

    @Test
    void thePeakIsWhatLivesAtOnceAndNotWhatIsKept() {
        MemoryProfile memory = residual();

        // By hand, in values: x 32, a 128, b 32, sum 32, out 32; in step b live x, a and b.
        assertEquals(List.of(32L * 4, 160L * 4, 192L * 4, 96L * 4, 64L * 4), memory.live());
        assertEquals(192 * 4, memory.peakBytes());
        assertEquals(2, memory.peakStep());
        assertEquals(256 * 4, memory.keptBytes());
        assertEquals(256, memory.elements());
        assertEquals(4 * (2 * 8 + 9 * 8 * 2 + 2), memory.weightBytes());
        assertEquals(
                List.of("x", "a", "b"),
                memory.livingIn(2).stream()
                        .map(MemoryProfile.Lifetime::path)
                        .sorted(java.util.Comparator.comparing(
                                path -> List.of("x", "a", "b").indexOf(path)))
                        .toList());
        assertEquals("x", memory.livingIn(2).get(0).path(), "the longest life first");
    }

    @Test
    void intensityIsMultiplyAddsPerByteMoved() {
        MemoryProfile.Lifetime a = residual().lifetimes().get(1);

        assertEquals(256.0 / (4 * (32 + 128 + 16)), a.intensity(), 1e-12);
        assertEquals(0, residual().lifetimes().get(4).intensity(), "a ReLU multiplies nothing");
    }

    @Test
    void anUnknownShapeMakesItAtLeast() {
        GraphBuilder net = new GraphBuilder();
        net.add("loose", Conv2d.of(8, 1, 1, Padding.VALID, false), Node.OPEN);

        MemoryProfile memory = MemoryProfile.of(Analysis.of(net.build()));

        assertFalse(memory.complete());
        assertEquals(0, memory.keptBytes());
    }
}
