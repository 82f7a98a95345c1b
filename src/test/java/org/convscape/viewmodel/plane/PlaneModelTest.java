package org.convscape.viewmodel.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.analysis.Conventions;
import org.convscape.chart.Curves;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaneModelTest {
    private final Studio studio = QuietStudio.open();
    private final PlaneModel model = new PlaneModel(studio);

    private OpenDocument open(String network, String selected) {
        OpenDocument document = studio.openNetwork(network).orElseThrow();
        document.workspace().select(selected);
        model.activeProperty().set(true);
        return document;
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aConvolutionIsLinearInEitherWidthAndQuadraticInBoth() {
        open("vgg16", "features/7");
        Plane plane = model.planeProperty().get();
        assertNotNull(plane, model.messageProperty().get());

        assertEquals(
                List.of("Input width", "Output width"),
                List.of(plane.acrossAxis().label(), plane.upAxis().label()));
        assertEquals(
                "Doubled: Input width alone ×2.00, Output width alone ×2.00, both together ×4.00",
                plane.growth(plane.nowColumn(), plane.nowRow()));
        assertEquals(
                "Doubled: across ×2.00, up ×2.00, both ×4.00", plane.briefGrowth(plane.nowColumn(), plane.nowRow()));
        assertEquals("128 × 128: 1,849,688,064 multiply-adds", plane.brief(plane.nowColumn(), plane.nowRow()));
        assertEquals(128, plane.across().get(plane.nowColumn()));
        assertEquals(112L * 112 * 9 * 128 * 128, plane.cost(plane.nowColumn(), plane.nowRow()));
        assertEquals(256, plane.argb().length);
        Curves chart = plane.chart(plane.nowColumn(), plane.nowRow());
        assertEquals(List.of("Input width alone", "Output width alone", "both together"), chart.kinds());
        assertEquals(
                112.0 * 112 * 9 * 128 * 128,
                chart.points().stream()
                        .filter(point -> point.kind().equals("both together") && point.x() == 1)
                        .findFirst()
                        .orElseThrow()
                        .y());
    }

    @Test
    void theRuleAndTheQuantityChangeThePlane() {
        open("vgg16", "features/7");
        studio.conventionProperty().set(Conventions.find("flops").orElseThrow());
        Plane plane = model.planeProperty().get();
        assertEquals("FLOPs", plane.unit());
        assertEquals(2L * 112 * 112 * 9 * 128 * 128, plane.cost(plane.nowColumn(), plane.nowRow()));

        model.quantityProperty().set(PlaneModel.Quantity.PARAMETERS);
        plane = model.planeProperty().get();
        assertEquals(9L * 128 * 128 + 128, plane.cost(plane.nowColumn(), plane.nowRow()));
    }

    @Test
    void aGroupedBlockIsTurnedOnlyToWidthsItTakes() {
        open("resnext50", "layer1/1");
        Plane plane = model.planeProperty().get();
        assertNotNull(plane, model.messageProperty().get());
        assertTrue(plane.across().size() >= 2 && plane.up().size() >= 2, plane.toString());
        assertEquals("layer1/1", plane.subject());
    }

    @Test
    void whatCannotBeTurnedSaysWhatCan() {
        OpenDocument document = open("vgg16", "features/7");
        document.workspace().select("avgpool");
        assertNull(model.planeProperty().get());
        assertTrue(model.messageProperty().get().length() > 10);
        document.workspace().select();
        assertEquals(
                "Select a layer or a block to see how its cost grows with its widths",
                model.messageProperty().get());

        document.workspace().select("features/7");
        model.upProperty().set(model.acrossProperty().get());
        assertEquals(
                "Both sides are Input width; two different widths would work",
                model.messageProperty().get());
    }
}
