package org.convscape.viewmodel.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.block.InceptionNaive;
import org.convscape.block.ResidualBottleneck;
import org.convscape.inventory.Libraries;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    @Test
    void aBlockIsDescribedByWhatItExpandsInto() {
        assertEquals("1×1, 3×3, 1×1, add", BlockSketch.of(ResidualBottleneck.TEMPLATE));
        assertEquals("1×1 | 3×3 | 5×5 | max pool", BlockSketch.of(InceptionNaive.TEMPLATE));
    }

    @Test
    void aLongFamilyBeginsWithOneBlockOfEachGenerationAndAShortOneShowsAll() {
        List<PaletteModel.Section> sections = PaletteModel.sectionsOf(Libraries.standard());
        PaletteModel.Section inception = section(sections, "Inception");
        assertEquals(
                List.of("inception-naive", "inception-v1", "inception-v3-a", "inception-v4-a", "inception-resnet-a"),
                inception.common().stream().map(PaletteItem::id).toList());
        assertTrue(inception.items().size() > 12);
        PaletteModel.Section residual = section(sections, "Residual");
        assertEquals(residual.items(), residual.common());
    }

    private static PaletteModel.Section section(List<PaletteModel.Section> sections, String heading) {
        return sections.stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void howFarHeadingsAreOpenSurvivesBeingKeptAsText() {
        Headings folds = Headings.USUAL.with("Inception", Headings.Extent.ALL).with("Networks", Headings.Extent.CLOSED);
        assertEquals("Inception=all,Networks=closed", folds.text());
        assertEquals(folds, Headings.parse(folds.text()));
        assertEquals(Headings.Extent.COMMON, folds.of("Residual"));
        assertEquals(Headings.USUAL, Headings.parse("of another version=wide,,=all"));
    }

    @Test
    void lettersThatFollowEachOtherMatchBetterThanScatteredOnes() {
        assertTrue(Matching.fuzzy("Bottleneck", "bott") > Matching.fuzzy("Basic block with other things", "bott"));
        assertTrue(Matching.fuzzy("depthwise-conv2d", "dwc") > 0);
        assertEquals(0, Matching.fuzzy("conv", "pool"));
    }

    @Test
    void everyWordMustOccur() {
        assertTrue(Matching.contains("Max pooling, keeps the largest value", "largest pool"));
        assertEquals(false, Matching.contains("Max pooling", "max conv"));
    }

    @Test
    void aNameSaysWhatItIsWithoutItsHeading() {
        List<PaletteItem> items = PaletteModel.sectionsOf(Libraries.standard()).stream()
                .flatMap(section -> section.items().stream())
                .toList();
        List<String> names = items.stream().map(PaletteItem::label).toList();
        assertEquals(names.size(), names.stream().distinct().count(), () -> "Two have one name: " + names);
        assertTrue(names.contains("Separable convolution") && names.contains("Inception with reduction"));
    }
}
