package org.convscape.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.convscape.testing.Contrast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both themes name the same colours, and what is written in them can be read (WCAG 2.1, success criterion 1.4.3). */
class ThemeContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z0-9-]+):\\s*#([0-9a-f]{6})([0-9a-f]{2})?;");
    private static final List<String> WRITING = List.of(
            "-cs-text",
            "-cs-muted",
            "-cs-accent",
            "-cs-error",
            "-cs-warning",
            "-cs-success",
            "-cs-residual",
            "-cs-inception",
            "-cs-separable",
            "-cs-plain");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyWritingCanBeReadOnEveryGround(Theme theme) {
        Map<String, Integer> colours = coloursOf(theme);
        for (String ground : List.of("-cs-canvas", "-cs-panel", "-cs-card", "-cs-raised")) {
            for (String writing : WRITING) {
                double contrast = Contrast.of(colours.get(writing), colours.get(ground));
                assertTrue(contrast >= 4.5, () -> writing + " on " + ground + " in " + theme + ": " + contrast);
            }
        }
        double button = Contrast.of(colours.get("-cs-on-accent"), colours.get("-cs-accent"));
        assertTrue(button >= 4.5, () -> "writing on the accent in " + theme + ": " + button);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theGroundBeforeTheStyleSheetsIsThatOfThePanels(Theme theme) {
        assertEquals(Color.web(String.format("#%06x", coloursOf(theme).get("-cs-panel"))), theme.ground());
    }

    @Test
    void bothThemesNameTheSameColours() {
        assertEquals(coloursOf(Theme.DARK).keySet(), coloursOf(Theme.LIGHT).keySet());
    }

    private static Map<String, Integer> coloursOf(Theme theme) {
        String path = "/org/convscape/assets/theme/" + theme.id() + ".css";
        try (InputStream in = ThemeContrastTest.class.getResourceAsStream(path)) {
            Map<String, Integer> colours = new LinkedHashMap<>();
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
            return colours;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
