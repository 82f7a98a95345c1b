package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonComplaintTest {

    /** What only a parser speaks of. */
    private static final List<String> LIBRARY = List.of(
            "Feature", "ALLOW_", "JsonReadFeature", "token (", "START_", "jackson", "code ", "marker", "enable");

    private static String complaint(byte[] contents) {
        return assertThrows(FileFailure.class, () -> Json.parse(contents, "test"))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a":1}{"a":2}   | 8  | more after the end of the first value; one document stands in a file
            {"a":1} x        | 10 | unrecognized token 'x'
            {"a":1 // one    | 8  | a comment, which JSON does not have
            {"a":/* one */1} | 6  | a comment, which JSON does not have
            {"a":NaN}        | 9  | NaN, which is no number in JSON
            {"a":-Infinity}  | 15 | -Infinity, which is no number in JSON
            {"a":+1}         | 7  | a number with a plus sign
            {"a":01}         | 7  | a number with leading zeroes
            {"a":1.}         | 8  | a number with nothing after, or before, its decimal point
            {"a":1e}         | 8  | a number with nothing after its exponent
            {"a":1,}         | 8  | "}" where a name in double quotes was due
            {'a':1}          | 2  | "'" where a name in double quotes was due
            {"a" 1}          | 6  | "1" where a colon was due
            {"a":1 2}        | 8  | "2" where a comma or a closing brace was due
            [1 2]            | 4  | "2" where a comma or a closing bracket was due
            [1}              | 3  | "}" where "]" was to close what is open
            {"a":}           | 6  | "}" where a value was due
            {"a":"\\x"}      | 8  | a backslash before a character that needs none
            """)
    void everyMistakeIsToldInOurWords(String text, int column, String found) {
        assertEquals(
                "test, line 1, column " + column + ": expected valid JSON, found " + found,
                complaint(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDamagedFileIsNeverToldInTheParsersWords() {
        byte[] whole =
                "{\"a\": [1, -2.5e3, true, null], \"b\": {\"c\": \"d\\u0041\"}}".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        byte[] marks = "{}[]\":,/*+-.0eNaI\\ \n\u0001u'x".getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 1 + i % 3; change++) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextInt(8) == 0 ? (byte) random.nextInt(256) : marks[random.nextInt(marks.length)];
            }
            try {
                Json.parse(damaged, "test");
            } catch (FileFailure e) {
                refused++;
                for (String word : LIBRARY) {
                    assertFalse(e.getMessage().contains(word), e.getMessage());
                }
            }
        }
        assertFalse(refused < 1000, "refused: " + refused);
    }
}
