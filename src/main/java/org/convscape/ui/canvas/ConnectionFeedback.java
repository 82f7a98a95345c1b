package org.convscape.ui.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Link;
import org.convscape.viewmodel.canvas.Proposal;

/**
 * What is seen while a connection is being made: a line to where it would end, and in words what it would do, why it
 * cannot be made, or what would be the matter afterwards. Cards that cannot take it are dimmed.
 */
final class ConnectionFeedback {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final double WIDTH = 320;
    private static final double OFF_POINTER = 16;

    private final CanvasView canvas;
    private final String card;
    private final String source;
    private final Link instead;
    private final Path line = new Path();
    private final Label bubble = new Label();
    private String aimedAt = "";
    private int port = Edit.Connect.ANY_PORT;
    private Proposal proposal;

    /**
     * Begins a connection.
     *
     * @param card the card it leaves
     * @param instead the connection that it would replace; null for none
     */
    ConnectionFeedback(CanvasView canvas, String card, Link instead) {
        this.canvas = canvas;
        this.card = card;
        this.instead = instead;
        this.source = instead == null
                ? canvas.model().resultOf(card)
                : instead.edges().get(0).from();
        line.getStyleClass().add("connection-line");
        line.setManaged(false);
        bubble.getStyleClass().add("connection-bubble");
        bubble.setManaged(false);
        bubble.setWrapText(true);
        bubble.setVisible(false);
        canvas.layers().overlay.getChildren().addAll(line, bubble);
        Set<String> forbidden =
                source.isEmpty() ? Set.of() : canvas.model().connecting().forbidden(source);
        canvas.drawing()
                .dim(path -> !path.equals(card) && (forbidden.contains(path) || new GroupPath(path).contains(source)));
        canvas.drawing().connecting(true);
    }

    /** Aims at a card or group, or at nothing for an empty path. */
    void aim(String path, int atPort) {
        if (path.equals(aimedAt) && atPort == port) {
            return;
        }
        aimedAt = path;
        port = atPort;
        proposal = path.isEmpty() || path.equals(card)
                ? null
                : canvas.model().connecting().propose(source, path, atPort, instead);
        canvas.drawing().target(proposal != null && proposal.allowed() ? path : "");
        bubble.setVisible(proposal != null || instead != null);
        bubble.setText(words());
        bubble.pseudoClassStateChanged(REFUSED, proposal != null && !proposal.allowed());
        bubble.pseudoClassStateChanged(
                DOUBTFUL,
                proposal != null && proposal.allowed() && !proposal.problem().isEmpty());
        line.pseudoClassStateChanged(REFUSED, proposal != null && !proposal.allowed());
    }

    private String words() {
        if (proposal == null) {
            return "Let go here to take the connection away";
        }
        if (!proposal.allowed()) {
            return "✕  " + proposal.refusal();
        }
        String done = "Connect " + GroupPath.nameOf(source) + " to " + GroupPath.nameOf(aimedAt);
        return proposal.problem().isEmpty() ? done : done + "\n⚠  " + proposal.problem();
    }

    /** Draws the line to a place on the screen. */
    void draw(double screenX, double screenY) {
        Box box = canvas.model().scene().box(card).orElse(null);
        if (box == null) {
            return;
        }
        Point2D start = canvas.toScreen(box.output());
        LinkShape.curve(line, new Point(start.getX(), start.getY()), new Point(screenX, screenY));
        bubble.applyCss();
        double width = Math.min(WIDTH, bubble.prefWidth(-1));
        double height = bubble.prefHeight(width);
        double x = Math.min(screenX + OFF_POINTER, canvas.getWidth() - width - 8);
        double y = Math.min(screenY + OFF_POINTER, canvas.getHeight() - height - 8);
        bubble.resizeRelocate(x, y, width, height);
    }

    /** Draws the line to the input of the card that is aimed at. */
    void drawToAim() {
        Optional<Box> box = canvas.model().scene().box(aimedAt);
        box.ifPresent(found -> {
            Point2D end = canvas.toScreen(found.input(0, 1));
            draw(end.getX(), end.getY());
        });
    }

    /** The connection as it is aimed now; null where it is aimed at nothing. */
    Proposal proposal() {
        return proposal;
    }

    /** Makes the connection that is aimed at; where it is refused, the notice says why. */
    void make() {
        end();
        if (proposal == null) {
            return;
        }
        if (proposal.allowed()) {
            canvas.model().workspace().apply(proposal.edit());
        } else {
            canvas.model().workspace().say(proposal.refusal());
        }
    }

    /** Takes everything away that is only seen meanwhile. */
    void end() {
        canvas.layers().overlay.getChildren().removeAll(line, bubble);
        canvas.drawing().dim(path -> false);
        canvas.drawing().target("");
        canvas.drawing().connecting(false);
    }
}
