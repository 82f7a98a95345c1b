package org.convscape.maps;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a position between 0 and 1 becomes a colour: 256 opaque ARGB entries, interpolated in OKLab (Ottosson 2020)
 * between a few control points, so that equal steps look equal. The sequential maps grow steadily in lightness and the
 * diverging ones fall off evenly to both sides, so that they can be told apart with every kind of colour vision and in
 * print.
 */
public enum ColourMap {
    /** Black to white. */
    GREY("Grey", false, 0x000000, 0xFFFFFF),
    /** Dark violet over green to yellow, after matplotlib's default. */
    VIRIDIS(
            "Viridis", false, 0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
            0xFDE725),
    /** Black over purple and orange to pale yellow, after matplotlib's. */
    MAGMA(
            "Magma", false, 0x000004, 0x180F3E, 0x451077, 0x721F81, 0x9F2F7F, 0xCD4071, 0xF1605D, 0xFD9567, 0xFEC98D,
            0xFCFDBF),
    /** Blue below the middle, red above, white between: for signed values on light ground. */
    RED_BLUE("Red–blue", true, 0x08306B, 0x2F79B5, 0x8FC0DD, 0xF7F7F7, 0xF4A582, 0xC4383C, 0x67001F),
    /** Blue below the middle, orange above, black between: for signed values on dark ground. */
    BLUE_ORANGE("Blue–orange", true, 0xA9D8FF, 0x4A9BE8, 0x1E5284, 0x0B0B0D, 0x7A4A12, 0xDE8B29, 0xFFD9A0);

    /** The colour of values that are not finite; no map holds it or one near it. */
    public static final int NOT_FINITE = 0xFFFF00FF;

    private static final int ENTRIES = 256;

    private final String label;
    private final boolean diverging;
    private final int[] table;

    ColourMap(String label, boolean diverging, int... points) {
        this.label = label;
        this.diverging = diverging;
        this.table = Oklab.gradient(points, ENTRIES);
    }

    /** How files and the command line name it: {@code red-blue}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the window names it. */
    public String label() {
        return label;
    }

    /** True where the middle means zero, so that a range must be symmetric. */
    public boolean diverging() {
        return diverging;
    }

    /** The 256 colours, opaque ARGB, as a copy. */
    public int[] table() {
        return table.clone();
    }

    /** The colour of a position; positions outside 0 to 1 take the nearest end, NaN {@link #NOT_FINITE}. */
    public int argb(double position) {
        if (Double.isNaN(position)) {
            return NOT_FINITE;
        }
        int entry = (int) (position * ENTRIES);
        return table[Math.max(0, Math.min(ENTRIES - 1, entry))];
    }

    /**
     * The map with an id.
     *
     * @throws IllegalArgumentException with a sentence that names the choices
     */
    public static ColourMap of(String id) {
        for (ColourMap map : values()) {
            if (map.id().equals(id)) {
                return map;
            }
        }
        throw new IllegalArgumentException("The colour map is one of "
                + String.join(", ", Arrays.stream(values()).map(ColourMap::id).toList()) + "; found \"" + id + "\"");
    }
}
