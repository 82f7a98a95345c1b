package org.convscape.ui.canvas;

import java.util.Optional;
import org.convscape.document.Edit;
import org.convscape.scene.Neighbours;

/** Making a connection with the keyboard: arrows aim, Enter connects, Escape gives up. */
final class ConnectMode {
    private final CanvasView canvas;
    private ConnectionFeedback feedback;
    private String aim;

    ConnectMode(CanvasView canvas) {
        this.canvas = canvas;
    }

    boolean active() {
        return feedback != null;
    }

    /** Begins at the card that is selected. */
    void begin() {
        end();
        canvas.model()
                .workspace()
                .selected()
                .filter(canvas.drawing().cards()::containsKey)
                .ifPresent(card -> {
                    feedback = new ConnectionFeedback(canvas, card, null);
                    aim = card;
                    aim(Neighbours.Direction.RIGHT);
                });
    }

    void aim(Neighbours.Direction direction) {
        Optional<String> next = new Neighbours(canvas.model().scene()).towards(aim, direction);
        next.ifPresent(path -> {
            aim = path;
            canvas.reveal(path);
            feedback.aim(path, Edit.Connect.ANY_PORT);
            feedback.drawToAim();
        });
    }

    void make() {
        ConnectionFeedback made = feedback;
        feedback = null;
        made.make();
    }

    void end() {
        if (feedback != null) {
            feedback.end();
            feedback = null;
        }
    }
}
