package org.convscape.ui.canvas;

import java.util.Set;
import javafx.scene.input.MouseEvent;
import org.convscape.document.Edit;
import org.convscape.layout.Link;
import org.convscape.scene.Hit;

/** Drags a connection from an output to where it shall end, or the end of an existing one to another place or off. */
final class ConnectGesture implements Gesture {
    private final CanvasView canvas;
    private final Link instead;
    private final ConnectionFeedback feedback;

    /**
     * @param instead the connection whose end is dragged; null for a new one
     */
    ConnectGesture(CanvasView canvas, String card, Link instead, MouseEvent press) {
        this.canvas = canvas;
        this.instead = instead;
        this.feedback = new ConnectionFeedback(canvas, card, instead);
        feedback.draw(press.getX(), press.getY());
    }

    @Override
    public void drag(MouseEvent event) {
        Hit hit = canvas.hit(event);
        if (hit instanceof Hit.OnInput input) {
            feedback.aim(input.path(), canvas.model().isGroup(input.path()) ? Edit.Connect.ANY_PORT : input.port());
        } else if (hit instanceof Hit.OnCard card) {
            feedback.aim(card.path(), Edit.Connect.ANY_PORT);
        } else if (hit instanceof Hit.OnOutput output) {
            feedback.aim(output.path(), Edit.Connect.ANY_PORT);
        } else if (hit instanceof Hit.OnHeader header) {
            feedback.aim(header.group().text(), Edit.Connect.ANY_PORT);
        } else {
            feedback.aim("", Edit.Connect.ANY_PORT);
        }
        feedback.draw(event.getX(), event.getY());
    }

    @Override
    public void release(MouseEvent event) {
        if (feedback.proposal() != null) {
            feedback.make();
            return;
        }
        feedback.end();
        Hit hit = canvas.hit(event);
        boolean off = hit instanceof Hit.Nothing || hit instanceof Hit.OnBody;
        if (instead != null && off) {
            canvas.model().connecting().disconnect(Set.of(instead));
        }
    }

    @Override
    public void cancel() {
        feedback.end();
    }
}
