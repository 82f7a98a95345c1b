package org.convscape.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.activity.Activities;
import org.convscape.viewmodel.activity.Activity;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What goes on just now: each with how far it is, and a button that stops it where it can be stopped. */
final class ActivitiesView extends VBox {
    /** The height of one line, as the style sheet gives it, in pixels. */
    private static final double LINE = 66;

    private static final int MOST_LINES = 5;

    private final TaskProgressView<ActivityTask> list = new TaskProgressView<>();
    private final Label nothing = new Label("Nothing goes on beside the screen");
    /** Held here because the list of what goes on, which outlives this view, holds it weakly. */
    private final ListChangeListener<Activity> follow;

    ActivitiesView(Activities activities) {
        getStyleClass().add("activities");
        setId("activities");
        list.setId("activities-list");
        list.setGraphicFactory(ActivitiesView::sign);
        nothing.getStyleClass().add("muted");
        nothing.setId("activities-none");
        getChildren().addAll(list, nothing);
        follow = change -> {
            while (change.next()) {
                list.getTasks().removeIf(task -> change.getRemoved().contains(task.activity()));
                change.getAddedSubList().forEach(added -> list.getTasks().add(new ActivityTask(added)));
            }
            fit();
        };
        activities.running().addListener(new WeakListChangeListener<>(follow));
        activities.running().forEach(running -> list.getTasks().add(new ActivityTask(running)));
        fit();
    }

    /** As high as what is in it, and an own sentence where that is nothing. */
    private void fit() {
        int lines = list.getTasks().size();
        list.setPrefHeight(LINE * Math.min(lines, MOST_LINES) + 2);
        list.setMinHeight(USE_PREF_SIZE);
        list.setVisible(lines > 0);
        list.setManaged(lines > 0);
        nothing.setVisible(lines == 0);
        nothing.setManaged(lines == 0);
    }

    /**
     * The sign of a line. The line has a button for every task that runs as the toolkit understands it; ours run
     * elsewhere, so that the button is for those that can be stopped.
     */
    private static Node sign(ActivityTask task) {
        FontIcon sign = Icons.of(icon(task.activity().kind()));
        sign.parentProperty().addListener((property, before, line) -> {
            if (line != null && line.lookup(".task-cancel-button") instanceof Button button) {
                button.disableProperty().unbind();
                button.disableProperty().bind(task.activity().stoppingProperty());
                button.setVisible(task.activity().canBeCancelled());
                button.setTooltip(null);
                Hints.on(button, "Stops it at its next step");
            }
        });
        return sign;
    }

    private static Ikon icon(Activity.Kind kind) {
        return switch (kind) {
            case ENGINE -> MaterialDesignE.ENGINE_OUTLINE;
            case RUN -> MaterialDesignP.PLAY;
            case TIMING -> MaterialDesignT.TIMER_OUTLINE;
            case EXPORT -> MaterialDesignE.EXPORT;
            case FETCH -> MaterialDesignD.DOWNLOAD_OUTLINE;
            case OPENING -> MaterialDesignF.FOLDER_OPEN_OUTLINE;
        };
    }
}
