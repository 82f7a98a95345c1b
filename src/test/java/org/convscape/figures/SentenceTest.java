package org.convscape.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void aSentenceStaysOnItsLine() {
        assertEquals("a b c d", Sentence.line("  a\r\nb\tc\u0000\u2028d "));
        assertEquals("", Sentence.line(null));
    }

    @Test
    void theMiddleOfALongWordIsLeftOut() {
        String line = Sentence.line("There is no \"" + "x".repeat(100_000) + "end\", $1 \\ are there");

        assertEquals("There is no \"" + "x".repeat(52) + "…" + "x".repeat(21) + "end\", $1 \\ are there", line);
    }

    @Test
    void aPathOfOrdinaryLengthIsWhole() {
        String path = "/home/" + "folder/".repeat(40) + "a.png";

        assertEquals(path + " is empty", Sentence.line(path + " is empty"));
    }

    @Test
    void aSentenceOfManyWordsEnds() {
        String line = Sentence.line("word ".repeat(1_000_000) + "end");

        assertTrue(line.length() <= 2001, "characters: " + line.length());
        assertTrue(line.endsWith("end"), line);
    }

    @Test
    void noCharacterIsCutInHalf() {
        for (int before = 0; before < 4; before++) {
            String cut = Sentence.middleLeftOut("x".repeat(before) + "\uD83D\uDE00".repeat(100), 30);
            assertTrue(cut.codePoints().noneMatch(each -> each >= 0xD800 && each <= 0xDFFF), cut);
            assertTrue(cut.length() <= 32, cut);
        }
    }
}
