package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Difference counts = WhyDifferent.networks(
                        analysis("inception-naive"), analysis("inception-v1"), Convention.MACS)
                .count();

        Reason narrower = new Reason.InputChannels(192, 16, false);
        List<Reason> reasons = counts.entries().stream()
                .filter(entry -> pathOf(entry).contains("5x5"))
                .filter(entry -> !pathOf(entry).contains("reduce"))
                .map(Difference.Entry::reason)
                .toList();
        assertEquals(List.of(narrower), reasons);
        // 5·5 · (16 - 192) · 32 · 28·28
        assertEquals(
                -110_387_200,
                counts.entries().stream()
                        .filter(entry -> entry.reason().equals(narrower))
                        .mapToLong(Difference.Entry::amount)
                        .sum());
        assertFalse(counts.entries().stream().anyMatch(entry -> entry.reason() instanceof Reason.Settings));
    }

    private static String pathOf(Difference.Entry entry) {
        return entry.layers().get(0).either().node().path();
    }

    @ParameterizedTest
    @CsvSource({
        "inception-naive, inception-v1",
        "inception-v1, inception-v2-module",
        "residual-basic, residual-bottleneck",
        "inception-v3-a, inception-v4-a",
    })
    void nothingIsOnlyInOneThatHasAPartnerByNameInTheOther(String left, String right) {
        Alignment alignment = Alignment.byName(analysis(left), analysis(right));

        Set<String> onlyLeft =
                alignment.onlyLeft().stream().map(AlignmentTest::kindAndName).collect(Collectors.toSet());
        Set<String> inRight =
                analysis(right).nodes().stream().map(AlignmentTest::kindAndName).collect(Collectors.toSet());
        onlyLeft.retainAll(inRight);
        assertTrue(onlyLeft.isEmpty(), onlyLeft::toString);
    }

    @Test
    void everyLayerOfBothNetworksStandsInOnePair() {
        Analysis left = analysis("residual-basic");
        Analysis right = analysis("residual-bottleneck");
        Alignment alignment = Alignment.byName(left, right);

        assertEquals(
                left.nodes().size(),
                alignment.matched().size() + alignment.onlyLeft().size());
        assertEquals(
                right.nodes().size(),
                alignment.matched().size() + alignment.onlyRight().size());
        String input = left.nodes().get(0).node().path();
        assertEquals(Optional.of(input), alignment.partnerOf(input).map(partner -> partner.node()
                .path()));
        assertEquals(Optional.empty(), alignment.partnerOf("nowhere"));
    }

    @Test
    void aDifferenceIsExplainedForAnyMannerOfMatching() {
        Analysis left = analysis("residual-basic");
        Analysis right = analysis("residual-bottleneck");
        List<Alignment.Pair> unmatched = new ArrayList<>();
        left.nodes().forEach(layer -> unmatched.add(new Alignment.Pair(layer, null, 0)));
        right.nodes().forEach(layer -> unmatched.add(new Alignment.Pair(null, layer, 0)));

        Difference alone = WhyDifferent.networks(new Alignment(left, right, unmatched), Convention.MACS)
                .count();

        assertEquals(
                WhyDifferent.networks(left, right, Convention.MACS).count().amount(), Difference.sum(alone.entries()));
        assertEquals(
                Set.of(new Reason.Only(Reason.Side.LEFT), new Reason.Only(Reason.Side.RIGHT)),
                alone.reasons().stream().map(Difference.ByReason::reason).collect(Collectors.toSet()));
    }

    private static String kindAndName(NodeFacts facts) {
        return facts.node().operation().type().id() + " "
                + GroupPath.nameOf(facts.node().path());
    }
}
