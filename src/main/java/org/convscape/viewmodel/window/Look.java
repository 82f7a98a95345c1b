package org.convscape.viewmodel.window;

/** The theme of the window. */
public enum Look {
    DARK,
    LIGHT;

    /** The other one. */
    public Look other() {
        return this == DARK ? LIGHT : DARK;
    }
}
