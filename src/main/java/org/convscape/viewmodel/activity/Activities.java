package org.convscape.viewmodel.activity;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All that goes on beside the screen just now, the latest last; belongs to the screen's thread. */
public final class Activities {
    private final ObservableList<Activity> running = FXCollections.observableArrayList();
    private final ObservableList<Activity> shown = FXCollections.unmodifiableObservableList(running);

    /** Something begins that can be stopped by {@code stop}. */
    public Activity begin(Activity.Kind kind, String name, Runnable stop) {
        return add(new Activity(kind, name, Optional.of(stop)));
    }

    /** Something begins that cannot be stopped. */
    public Activity begin(Activity.Kind kind, String name) {
        return add(new Activity(kind, name, Optional.empty()));
    }

    private Activity add(Activity activity) {
        running.add(activity);
        return activity;
    }

    /** Something is over, however it ended; harmless when said again. */
    public void end(Activity activity) {
        running.remove(activity);
    }

    /** What goes on. */
    public ObservableList<Activity> running() {
        return shown;
    }
}
