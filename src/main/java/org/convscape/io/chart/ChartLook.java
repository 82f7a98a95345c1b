package org.convscape.io.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.convscape.drawing.Palette;

/**
 * How charts look: the colours of a theme, and the size of writing.
 *
 * @param ground what lies behind the chart
 * @param text of everything that is written, and of lines that matter
 * @param grid of lines that help the eye
 * @param titled whether title and caption belong to it; a pane of the window has them elsewhere
 * @param size of writing, in units of the chart
 */
public record ChartLook(Color ground, Color text, Color grid, boolean titled, int size) {
    private static final int SCREEN = 12;
    private static final int PAPER = 13;

    /** Colours that are told apart with every kind of sight (Okabe and Ito, 2008). */
    private static final List<Color> KINDS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    /** Marks that lie over each other are both seen. */
    private static final int OPACITY = 215;

    /** On white paper. */
    public static ChartLook paper() {
        Palette light = Palette.light();
        return new ChartLook(Color.WHITE, colour(light, "text"), colour(light, "border"), true, PAPER);
    }

    /** On a pane of the window in a theme. */
    public static ChartLook pane(Palette theme) {
        return new ChartLook(colour(theme, "panel"), colour(theme, "text"), colour(theme, "border"), false, SCREEN);
    }

    /** The same with title and caption, for a chart that stands by itself. */
    public ChartLook withTitle() {
        return new ChartLook(ground, text, grid, true, PAPER);
    }

    private static Color colour(Palette theme, String name) {
        return Color.decode(theme.colour(name));
    }

    /**
     * The colour of the marks of a kind, by its place in the legend; after as many as are told apart, that of writing.
     */
    Color kind(int place) {
        int at = place % (KINDS.size() + 1);
        Color colour = at == KINDS.size() ? text : KINDS.get(at);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY);
    }

    Font words() {
        return ChartFont.words(size);
    }

    Font small() {
        return ChartFont.words(size - 1);
    }

    Font title() {
        return ChartFont.words(size + 5).deriveFont(Font.BOLD);
    }
}
