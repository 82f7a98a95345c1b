package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.analysis.ReceptiveField;
import org.convscape.analysis.ReceptiveFields;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Receptive fields of whole networks by hand. With size r, stride j and offset o of what comes in, a k×k window of
 * stride s with p pixels of padding before gives r + (k - 1)·j, j·s, o - p·j; where branches join, the widest counts.
 *
 * <ul>
 * <li>vgg16: 2 × 3×3: 5, 1, -2; pool 2/2: 6, 2; 2 × 3×3: 14, 2, -6; pool: 16, 4; 3 × 3×3: 40, 4, -18; pool: 44, 8; 3 ×
 * 3×3: 92, 8, -42; pool: 100, 16; 3 × 3×3: 196, 16, -90; pool: 212, 32, -90.
 * <li>resnet50: 7×7/2 p3: 7, 2, -3; pool 3/2 p1: 11, 4, -5; 3 blocks with a 3×3 p1: 35, 4, -17; stage 2: 3×3/2 +8, then
 * 3 at stride 8 +48: 91, 8, -45; stage 3: +16, 5 at stride 16 +160: 267, 16, -133; stage 4: +32, 2 at stride 32 +128:
 * 427, 32, -213. With the stride in the 1×1 before it, every 3×3 of a stage sees the larger stride: 11 + 24 + 4·16 +
 * 6·32 + 3·64 = 483, offset -241.
 * <li>googlenet-paper: 7×7/2 p3: 7, 2, -3; pool 3/2: 11, 4; 3×3 p1: 19, 4, -7; pool: 27, 8; 2 modules, the 5×5 p2
 * reaching furthest: 91, 8, -39; pool: 107, 16; 5 modules: 427, 16, -199; pool: 459, 32; 2 modules: 715, 32, -327.
 * <li>googlenet: the "5×5" is a 3×3: 27, 8, -7; 2 modules: 59, 8, -23; pool 3/2: 75, 16; 5 modules: 235, 16, -103; pool
 * 2/2: 251, 32; 2 modules: 379, 32, -167.
 * <li>inception-v3: 3×3/2: 3, 2, 0; 3×3: 7, 2, 0; 3×3 p1: 11, 2, -2; pool 3/2: 15, 4; 3×3: 23, 4; pool 3/2: 31, 8, -2;
 * A, 5×5 or two 3×3: +32 each: 127, 8, -50; B, 3×3 p1 and 3×3/2: 159, 16, -58; C, two 7s each way: +192 each: 927, 16,
 * -442; D, a 7 p3 and 3×3/2: 1055, 32, -490; E, 3×3 p1 and a 3 p1: +128 each: 1311, 32, -618.
 * </ul>
 */
class ReceptiveFieldOfNetworksTest {

    private static Analysis analysed(String id) {
        return Analysis.of(NetworkLibrary.standard().find(id).orElseThrow().build());
    }

    /** The last maps, before they are averaged or laid out as a vector. */
    private static String lastMaps(Analysis analysis) {
        NodeFacts end = analysis.nodes().stream()
                .filter(node -> node.node().operation().fieldOfView().isEmpty())
                .findFirst()
                .orElseThrow();
        return end.node().inputs().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "vgg16, 212, 32, -90",
        "resnet50, 427, 32, -213",
        "resnet50-v1, 483, 32, -241",
        "googlenet-paper, 715, 32, -327",
        "googlenet, 379, 32, -167",
        "inception-v3, 1311, 32, -618",
    })
    void theLastMapsSeeWhatTheHandComputes(String id, long size, long stride, long offset) {
        Analysis analysis = analysed(id);
        ReceptiveField field =
                ReceptiveFields.of(analysis).at(lastMaps(analysis)).orElseThrow();

        for (ReceptiveField.Axis axis : new ReceptiveField.Axis[] {field.vertical(), field.horizontal()}) {
            assertEquals(size, axis.size());
            assertEquals(stride, axis.stride());
            assertEquals(offset, axis.offset());
            assertTrue(axis.regular());
        }
    }

    @Test
    void aGlobalPoolingSeesAllThatItsPositionsSee() {
        Analysis analysis = analysed("resnet50");
        String scores = analysis.outputs().get(0).node().path();
        ReceptiveField field = ReceptiveFields.of(analysis).at(scores).orElseThrow();

        // Seven positions 32 apart: 427 + 6 · 32, from -213 to 405.
        assertEquals(619, field.vertical().size());
        assertEquals(0, field.vertical().stride());
        assertTrue(field.covers(Shape.maps(224, 224, 3)));
    }

    @Test
    void everyNetworkEndsSeeingMoreThanOnePixel() {
        for (Network network : NetworkLibrary.standard().networks()) {
            Analysis analysis = Analysis.of(network.build());
            ReceptiveFields fields = ReceptiveFields.of(analysis);
            for (NodeFacts node : analysis.outputs()) {
                ReceptiveField field = fields.at(node.node().path()).orElseThrow();
                assertTrue(
                        field.vertical().size() > 1,
                        network.id() + " " + node.node().path());
            }
        }
    }
}
