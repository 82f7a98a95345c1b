package org.convscape.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.MemoryProfile;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;

class CostChartsTest {
    private final Analysis analysis = analysis("resnet50");

    private static Analysis analysis(String id) {
        Model model = Catalogue.standard().require(id);
        return Analysis.of(model.build(model.defaultInput(), model.schema().defaults()));
    }

    @Test
    void everyStepOfARunHasABarAndThePeakIsOne() {
        MemoryProfile profile = MemoryProfile.of(analysis);
        Bars bars = CostCharts.memory("resnet", profile);

        assertTrue(bars.profile());
        assertEquals(analysis.nodes().size(), bars.bars().size());
        assertEquals(profile.peakBytes(), bars.most());
        Bars.Bar peak = bars.bars().get(profile.peakStep());
        assertEquals(profile.peakBytes(), peak.value());
        assertEquals(
                List.of(peak),
                bars.bars().stream()
                        .filter(bar -> bar.kind().equals(peak.kind()))
                        .toList());
        assertTrue(bars.words().caption().contains(peak.path()), bars.words().caption());
    }

    @Test
    void theDearestRowStandsFirst() {
        CostTable table = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.NODE);
        Bars bars = CostCharts.largestFirst("resnet", "terms", table);
        for (int i = 1; i < bars.bars().size(); i++) {
            assertTrue(bars.bars().get(i - 1).value() >= bars.bars().get(i).value());
        }
        assertEquals(
                table.total().count(),
                bars.bars().stream().mapToLong(bar -> (long) bar.value()).sum());
    }

    @Test
    void aFileHasTheLargestRowsInTheirOrderAndSaysHowManyAreLeftOut() {
        CostTable table = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.NODE);
        Bars bars = CostCharts.inOrder("resnet", "terms", table);
        long costly = table.rows().stream().filter(row -> row.count() > 0).count();
        assertEquals(40, bars.bars().size());
        assertEquals(
                "terms; the " + (costly - 40) + " smallest rows are left out",
                bars.words().caption());
        List<String> order = table.rows().stream().map(CostTable.Row::path).toList();
        for (int i = 1; i < 40; i++) {
            assertTrue(order.indexOf(bars.bars().get(i - 1).path())
                    < order.indexOf(bars.bars().get(i).path()));
        }
    }
}
