package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFontsTest {

    @TempDir
    Path folder;

    @Test
    void aSystemWithoutFontsIsKnown() throws IOException {
        Map<String, String> environment =
                Map.of("XDG_DATA_DIRS", folder.resolve("data").toString());
        String home = folder.resolve("home").toString();
        assertFalse(OwnFonts.systemHasSome(environment, home), "no folder");

        Path fonts = Files.createDirectories(folder.resolve("data/fonts/truetype/small"));
        Files.writeString(fonts.resolve("README"), "no font");
        assertFalse(OwnFonts.systemHasSome(environment, home), "no font");

        Files.createFile(fonts.resolve("Small.TTF"));
        assertTrue(OwnFonts.systemHasSome(environment, home));
    }

    @Test
    void fontsOfThePersonCountAndSettingsAreBelieved() throws IOException {
        Map<String, String> environment =
                Map.of("XDG_DATA_DIRS", folder.resolve("data").toString());
        Files.createFile(Files.createDirectories(folder.resolve("home/.fonts")).resolve("own.otf"));

        assertTrue(OwnFonts.systemHasSome(environment, folder.resolve("home").toString()));
        assertTrue(OwnFonts.systemHasSome(Map.of("FONTCONFIG_FILE", "mine"), "/nowhere"));
    }

    @Test
    void everyFaceOfTheListIsThere() throws IOException {
        OwnFonts.unpack(folder);
        OwnFonts.unpack(folder);

        Properties list = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("logicalfonts.properties"))) {
            list.load(in);
        }
        assertEquals(3 * 4 * 2, list.size());
        for (String name : list.stringPropertyNames()) {
            if (name.endsWith(".file")) {
                assertTrue(Files.size(folder.resolve(list.getProperty(name))) > 10_000, name);
            }
        }
    }
}
