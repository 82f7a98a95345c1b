package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFileTest {
    @TempDir
    Path place;

    private Path file(String text) throws IOException {
        return Files.writeString(place.resolve("labels"), text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tench, Tinca tinca\ncrane\n",
                "0,tench, Tinca tinca\n1,crane\n",
                "0: tench, Tinca tinca\r\n1: crane",
                "n01440764\ttench, Tinca tinca\nn02012849\tcrane\n",
                "\"tench, Tinca tinca\"\n\"crane\"\n",
                "[\"tench, Tinca tinca\", \"crane\"]",
                "{\"1\": \"crane\", \"0\": \"tench, Tinca tinca\"}",
                "{\"0\": [\"n01440764\", \"tench, Tinca tinca\"], \"1\": [\"n02012849\", \"crane\"]}"
            })
    void namesComeInEveryFormThatPeopleHave(String text) throws IOException {
        assertEquals(
                List.of("tench, Tinca tinca", "crane"),
                LabelFile.read(file(text)).names());
    }

    @Test
    void whatHoldsNoNamesIsToldInASentence() throws IOException {
        assertFails("holds no names of classes", "  \n");
        assertFails("is no JSON", "[\"tench\"");
        assertFails("the classes 0 to 5 were expected, 1 of them were found", "{\"5\": \"dog\"}");
        assertFails("numbers of classes were expected as names of the object, \"dog\" was found", "{\"dog\": 1}");
        Files.write(place.resolve("labels"), new byte[] {(byte) 0xC3, 0x28});
        assertTrue(assertThrows(FileFailure.class, () -> LabelFile.read(place.resolve("labels")))
                .getMessage()
                .endsWith("is no text in UTF-8"));
        assertThrows(FileFailure.class, () -> LabelFile.read(place.resolve("none")));
    }

    private void assertFails(String words, String text) throws IOException {
        Path file = file(text);
        String message =
                assertThrows(FileFailure.class, () -> LabelFile.read(file)).getMessage();
        assertTrue(message.contains(words), message);
    }
}
