package org.convscape.ui.canvas;

import org.convscape.document.Edit;
import org.convscape.viewmodel.canvas.KeyConnection;

/** Shows the connection that is being made with keys. */
final class ConnectMode {
    private final CanvasView canvas;
    private final KeyConnection connection;
    private ConnectionFeedback feedback;

    ConnectMode(CanvasView canvas) {
        this.canvas = canvas;
        this.connection = canvas.model().keyConnection();
        connection.aimProperty().addListener((property, before, after) -> show(after));
    }

    private void show(String aim) {
        if (aim.isEmpty()) {
            if (feedback != null) {
                feedback.end();
                feedback = null;
            }
            return;
        }
        if (feedback == null) {
            canvas.requestFocus();
            feedback = new ConnectionFeedback(canvas, connection.from(), null);
        }
        feedback.aim(aim, Edit.Connect.ANY_PORT);
        feedback.drawToAim();
    }
}
