package org.convscape.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a picture of one aspect is brought into an input of another. */
public enum Fit {
    /** The whole picture, stretched: nothing is lost, proportions change. */
    SQUASH("Squash", "the whole picture, stretched to the input's proportions"),
    /** The largest centred part that has the input's proportions: proportions stay, the margins are lost. */
    CROP("Crop", "the largest centred part with the input's proportions; the margins are lost"),
    /** The whole picture with black margins: nothing is lost, proportions stay, part of the input is empty. */
    PAD("Pad", "the whole picture in its own proportions, with black margins");

    private final String label;
    private final String help;

    Fit(String label, String help) {
        this.label = label;
        this.help = help;
    }

    /** How files and the command line name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the window names it. */
    public String label() {
        return label;
    }

    /** One line on what it does. */
    public String help() {
        return help;
    }

    /**
     * The fit with an id.
     *
     * @throws PictureFailure naming the choices when there is none
     */
    public static Fit of(String id) {
        return Arrays.stream(values())
                .filter(fit -> fit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PictureFailure("The fit is one of "
                        + Arrays.stream(values()).map(Fit::id).collect(Collectors.joining(", ")) + "; found \"" + id
                        + "\""));
    }
}
