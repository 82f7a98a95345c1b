package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.convscape.analysis.ComparisonTable.Figures;
import org.convscape.analysis.ComparisonTable.Quantity;
import org.convscape.analysis.NetworkAlignment.By;
import org.convscape.graph.Graph;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTableTest {

    private static Analysis analysis(String id) {
        Model model = Catalogue.standard().require(id);
        return Analysis.of(model.build(model.defaultInput(), model.schema().defaults()));
    }

    private static List<Analysis> analyses(String... ids) {
        return Arrays.stream(ids).map(ComparisonTableTest::analysis).toList();
    }

    private static Figures whole(Analysis network) {
        return ComparisonTable.of(NetworkAlignment.of(By.STAGE, List.of(network)), Convention.MACS)
                .totals()
                .get(0)
                .figures();
    }

    /** Some time for every layer, and some for none. */
    private static Optional<ComparisonTable.Times> times(Analysis network) {
        Map<String, Double> byPath = new HashMap<>();
        double sum = 0;
        for (NodeFacts facts : network.nodes()) {
            double time = facts.node().path().length() % 5;
            byPath.put(facts.node().path(), time);
            sum += time;
        }
        return Optional.of(new ComparisonTable.Times(byPath, sum + 7));
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void rowsSumToTheTotalsAndTheRestIsTheirLargest(By by) {
        List<Analysis> networks = analyses("resnet50", "inception-v3", "xception", "mobilenet-v1");
        for (Convention rule : Conventions.standard()) {
            ComparisonTable table = ComparisonTable.of(
                    NetworkAlignment.of(by, networks),
                    rule,
                    networks.stream().map(ComparisonTableTest::times).toList());
            for (int network = 0; network < networks.size(); network++) {
                Figures total = table.totals().get(network).figures();
                for (Quantity quantity : Quantity.values()) {
                    double expected = total.of(quantity).orElseThrow();
                    List<Double> parts = new ArrayList<>();
                    for (ComparisonTable.Row row : table.rows()) {
                        row.figures()
                                .get(network)
                                .flatMap(figures -> box(figures.of(quantity)))
                                .ifPresent(parts::add);
                    }
                    double overhead = quantity == Quantity.MILLISECONDS ? 7 : 0;
                    double found = quantity.sums()
                            ? parts.stream().mapToDouble(each -> each).sum() + overhead
                            : parts.stream().mapToDouble(each -> each).max().orElseThrow();
                    assertEquals(expected, found, 1e-6, () -> by + " " + rule.id() + " " + quantity);
                }
                assertEquals(7, table.totals().get(network).overhead().orElseThrow(), 1e-9);
            }
        }
    }

    private static Optional<Double> box(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "inception-v3, 23834568, 5713216096",
        "xception, 22855952, 8357403496",
        "resnet50, 25557032, 4089184256",
    })
    void theWholeIsWhatTheOtherTablesSay(String id, long parameters, long multiplyAdds) {
        Analysis network = analysis(id);
        Figures whole = whole(network);
        MemoryProfile memory = MemoryProfile.of(network);

        assertEquals(parameters, whole.trainable());
        assertEquals(multiplyAdds, whole.count());
        assertEquals(
                CostTable.of(network, Convention.MACS, CostTable.Grouping.TOTAL)
                        .total()
                        .total(),
                whole.parameters());
        assertEquals(memory.elements(), whole.activations());
        assertEquals(memory.peakBytes(), whole.peakBytes());
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 18", "resnet34, 34", "resnet50, 50", "resnet101, 101", "resnet152, 152", "mobilenet-v1, 28"})
    void depthIsWhatTheNamesOfNetworksCount(String id, int depth) {
        assertEquals(depth, whole(analysis(id)).depth());
    }

    @Test
    void sharesAndRatiosAreOfTheSameFigures() {
        ComparisonTable table = ComparisonTable.of(
                NetworkAlignment.of(By.STAGE, analyses("inception-v3", "xception")), Convention.MACS);

        assertEquals(
                8357403496.0 / 5713216096.0, table.ratio(1, 0, Quantity.COUNT).orElseThrow());
        assertEquals(1, table.ratio(0, 0, Quantity.PARAMETERS).orElseThrow());
        double shares = 0;
        for (ComparisonTable.Row row : table.rows()) {
            shares += table.share(row, 1, Quantity.COUNT).orElse(0);
            assertTrue(table.share(row, 1, Quantity.PEAK_BYTES).isEmpty());
        }
        assertEquals(1, shares, 1e-12);
        assertTrue(table.ratio(1, 0, Quantity.MILLISECONDS).isEmpty());
        assertFalse(table.inputsDiffer());
    }

    @Test
    void anUnfinishedNetworkSaysSoAndTheOtherIsCounted() {
        Graph whole = analysis("resnet18").graph();
        Analysis broken = Analysis.of(whole.with(whole.node("layer2/0/conv1").taking(List.of(""))));
        ComparisonTable table = ComparisonTable.of(
                NetworkAlignment.of(By.STAGE, List.of(broken, analysis("resnet18"))), Convention.MACS);

        assertFalse(table.totals().get(0).figures().complete());
        assertEquals(
                "layer2/0/conv1", table.totals().get(0).problem().orElseThrow().node());
        assertTrue(table.totals().get(1).figures().complete());
        assertEquals(1_814_073_344, table.totals().get(1).figures().count());
    }
}
