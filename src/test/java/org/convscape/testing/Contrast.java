package org.convscape.testing;

import javafx.scene.paint.Color;

/** How well writing stands out from its ground: from 1, not at all, to 21 (WCAG 2.1, "contrast ratio"). */
public final class Contrast {
    private Contrast() {}

    /** Of two opaque colours. */
    public static double of(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Of two colours as eight bits each of red, green and blue. */
    public static double of(int one, int other) {
        return of(colour(one), colour(other));
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
