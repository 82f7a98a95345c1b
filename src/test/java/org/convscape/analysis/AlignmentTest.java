package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.graph.GroupPath;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers are paired by their names in a block before they are by their shapes. */
class AlignmentTest {

    private static Analysis analysis(String id) {
        Model model = Catalogue.standard().require(id);
        return Analysis.of(model.build(model.defaultInput(), model.schema().defaults()));
    }

    @Test
    void theReducedInceptionIsCheaperBecauseOfItsChannelsAndNotOfItsKernels() {
        Difference counts = new NetworkComparison(
                        analysis("inception-naive"), analysis("inception-v1"), Convention.MACS)
                .difference()
                .count();

        List<String> reasons = counts.entries().stream()
                .filter(entry -> entry.where().contains("5x5"))
                .filter(entry -> !entry.where().contains("reduce"))
                .map(Difference.Entry::reason)
                .toList();
        assertEquals(List.of("16 instead of 192 input channels"), reasons);
        // 5·5 · (16 - 192) · 32 · 28·28
        assertEquals(
                -110_387_200,
                counts.entries().stream()
                        .filter(entry -> entry.reason().startsWith("16 instead"))
                        .mapToLong(Difference.Entry::amount)
                        .sum());
        assertFalse(counts.entries().stream().anyMatch(entry -> entry.reason().startsWith("kernel")));
    }

    @ParameterizedTest
    @CsvSource({
        "inception-naive, inception-v1",
        "inception-v1, inception-v2-module",
        "residual-basic, residual-bottleneck",
        "inception-v3-a, inception-v4-a",
    })
    void nothingIsOnlyInOneThatHasAPartnerByNameInTheOther(String left, String right) {
        List<Alignment.Pair> pairs = Alignment.of(analysis(left), analysis(right));

        Set<String> onlyLeft = pairs.stream()
                .filter(pair -> pair.right() == null)
                .map(pair -> kindAndName(pair.left()))
                .collect(Collectors.toSet());
        Set<String> inRight =
                analysis(right).nodes().stream().map(AlignmentTest::kindAndName).collect(Collectors.toSet());
        onlyLeft.retainAll(inRight);
        assertTrue(onlyLeft.isEmpty(), onlyLeft::toString);
    }

    private static String kindAndName(NodeFacts facts) {
        return facts.node().operation().type().id() + " "
                + GroupPath.nameOf(facts.node().path());
    }
}
