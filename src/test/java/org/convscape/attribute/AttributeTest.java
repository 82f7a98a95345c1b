package org.convscape.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeTest {

    private enum Shortcut {
        IDENTITY,
        ZERO_PAD
    }

    private static final AttributeSchema SCHEMA = AttributeSchema.of(
            Attribute.integer("channels", "Channels", 1, 512, 64, "Whole numbers."),
            Attribute.decimal("rate", "Rate", 0, 1, 0.5, "Decimals."),
            Attribute.flag("bias", "Bias", true, "Yes or no."),
            Attribute.choice("shortcut", "Shortcut", Shortcut.IDENTITY, "One of some."),
            Attribute.size("kernel", "Kernel", 1, 11, Size.square(3), "Extents."),
            Attribute.padding("padding", "Padding", 9, Padding.SAME, "Margins."));

    static List<Attribute<?>> attributes() {
        return SCHEMA.attributes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    channels | 1         | 1
                    channels | ' 512 '   | 512
                    rate     | 0         | 0.0
                    rate     | 1e-3      | 0.001
                    bias     | false     | false
                    bias     | YES       | true
                    bias     | off       | false
                    shortcut | zero-pad  | zero-pad
                    shortcut | IDENTITY  | identity
                    kernel   | 3         | 3×3
                    kernel   | 1x7       | 1×7
                    kernel   | 7 × 1     | 7×1
                    kernel   | '1,11'    | 1×11
                    padding  | Same      | same
                    padding  | valid     | valid
                    padding  | 0         | valid
                    padding  | 2         | 2
                    padding  | '0,3'     | 0,3
                    padding  | '3,3'     | 3
                    padding  | '0,0,1,1' | 0,0,1,1
                    padding  | '1,2,1,2' | 1,2
                    """)
    void whatAPersonWritesIsReadAndWrittenInOneForm(String name, String written, String canonical) {
        AttributeValues values = SCHEMA.defaults().with(name, written);

        assertEquals(canonical, values.format(SCHEMA.require(name)));
        assertEquals(values, SCHEMA.defaults().with(name, canonical), "the one form reads back as the same value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    channels | 0           | a whole number from 1 to 512
                    channels | 513         | a whole number from 1 to 512
                    channels | -3          | a whole number from 1 to 512
                    channels | 3.5         | a whole number from 1 to 512
                    channels | 99999999999 | a whole number from 1 to 512
                    channels | ''          | a whole number from 1 to 512
                    rate     | 1.01        | a number from 0 to 1
                    rate     | -0.1        | a number from 0 to 1
                    rate     | NaN         | a number from 0 to 1
                    rate     | Infinity    | a number from 0 to 1
                    rate     | half        | a number from 0 to 1
                    bias     | maybe       | true or false
                    shortcut | projection  | one of identity, zero-pad
                    kernel   | 0×0         | sides from 1 to 11
                    kernel   | 12×3        | sides from 1 to 11
                    kernel   | 3×0         | sides from 1 to 11
                    kernel   | 3x3x3       | sides from 1 to 11
                    kernel   | x           | sides from 1 to 11
                    padding  | -1          | each 0 to 9
                    padding  | 0,0,0,10    | each 0 to 9
                    padding  | 1,2,3       | each 0 to 9
                    padding  | full        | each 0 to 9
                    """)
    void aRefusalNamesTheAttributeWhatWasExpectedAndWhatWasFound(String name, String written, String expected) {
        AttributeValues defaults = SCHEMA.defaults();

        String message = assertThrows(InvalidAttribute.class, () -> defaults.with(name, written))
                .getMessage();

        assertTrue(message.startsWith(name + ": expected "), message);
        assertTrue(message.contains(expected), message);
        assertTrue(message.endsWith("found \"" + written + "\""), message);
    }

    @Test
    void everyKindReadsWhatItWrites() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            AttributeValues values = new AttributeValues(
                    SCHEMA,
                    Map.of(
                            "channels",
                            1 + random.nextInt(512),
                            "rate",
                            random.nextDouble(),
                            "bias",
                            random.nextBoolean(),
                            "shortcut",
                            Shortcut.values()[random.nextInt(2)],
                            "kernel",
                            new Size(1 + random.nextInt(11), 1 + random.nextInt(11)),
                            "padding",
                            random.nextInt(4) == 0 ? Padding.SAME : margins(random)));
            AttributeValues read = SCHEMA.defaults();
            for (Attribute<?> attribute : SCHEMA.attributes()) {
                read = read.with(attribute.name(), values.format(attribute));
            }
            assertEquals(values, read);
        }
    }

    private static Padding margins(Random random) {
        return Padding.of(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    @Test
    void readingDoesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertEquals(
                    Padding.VALID, SCHEMA.defaults().with("padding", "VALID").get("padding"));
            assertEquals(
                    Shortcut.IDENTITY,
                    SCHEMA.defaults().with("shortcut", "IDENTITY").get("shortcut"));
            assertEquals("0.25", SCHEMA.defaults().with("rate", "0.25").format(SCHEMA.require("rate")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void aValueOfAnotherTypeIsRefused(Attribute<?> attribute) {
        for (Object wrong : new Object[] {new Object(), "text", 3L}) {
            String message = assertThrows(InvalidAttribute.class, () -> attribute.check(wrong))
                    .getMessage();
            assertTrue(message.startsWith(attribute.name() + ": expected "), message);
        }
        assertThrows(InvalidAttribute.class, () -> attribute.check(null));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        AttributeValues defaults = SCHEMA.defaults();

        String message = assertThrows(InvalidAttribute.class, () -> defaults.with("chanels", "3"))
                .getMessage();

        assertEquals(
                "There is no attribute \"chanels\"; known are channels, rate, bias, shortcut, kernel, padding",
                message);
        assertEquals(
                "There is no attribute \"x\"; there are none here",
                assertThrows(InvalidAttribute.class, () -> AttributeSchema.EMPTY.require("x"))
                        .getMessage());
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        AttributeValues values = new AttributeValues(SCHEMA, Map.of("channels", 7));

        assertEquals(7, values.get("channels"));
        assertEquals(Padding.SAME, values.get("padding"));
        assertEquals(
                List.of("channels", "rate", "bias", "shortcut", "kernel", "padding"),
                List.copyOf(values.asMap().keySet()));
    }

    @Test
    void aSchemaChecksAValueForEachOfItsAttributesInOrder() {
        SCHEMA.check(3, 0.5, true, Shortcut.ZERO_PAD, Size.square(1), Padding.VALID);

        assertEquals(
                "rate: expected a number from 0 to 1, found \"2\"",
                assertThrows(
                                InvalidAttribute.class,
                                () -> SCHEMA.check(3, 2.0, true, Shortcut.ZERO_PAD, Size.square(1), Padding.VALID))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SCHEMA.check(3));
    }

    @Test
    void aDefaultOutOfRangeAndANameUsedTwiceAreFaultsOfTheProgram() {
        assertThrows(InvalidAttribute.class, () -> Attribute.integer("n", "N", 1, 5, 6, "Too great."));
        Attribute<Boolean> flag = Attribute.flag("same", "Same", true, "Twice.");
        assertThrows(IllegalArgumentException.class, () -> AttributeSchema.of(flag, flag));
    }
}
