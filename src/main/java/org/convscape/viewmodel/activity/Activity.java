package org.convscape.viewmodel.activity;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Something that goes on beside the screen; everything here belongs to the screen's thread. */
public final class Activity {
    /** The progress of what does not know how far it is. */
    public static final double UNKNOWN = -1;

    /** What kind of thing goes on. */
    public enum Kind {
        /** The engine is loaded. */
        ENGINE,
        /** A network runs on a picture. */
        RUN,
        /** A network is timed. */
        TIMING,
        /** A network is written for other programs. */
        EXPORT,
        /** A file is fetched. */
        FETCH,
        /** A document is read. */
        OPENING
    }

    private final Kind kind;
    private final String name;
    private final Optional<Runnable> stop;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");

    Activity(Kind kind, String name, Optional<Runnable> stop) {
        this.kind = kind;
        this.name = name;
        this.stop = stop;
    }

    /** What kind of thing it is. */
    public Kind kind() {
        return kind;
    }

    /** What it is called, such as {@code Timing resnet50}. */
    public String name() {
        return name;
    }

    /** True when it can be stopped. */
    public boolean canBeCancelled() {
        return stop.isPresent();
    }

    /** Asks it to stop at its next step, once; what cannot be stopped goes on. */
    public void cancel() {
        if (stop.isPresent() && !stopping.get()) {
            stopping.set(true);
            message.set("Cancelling");
            stop.get().run();
        }
    }

    /**
     * Says how far it is.
     *
     * @param share of all steps, 0 … 1, or {@link #UNKNOWN}
     * @param step what is being done
     */
    public void report(double share, String step) {
        progress.set(share);
        if (!stopping.get()) {
            message.set(step);
        }
    }

    /** The share that so many of so many steps are; {@link #UNKNOWN} where nobody knows of how many. */
    public static double share(long done, long total) {
        return total <= 0 ? UNKNOWN : Math.min(1, (double) done / total);
    }

    /** How far it is, 0 … 1; {@link #UNKNOWN} where it does not know. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** True once it was asked to stop. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }
}
