package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.Operation;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.testing.Mixture;
import org.convscape.testing.Negate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Operations that the counting rules were written without are counted under all of them, as they declare themselves.
 */
class NewOperationCountedTest {
    /** 4·5 positions of 6 channels. */
    private static final long VALUES = 4 * 5 * 6;

    private static NodeFacts after(Operation operation) {
        GraphBuilder net = new GraphBuilder();
        String x = net.add("picture", Input.of(Shape.maps(4, 5, 6)));
        return Analysis.of(net.build().with(new Node("new", operation, List.of(x))))
                .node("new");
    }

    private static Convention named(String id) {
        return Conventions.find(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "macs, 1, 0",
        "fvcore, 1, 0",
        "ptflops-aten, 1, 0",
        "ptflops, 1, 1",
        "ptflops-adds, 1, 1",
        "thop, 1, 0",
        "torchinfo, 1, 1",
        "calflops, 2, 0",
        "calflops-adds, 2, 0",
        "flops, 2, 0"
    })
    void multiplyAddsAndBiasesCountWhereverTheyAreDeclared(String id, long perMultiplyAdd, long perBias) {
        NodeFacts mixture = after(new Mixture(true));

        assertEquals(perMultiplyAdd * 6 * VALUES + perBias * VALUES, named(id).count(mixture));
        assertEquals(perMultiplyAdd * 6 * VALUES, named(id).count(after(new Mixture(false))));
        assertTrue(named(id).covers(mixture));
        Map<Cause, Long> causes = named(id).causes(mixture);
        assertEquals(perMultiplyAdd * 6 * VALUES, causes.get(Cause.OTHER));
        assertEquals(perBias * VALUES, causes.getOrDefault(Cause.BIAS, 0L));
    }

    @ParameterizedTest
    @CsvSource({
        "macs, 0, true",
        "fvcore, 0, false",
        "ptflops-aten, 0, false",
        "ptflops, 1, true",
        "ptflops-adds, 1, true",
        "thop, 0, true",
        "torchinfo, 0, true",
        "calflops, 1, true",
        "calflops-adds, 1, true",
        "flops, 0, true"
    })
    void anActivationCountsAsTheToolCountsActivations(String id, long perValue, boolean known) {
        NodeFacts negation = after(new Negate(1, true));

        assertEquals(perValue * VALUES, named(id).count(negation));
        assertEquals(known, named(id).covers(negation));
    }

    @Test
    void noRuleWasMissedHere() {
        Set<String> seen = new HashSet<>();
        Conventions.standard().forEach(rule -> seen.add(rule.id()));
        assertEquals(10, seen.size());
    }
}
