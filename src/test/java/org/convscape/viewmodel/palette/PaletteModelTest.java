package org.convscape.viewmodel.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscape.block.InceptionNaive;
import org.convscape.block.ResidualBottleneck;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    @Test
    void aBlockIsDescribedByWhatItExpandsInto() {
        assertEquals("1×1, 3×3, 1×1, add", BlockSketch.of(ResidualBottleneck.TEMPLATE));
        assertEquals("1×1 | 3×3 | 5×5 | max pool", BlockSketch.of(InceptionNaive.TEMPLATE));
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
}
