package org.convscape.ui.shell;

/** What commands ask of the window itself. */
interface WindowActions {

    /** Opens the search. */
    void find();

    /** Shows the whole network on the canvas. */
    void fit();

    /** Goes from the light to the dark theme or back. */
    void switchTheme();
}
