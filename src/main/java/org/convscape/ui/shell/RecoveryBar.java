package org.convscape.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.convscape.viewmodel.session.Offer;
import org.convscape.viewmodel.session.SessionModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Offers what an earlier start has left behind: bring it back, look which documents these are, or give them up. */
final class RecoveryBar extends OfferBar {
    private static final double MOST_HEIGHT = 140;

    private final VBox lines = new VBox(2);
    private final ScrollPane list = new ScrollPane(lines);
    private final Button restore;
    private final Button which;
    private final Button discard;
    private final Button later;
    private final Button really;
    private final Button keep;
    private final ObservableValue<Offer> offer;

    RecoveryBar(SessionModel session, Runnable focusCanvas) {
        super("recovery", MaterialDesignF.FILE_RESTORE_OUTLINE);
        offer = session.offerProperty();
        restore = offer("recovery-restore", "Restore", () -> {
            session.restore();
            focusCanvas.run();
        });
        restore.getStyleClass().add("accent");
        which = offer("recovery-which", "Which?", () -> list(!list.isVisible()));
        later = offer("recovery-later", "Later", () -> {
            show(false);
            focusCanvas.run();
        });
        discard = offer("recovery-discard", "Discard…", this::ask);
        really = offer("recovery-really", "Discard for good", () -> {
            session.discard();
            focusCanvas.run();
        });
        keep = offer("recovery-keep", "Keep", () -> asking(false));
        list.setId("recovery-list");
        list.setFitToWidth(true);
        list.setMaxHeight(MOST_HEIGHT);
        getChildren().add(list);
        list(false);
        offer.addListener((property, before, after) -> show(after));
        show(offer.getValue());
    }

    private void list(boolean shown) {
        list.setVisible(shown);
        list.setManaged(shown);
        which.setText(shown ? "Hide" : "Which?");
    }

    /** A second press of the same key must not give anything up. */
    private void ask() {
        asking(true);
        keep.requestFocus();
    }

    private void asking(boolean asks) {
        Offer now = offer.getValue();
        say(
                !asks
                        ? now.sentence()
                        : now.unsaved() == 0
                                ? "Forget what was open? Every document is in its file."
                                : "Give up the unsaved changes of "
                                        + (now.unsaved() == 1 ? "one document" : now.unsaved() + " documents")
                                        + "? This cannot be undone.");
        show(!asks, restore, which, later, discard);
        show(asks, really, keep);
    }

    private void show(Offer after) {
        show(after != null);
        if (after != null) {
            lines.getChildren()
                    .setAll(after.lines().stream().map(RecoveryBar::line).toList());
            list(false);
            asking(false);
        }
    }

    private static Label line(String words) {
        Label label = new Label("• " + words);
        label.setWrapText(true);
        return label;
    }
}
