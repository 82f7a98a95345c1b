package org.convscape.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private Settings open() {
        return open(Later.now());
    }

    private Settings open(Later later) {
        return new Settings(folder.resolve("state").resolve("settings.json"), later, JobRunner.calling(), told::add);
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Settings first = open();
        assertEquals("dark", first.text("theme", "dark"));
        first.put("theme", "light");
        first.put("divider", 0.25);
        first.put("maximised", true);
        first.put("order", List.of("b", "a"));

        Settings next = open();
        assertEquals("light", next.text("theme", "dark"));
        assertEquals(0.25, next.number("divider", 1));
        assertTrue(next.flag("maximised", false));
        assertEquals(List.of("b", "a"), next.texts("order"));
        next.remove("theme");
        assertEquals("dark", open().text("theme", "dark"));
        assertEquals(List.of(), told);
    }

    @Test
    void windowsThatAreOpenAtTheSameTimeTakeNothingBackFromEachOther() {
        Settings one = open();
        Settings other = open();
        one.put("theme", "light");
        other.put("divider", 0.5);
        one.update("recent", list -> List.of("first"));
        other.update("recent", list -> Stream.concat(Stream.of("second"), list.stream())
                .toList());

        Settings next = open();
        assertEquals("light", next.text("theme", "dark"));
        assertEquals(0.5, next.number("divider", 0));
        assertEquals(List.of("second", "first"), next.texts("recent"));
    }

    @Test
    void manyChangesAreWrittenTogetherAMomentLaterAndAtTheEndAtOnce() {
        List<Runnable> waiting = new ArrayList<>();
        Settings settings = open((wait, work) -> waiting.add(work));
        settings.put("width", 900);
        settings.put("width", 901);
        assertEquals(1, waiting.size());
        assertEquals(0, open().number("width", 0));
        settings.close();
        assertEquals(901, open().number("width", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{\"theme\": \"li", "[1, 2]", "null", "\0\0\0\0", "{} {}"})
    void aDamagedFileIsKeptAsideWithASentenceAndTheDefaultsHold(String contents) throws Exception {
        Path file = folder.resolve("state").resolve("settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, contents);

        Settings settings = open();
        assertEquals("dark", settings.text("theme", "dark"));
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("The settings could not be read"), told.get(0));
        assertEquals(contents, Files.readString(file.resolveSibling("settings.json.damaged")));
        settings.put("theme", "light");
        assertEquals("light", open().text("theme", "dark"));
    }

    @Test
    void valuesOfTheWrongKindAreAsIfTheyWereNotThere() throws Exception {
        Path file = folder.resolve("state").resolve("settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "{\"theme\": 7, \"divider\": \"wide\", \"maximised\": [], \"order\": [1, \"a\"], \"later\": {}}");

        Settings settings = open();
        assertEquals("dark", settings.text("theme", "dark"));
        assertEquals(0.5, settings.number("divider", 0.5));
        assertTrue(settings.flag("maximised", true));
        assertEquals(List.of("a"), settings.texts("order"));
        settings.put("theme", "light");
        assertTrue(Files.readString(file).contains("later"), "what another version wrote stays");
        assertEquals(List.of(), told);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidOnceAndTheChoicesHold() throws Exception {
        Files.createFile(folder.resolve("state"));
        Settings settings = open();
        settings.put("theme", "light");
        settings.put("theme", "dark");
        settings.put("theme", "light");

        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("Choices hold for this window only: "), told.get(0));
        assertEquals("light", settings.text("theme", "dark"));
        Files.delete(folder.resolve("state"));
        settings.put("divider", 0.5);
        assertEquals("light", open().text("theme", "dark"), "what could not be written is written with the next");
    }
}
