package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.Derivation;
import org.convscape.analysis.Difference;
import org.convscape.analysis.NetworkDifference;
import org.convscape.analysis.Summand;
import org.convscape.analysis.WhyDifferent;
import org.convscape.wording.DifferenceWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConventionsOfNetworksTest {

    private static Analysis analysed(String id) {
        return Analysis.of(NetworkLibrary.standard().find(id).orElseThrow().build());
    }

    static Stream<Network> networks() {
        return NetworkLibrary.standard().networks().stream();
    }

    private static Convention rule(String id) {
        return Conventions.find(id).orElseThrow();
    }

    private static long sum(Difference difference) {
        return difference.entries().stream().mapToLong(Difference.Entry::amount).sum();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void rowsCausesAndDerivationsSumToTheTotalInEveryConvention(Network network) {
        Analysis analysis = Analysis.of(network.build());
        for (Convention convention : Conventions.standard()) {
            long total = CostTable.of(analysis, convention, CostTable.Grouping.TOTAL)
                    .total()
                    .count();
            for (CostTable.Grouping grouping : CostTable.Grouping.values()) {
                CostTable table = CostTable.of(analysis, convention, grouping);
                assertEquals(
                        total,
                        table.rows().stream().mapToLong(CostTable.Row::count).sum());
                assertEquals(total, table.total().count());
            }
            long causes = analysis.nodes().stream()
                    .flatMap(node -> convention.causes(node).values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(total, causes, convention.id());
            assertEquals(
                    total,
                    Derivation.ofTotal(analysis, convention).summands().stream()
                            .mapToLong(Summand::value)
                            .sum());
            Difference against = WhyDifferent.conventions(analysis, Convention.MACS, convention);
            assertEquals(against.amount(), sum(against), convention.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "macs, 4089184256",
        "fvcore, 4111512576",
        "ptflops-aten, 4089185256",
        "ptflops, 4121925096",
        "ptflops-adds, 4127444456",
        "thop, 4133742592",
        "torchinfo, 4089238376",
        "calflops, 8211108352",
        "flops, 8178368512"
    })
    void theConventionTableOfResNet50(String id, long expected) {
        assertEquals(
                expected,
                CostTable.of(analysed("resnet50"), rule(id), CostTable.Grouping.BLOCK)
                        .total()
                        .count());
    }

    @Test
    void calflopsPrintsItsOwnAlexNetExample() {
        long three = 3
                * CostTable.of(analysed("alexnet"), rule("calflops"), CostTable.Grouping.TOTAL)
                        .total()
                        .count();
        assertEquals("4.2892", String.format(java.util.Locale.ROOT, "%.4f", three / 1e9));
    }

    private static String words(Difference.ByReason sum) {
        return DifferenceWords.reason(sum.reason());
    }

    @Test
    void thePlacementOfTheStrideIsWhyTheTwoResNet50sDiffer() {
        NetworkDifference why = WhyDifferent.networks(analysed("resnet50"), analysed("resnet50-v1"), Convention.MACS);

        List<Difference.ByReason> reasons = why.count().reasons();
        assertEquals(1, reasons.size(), reasons.toString());
        assertEquals("stride in the first 1×1 instead of the 3×3", words(reasons.get(0)));
        assertEquals(-231_211_008, reasons.get(0).amount());
        assertEquals(
                List.of(-77_070_336L, -77_070_336L, -77_070_336L),
                reasons.get(0).entries().stream().map(Difference.Entry::amount).toList());
        assertTrue(reasons.get(0).entries().stream()
                .allMatch(entry -> DifferenceWords.what(entry).equals("1×1 and 3×3")));
        assertEquals(List.of(), why.trainable().entries());
    }

    @Test
    void biasesAndMovingStatisticsAreWhatKerasResNet50HasMore() {
        NetworkDifference why =
                WhyDifferent.networks(analysed("resnet50"), analysed("keras-resnet50"), Convention.MACS);

        assertEquals(-231_211_008, why.count().amount());
        assertEquals(sum(why.count()), why.count().amount());
        assertEquals(26_560, why.trainable().amount());
        assertEquals(
                List.of("bias of a convolution that batch norm follows"),
                why.trainable().reasons().stream()
                        .map(ConventionsOfNetworksTest::words)
                        .toList());
        Difference published = why.trainableAgainstTotal();
        assertEquals(25_557_032, published.left());
        assertEquals(25_636_712, published.right());
        assertEquals(
                List.of(53_120L, 26_560L),
                published.reasons().stream().map(Difference.ByReason::amount).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "resnet50, resnet101",
        "resnet101, resnet50",
        "vgg16, vgg19",
        "googlenet, googlenet-paper",
        "inception-v3, keras-inception-v3",
        "inception-v3, xception",
        "mobilenet-v1, conv-mobilenet",
        "resnet50, resnext50",
        "keras-resnet50, keras-resnet50v2"
    })
    void whateverIsComparedTheEntriesSumToTheDifference(String left, String right) {
        for (String id : List.of("macs", "ptflops-adds", "thop")) {
            NetworkDifference why = WhyDifferent.networks(analysed(left), analysed(right), rule(id));
            for (Difference each :
                    List.of(why.count(), why.trainable(), why.kept(), why.total(), why.trainableAgainstTotal())) {
                assertEquals(each.amount(), sum(each), left + " and " + right + ", " + each.quantity());
            }
        }
    }

    @Test
    void whatOnlyOneNetworkHasIsSaid() {
        NetworkDifference why = WhyDifferent.networks(analysed("resnet50"), analysed("resnet101"), Convention.MACS);

        assertEquals(
                List.of("only in the second network"),
                why.count().reasons().stream()
                        .map(ConventionsOfNetworksTest::words)
                        .toList());
        assertEquals(7_801_405_440L - 4_089_184_256L, why.count().amount());
    }
}
