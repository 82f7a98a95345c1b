package org.convscape.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Measured in letters, each as wide as any other. */
class MiddleEllipsisTest {
    private static String of(String text, int letters) {
        return MiddleEllipsis.of(text, letters, shown -> shown.codePointCount(0, shown.length()));
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("layer1/0/conv2", of("layer1/0/conv2", 14));
    }

    @Test
    void ofAPathWholePartsAreLeftOutFromTheMiddle() {
        assertEquals("layer1/…/conv2", of("layer1/block3/unit7/conv2", 14));
        assertEquals("a/…/c/d", of("a/bbbbbb/c/d", 7));
    }

    @Test
    void ofAWordOrAVeryLongPathLettersAreLeftOutFromTheMiddle() {
        assertEquals("Conv…tion", of("Convolution transposition", 9));
        assertEquals("mix…nv2", of("mixed_7c/branch_pool/batch_norm_conv2", 7));
    }

    @Test
    void blanksBesideTheGapAreLeftOutToo() {
        assertEquals("stride…place", of("stride in the first 1×1 of every place", 13));
    }

    @Test
    void lettersOutsideThePlaneOfSixteenBitsAreNotTornApart() {
        assertEquals("𝒂…𝒇", of("𝒂𝒃𝒄𝒅𝒆𝒇", 3));
    }

    @Test
    void whereNothingFitsTheGapAloneIsLeft() {
        assertEquals("…", of("convolution", 1));
    }
}
