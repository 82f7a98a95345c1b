package org.convscape.ui.canvas;

import javafx.scene.input.MouseEvent;

/** What a person does between pressing and releasing a mouse button. */
interface Gesture {

    /** The pointer has moved with the button held. */
    void drag(MouseEvent event);

    /** The button was released. */
    void release(MouseEvent event);

    /** Escape was pressed: as if it had never begun. */
    void cancel();
}
