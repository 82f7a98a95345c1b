package org.convscape.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The two faces of the program: Inter for words, JetBrains Mono for numbers. Both come with it (SIL Open Font License),
 * so that every machine shows the same.
 */
public final class Typeface {

    /** The family of words. */
    public static final String WORDS = "Inter";

    /** The family of numbers, in which all digits are equally wide. */
    public static final String FIGURES = "JetBrains Mono";

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static boolean loaded;

    private Typeface() {}

    /** Makes the faces known to the toolkit; without them it would take the system's. Harmless to call again. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + file)) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException("The face " + file + " cannot be read", e);
            }
        }
    }

    /** The face of words, for drawing on a canvas. */
    public static Font words(double size) {
        load();
        return Font.font(WORDS, size);
    }

    /** The bold face of words, for drawing on a canvas. */
    public static Font strongWords(double size) {
        load();
        return Font.font(WORDS, FontWeight.BOLD, size);
    }

    /** The face of numbers, for drawing on a canvas. */
    public static Font figures(double size) {
        load();
        return Font.font(FIGURES, size);
    }
}
