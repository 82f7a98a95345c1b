package org.convscape.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.concurrent.Task;
import org.convscape.viewmodel.activity.Activity;

/**
 * Something that goes on, as the list of tasks wants it. It is never run, and never says that it is over: it follows
 * what goes on elsewhere, and asks that to stop.
 */
final class ActivityTask extends Task<Void> {
    private final Activity activity;
    private final InvalidationListener follow = observable -> show();

    ActivityTask(Activity activity) {
        this.activity = activity;
        updateTitle(activity.name());
        activity.progressProperty().addListener(follow);
        activity.messageProperty().addListener(follow);
        show();
    }

    private void show() {
        updateProgress(activity.progressProperty().get(), 1);
        updateMessage(activity.messageProperty().get());
    }

    Activity activity() {
        return activity;
    }

    @Override
    protected Void call() {
        throw new UnsupportedOperationException("What goes on is done elsewhere");
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        activity.cancel();
        return activity.canBeCancelled();
    }
}
