package org.convscape.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void nothingIsNoName(String text) {
        FileFailure failure = assertThrows(FileFailure.class, () -> PathText.of(text));

        assertEquals("The name of a file or folder was expected, found nothing", failure.getMessage());
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        FileFailure failure = assertThrows(FileFailure.class, () -> PathText.of("a\0b"));

        assertEquals("\"a\0b\" is no name that files can have here", failure.getMessage());
    }

    /** Half a surrogate pair is in no character set, so it stands for what LC_ALL=C cannot say. */
    @Test
    void aNameThatTheLanguageSettingsCannotSayIsRefusedWithTheCure() {
        FileFailure failure = assertThrows(FileFailure.class, () -> PathText.of("caf\uD800"));

        assertTrue(failure.getMessage().contains("LC_ALL=C.UTF-8"), failure.getMessage());
    }

    @Test
    void aPatternThatNoShellFilledInIsTold(@TempDir Path folder) throws IOException {
        String pattern = folder.resolve("*.png").toString();
        FileFailure failure = assertThrows(FileFailure.class, () -> PathText.existing(pattern));
        assertTrue(failure.getMessage().contains("patterns are not filled in here"), failure.getMessage());

        Path file = Files.createFile(folder.resolve("what?.png"));
        assertEquals(file, PathText.existing(file.toString()));
    }
}
