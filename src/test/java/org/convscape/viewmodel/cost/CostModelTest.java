package org.convscape.viewmodel.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.convscape.analysis.CostTable;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.Test;

class CostModelTest {

    @Test
    void aRowIsCalledWhatThePaletteCallsIt() {
        Studio studio = QuietStudio.open();
        CostModel model = new CostModel(studio);
        studio.openNetwork("resnet50");
        model.activeProperty().set(true);

        Map<String, String> names = model.tableProperty().get().rows().stream()
                .collect(Collectors.toMap(CostTable.Row::path, model::whatItIs));
        assertEquals("Residual bottleneck", names.get("layer1/0"));
        assertTrue(names.get("conv1").startsWith("Convolution"), names.get("conv1"));
    }
}
