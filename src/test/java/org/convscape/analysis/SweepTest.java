package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    /** A 3×3 convolution on 8×8 with {@code in} channels. */
    private static Graph convolution(Map<String, String> values) {
        GraphBuilder net = new GraphBuilder();
        int in = Integer.parseInt(values.getOrDefault("in", "4"));
        String picture = net.add("picture", Input.of(Shape.maps(8, 8, in)));
        net.add("conv", Conv2d.of(8, 3, 1, Padding.SAME, false), picture);
        Graph graph = net.build();
        return values.containsKey("out") ? Sweep.withAttribute(graph, "conv", "channels", values.get("out")) : graph;
    }

    private static Sweep sweep(String... ranges) {
        return Sweep.of(
                java.util.Arrays.stream(ranges).map(SweepRange::parse).toList(),
                SweepTest::convolution,
                Convention.MACS);
    }

    @Test
    void costIsLinearInOneWidthAlone() {
        Sweep line = sweep("out=16..64:16");

        assertEquals(
                List.of(List.of("16"), List.of("32"), List.of("48"), List.of("64")),
                line.points().stream().map(Sweep.Point::values).toList());
        for (int i = 0; i < 4; i++) {
            assertEquals((i + 1) * 9L * 4 * 16 * 64, line.points().get(i).count());
            assertEquals((i + 1) * 9L * 4 * 16, line.points().get(i).trainable());
            assertEquals(64 * (4 + 16L * (i + 1)), line.points().get(i).activations());
        }
    }

    @Test
    void costIsQuadraticWhereBothWidthsGrowTogether() {
        Sweep plane = sweep("in=8..32:8", "out=8..32:8");

        assertEquals(16, plane.points().size());
        for (int k = 1; k <= 4; k++) {
            Sweep.Point diagonal = plane.points().get((k - 1) * 5);
            assertEquals(List.of("" + 8 * k, "" + 8 * k), diagonal.values());
            assertEquals(9L * 64 * 64 * k * k, diagonal.count());
        }
    }

    @Test
    void valuesMayBeListedAndDecimal() {
        assertEquals(List.of("3", "5", "7"), SweepRange.parse("kernel=3, 5,7").values());
        assertEquals(
                List.of("0.25", "0.5", "0.75", "1"),
                SweepRange.parse("width=0.25..1:0.25").values());
        assertEquals(
                List.of("same", "valid"), SweepRange.parse("padding=same,valid").values());
        assertEquals(List.of("1", "2", "3"), SweepRange.parse("n=1..3").values());
        assertEquals(List.of("16"), SweepRange.parse("out=16..20:16").values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out=16..256:0 | a step above 0 would work",
                "out=16..256:-16 | a step above 0 would work",
                "out=256..16:16 | 16..256 would work",
                "out=a..b | such as 16..256:16",
                "out=1..5..9 | such as 16..256:16",
                "out | such as out=16..256:16",
                "out= | a value is missing",
                "out=1,,2 | a value is missing",
                "out=0..999999999 | more than the 10000 that can be; a step of 10000000 would work",
                "out=1..64, | such as 16..256:16",
            })
    void aRangeThatCannotBeIsOneSentence(String text, String part) {
        String message = assertThrows(InvalidAttribute.class, () -> SweepRange.parse(text))
                .getMessage();
        assertEquals(true, message.contains(part), message);
    }

    @Test
    void aSweepThatCannotBeIsOneSentence() {
        assertEquals(
                "At out=0: channels: expected a whole number from 1 to 65536, found \"0\"",
                assertThrows(InvalidAttribute.class, () -> sweep("out=0..4")).getMessage());
        assertEquals(
                "Both sweeps vary out; two different ones would work",
                assertThrows(InvalidAttribute.class, () -> sweep("out=1..4", "out=1..4"))
                        .getMessage());
        assertEquals(
                "A sweep varies one or two things, found 3",
                assertThrows(InvalidAttribute.class, () -> sweep("a=1", "b=1", "c=1"))
                        .getMessage());
        assertEquals(
                "This sweep has 1000000 combinations, more than the 10000 that can be; larger steps would work",
                assertThrows(InvalidAttribute.class, () -> sweep("in=1..1000", "out=1..1000"))
                        .getMessage());
        assertEquals(
                "There is no node \"cnv\" in this network",
                assertThrows(
                                InvalidAttribute.class,
                                () -> Sweep.withAttribute(convolution(Map.of()), "cnv", "channels", "4"))
                        .getMessage());
    }
}
