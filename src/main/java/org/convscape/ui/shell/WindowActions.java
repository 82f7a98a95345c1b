package org.convscape.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import org.convscape.ui.canvas.CanvasView;

/** What commands ask of the window itself. */
interface WindowActions {

    /** The canvas that is seen; null for none. */
    CanvasView canvas();

    /** Puts the keyboard on the canvas that is seen. */
    void focusCanvas();

    /** Opens the search. */
    void find();

    /** Shows all keys. */
    void keys();

    /** Goes from the light to the dark theme or back. */
    void switchTheme();

    /** Goes to the full screen or back. */
    void fullScreen();

    /** Puts the keyboard on the next area of the window, or on the one before. */
    void nextArea(boolean back);

    /** The names of the pages of the drawer. */
    List<String> pages();

    /** Shows a page of the drawer. */
    void page(int index);

    BooleanProperty paletteFolded();

    BooleanProperty drawerFolded();

    BooleanProperty inspectorFolded();
}
