package org.convscape.viewmodel.canvas;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.document.Edit;
import org.convscape.scene.Neighbours;

/**
 * A connection that is being made with keys: it leaves the selected card and aims at another, until it is made or given
 * up.
 */
public final class KeyConnection {
    private final CanvasModel canvas;
    private final ReadOnlyStringWrapper aim = new ReadOnlyStringWrapper(this, "aim", "");
    private String from = "";

    KeyConnection(CanvasModel canvas) {
        this.canvas = canvas;
    }

    /** True while one is being made. */
    public boolean active() {
        return !aim.get().isEmpty();
    }

    /** The card it leaves. */
    public String from() {
        return from;
    }

    /** The card it aims at, at first the one it leaves; empty while none is being made. */
    public ReadOnlyStringProperty aimProperty() {
        return aim.getReadOnlyProperty();
    }

    /** Begins at a card, and aims at what lies to its right. */
    public void begin(String card) {
        end();
        from = card;
        aim.set(card);
        aim(Neighbours.Direction.RIGHT);
    }

    /** Aims at the next card in a direction, and brings it into sight. */
    public void aim(Neighbours.Direction direction) {
        new Neighbours(canvas.scene()).towards(aim.get(), direction).ifPresent(path -> {
            canvas.sight().reveal(path);
            aim.set(path);
        });
    }

    /** Makes the connection that is aimed at; where it is refused, the notice says why. */
    public void make() {
        String to = aim.get();
        end();
        if (to.isEmpty() || to.equals(from)) {
            return;
        }
        Proposal proposal = canvas.connecting().propose(canvas.resultOf(from), to, Edit.Connect.ANY_PORT, null);
        if (proposal.allowed()) {
            canvas.workspace().apply(proposal.edit());
        } else {
            canvas.workspace().say(proposal.refusal());
        }
    }

    /** Gives up. */
    public void end() {
        aim.set("");
    }
}
