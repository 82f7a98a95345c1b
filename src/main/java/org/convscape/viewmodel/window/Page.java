package org.convscape.viewmodel.window;

import java.util.Locale;

/** The pages of the drawer, in the order of their tabs. */
public enum Page {
    MAPS("Maps"),
    COST("Cost"),
    PROBLEMS("Problems"),
    WHY_DIFFERENT("Why different"),
    PLANE("Plane"),
    TIME("Time");

    private final String label;

    Page(String label) {
        this.label = label;
    }

    /** As its tab and the menus show it. */
    public String label() {
        return label;
    }

    /** In the ids of its tab and its action: small letters and hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
