package org.convscape.viewmodel.action;

/**
 * Where the keyboard has to be for a key to be heard. The keys of {@link #WINDOW} are heard in all of the others too.
 */
public enum Scope {
    WINDOW("Everywhere", "anywhere in the window"),
    CANVAS("On the canvas", "while the keyboard is on the canvas"),
    CONNECTING("While connecting", "while a connection is being made with keys"),
    MAPS("In maps", "while the keyboard is on the maps"),
    LOUPE("On the chosen map", "while the keyboard is on the chosen map"),
    COSTS("In the table of costs", "while the keyboard is in the table of costs"),
    PROBLEMS("In the list of problems", "while the keyboard is in the list of problems"),
    PLANE("On the plane", "while the keyboard is on the plane"),
    FIGURE("On a figure", "while the keyboard is on a figure that explains itself"),
    PALETTE_SEARCH("In the palette's search", "while the keyboard is in the palette's search"),
    PALETTE("In the palette", "while the keyboard is on the palette"),
    FINDER("In the search", "while the search is open"),
    SHEET("On the sheet of keys", "while the sheet of keys is open"),
    FIELD("In number fields", "while the keyboard is in a number field"),
    NAME("In the field of a name", "while a name is being typed");

    private final String heading;
    private final String where;

    Scope(String heading, String where) {
        this.heading = heading;
        this.where = where;
    }

    /** Over the keys that are heard there. */
    public String heading() {
        return heading;
    }

    /** As part of a sentence: "while the keyboard is on the canvas". */
    public String where() {
        return where;
    }
}
