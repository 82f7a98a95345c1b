package org.convscape.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.block.Family;

/**
 * The colours of a theme by name, as its style sheet for the window gives them, so that a file looks like the screen.
 */
public final class Palette {
    private static final String FOLDER = "/org/convscape/assets/theme/";
    private static final Pattern COLOUR = Pattern.compile("-cs-([a-z-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");

    private final Map<String, String> colours = new HashMap<>();

    private Palette(String theme) {
        try (InputStream sheet = Palette.class.getResourceAsStream(FOLDER + theme + ".css")) {
            if (sheet == null) {
                throw new IllegalStateException("The style sheet of the " + theme + " theme is missing");
            }
            Matcher matcher = COLOUR.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The light theme, which prints well. */
    public static Palette light() {
        return new Palette("light");
    }

    /** The dark theme. */
    public static Palette dark() {
        return new Palette("dark");
    }

    /**
     * The colour of that name, as {@code #rrggbb}.
     *
     * @throws IllegalArgumentException when the style sheet has none
     */
    public String colour(String name) {
        String colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("The theme has no colour \"" + name + "\"");
        }
        return colour;
    }

    /** The colour of a family of architecture. */
    public String colour(Family family) {
        return switch (family) {
            case RESIDUAL -> colour("residual");
            case INCEPTION -> colour("inception");
            case SEPARABLE -> colour("separable");
            case PLAIN -> colour("plain");
            case MIXED -> colour("accent");
        };
    }
}
