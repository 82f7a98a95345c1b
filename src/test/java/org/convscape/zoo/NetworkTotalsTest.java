package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.op.library.BatchNorm;
import org.convscape.tensor.Shape;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network against the published totals, to the unit. */
class NetworkTotalsTest {

    /** What a network costs at its default input. */
    private record Totals(String id, int input, long trainable, long total, long multiplyAdds) {

        static Totals read(String line) {
            String[] cells = line.split(",", -1);
            return new Totals(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Long.parseLong(cells[2]),
                    cells[3].isEmpty() ? -1 : Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]));
        }
    }

    private static Stream<Totals> golden() throws IOException {
        try (InputStream file = NetworkTotalsTest.class.getResourceAsStream("network-totals.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(Totals::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyNetworkCostsWhatItIsPublishedToCost(Totals expected) {
        Network network = NetworkLibrary.standard().find(expected.id()).orElseThrow();
        Analysis analysis = Analysis.of(network.build());
        CostTable.Row total = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.TOTAL)
                .total();

        assertEquals(Shape.maps(expected.input(), expected.input(), 3), network.defaultInput());
        assertTrue(total.complete());
        assertEquals(
                expected, new Totals(expected.id(), expected.input(), total.trainable(), total.total(), total.count()));
        long running = analysis.nodes().stream()
                .filter(facts -> facts.node().operation() instanceof BatchNorm)
                .mapToLong(facts -> 2L * facts.output().channels())
                .sum();
        assertEquals(total.trainable() + running, total.total(), "two running statistics per normalised channel");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void rowsSumToTheTotalForEveryNetworkAndGrouping(Totals expected) {
        Analysis analysis = Analysis.of(
                NetworkLibrary.standard().find(expected.id()).orElseThrow().build());
        for (CostTable.Grouping grouping : CostTable.Grouping.values()) {
            List<CostTable.Row> rows =
                    CostTable.of(analysis, Convention.MACS, grouping).rows();
            assertEquals(
                    expected.multiplyAdds(),
                    rows.stream().mapToLong(CostTable.Row::count).sum());
            assertEquals(
                    expected.trainable(),
                    rows.stream().mapToLong(CostTable.Row::trainable).sum());
            assertEquals(
                    expected.total(),
                    rows.stream().mapToLong(CostTable.Row::total).sum());
        }
    }

    @Test
    void theTotalsHereAreThoseOfThePublicTable() throws IOException {
        Map<String, Totals> own = golden().collect(Collectors.toMap(Totals::id, totals -> totals));
        Map<String, Totals> published = new LinkedHashMap<>();
        Files.readAllLines(PublicData.require("reference/networks.csv")).stream()
                .skip(1)
                .map(line ->
                        Totals.read(String.join(",", List.of(line.split(",", 6)).subList(0, 5))))
                .forEach(totals -> published.put(totals.id(), totals));

        assertTrue(own.keySet().containsAll(published.keySet()));
        published.forEach((id, totals) -> {
            Totals ours = own.get(id);
            long total = totals.total() < 0 ? ours.total() : totals.total();
            assertEquals(new Totals(id, totals.input(), totals.trainable(), total, totals.multiplyAdds()), ours);
        });
    }

    @Test
    void everyNetworkHasItsTotalsHere() throws IOException {
        List<String> ids = NetworkLibrary.standard().networks().stream()
                .map(Network::id)
                .filter(id -> !id.equals("first-look"))
                .toList();

        assertEquals(ids, golden().map(Totals::id).toList());
    }
}
