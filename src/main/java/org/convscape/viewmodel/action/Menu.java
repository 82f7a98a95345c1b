package org.convscape.viewmodel.action;

/** The menus of the window, in their order. */
public enum Menu {
    FILE("File"),
    EDIT("Edit"),
    VIEW("View"),
    RUN("Run"),
    HELP("Help");

    private final String label;

    Menu(String label) {
        this.label = label;
    }

    /** As the bar of menus shows it. */
    public String label() {
        return label;
    }
}
