package org.convscape.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.graph.Graph;
import org.convscape.tensor.Shape;
import org.convscape.wording.CostWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static Stream<Model> models() {
        return CATALOGUE.models().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelStandsAloneBehindItsUsualPicture(Model model) {
        Graph graph = model.build(model.defaultInput(), model.schema().defaults());

        Analysis analysis = Analysis.of(graph);
        assertEquals(List.of(), analysis.diagnostics());
        assertTrue(analysis.complete());
        assertEquals(
                Optional.empty(),
                model.refusal(model.defaultInput(), model.schema().defaults()));
    }

    @ParameterizedTest
    @CsvSource({"residual-botleneck, residual-bottleneck", "ReLU7, relu6", "inception, inception-v3", "conv, conv2d"})
    void anUnknownIdNamesTheNearest(String written, String nearest) {
        UnknownModel unknown = assertThrows(UnknownModel.class, () -> CATALOGUE.require(written));

        assertTrue(unknown.getMessage().contains("\"" + written + "\""), unknown.getMessage());
        assertTrue(unknown.getMessage().contains(nearest), unknown.getMessage());
    }

    @Test
    void anIdLikeNoOtherPointsToTheList() {
        UnknownModel unknown = assertThrows(UnknownModel.class, () -> CATALOGUE.require("qqqqq"));

        assertTrue(unknown.getMessage().contains("list"), unknown.getMessage());
    }

    @Test
    void anAdditionAddsThePictureToItself() {
        Model add = CATALOGUE.require("add");
        Graph graph = add.build(Shape.maps(8, 8, 3), add.schema().defaults());

        assertEquals(List.of("picture", "picture"), graph.node("add").inputs());
    }

    @Test
    void aDenseLayerGetsThePictureFlattened() {
        Model dense = CATALOGUE.require("dense");
        Graph graph = dense.build(Shape.maps(4, 4, 3), dense.schema().defaults());

        assertEquals(48_000 + 1000, Analysis.of(graph).node("dense").totalParameters());
    }

    @Test
    void aPictureThatIsTooSmallIsRefusedWithTheNodeAndAnInputThatWorks() {
        Model naive = CATALOGUE.require("conv2d");
        String refusal = naive.refusal(
                        Shape.maps(4, 4, 3),
                        naive.schema().defaults().with("padding", "valid").with("kernel", "5"))
                .orElseThrow();

        assertTrue(refusal.contains("at conv2d"), refusal);
        assertTrue(refusal.endsWith("An input of 56×56×64 would work"), refusal);
    }

    @Test
    void theFirstLookShowsOneBlockOfEachFamilyOnTheSameStem() {
        Model look = CATALOGUE.require("first-look");
        CostTable table = CostTable.of(
                Analysis.of(look.build(look.defaultInput(), look.schema().defaults())),
                Convention.MACS,
                CostTable.Grouping.BLOCK);

        assertEquals(
                List.of("bottleneck 56×56×256", "inception 56×56×256", "separable 56×56×64"),
                table.rows().stream()
                        .filter(row -> List.of("residual-bottleneck", "inception-v1", "mobilenet-pair")
                                .contains(row.operation()))
                        .map(row -> row.path() + " " + CostWords.output(row))
                        .toList());
        assertEquals(
                231_211_008,
                table.rows().stream()
                        .filter(row -> row.path().equals("bottleneck"))
                        .findFirst()
                        .orElseThrow()
                        .count());
    }
}
