package org.convscape.ui.inspector;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;

/** Keeps a control up to date for as long as the control lives, and not longer. */
final class Followers {
    private Followers() {}

    static <T> void follow(Node control, ObservableValue<T> value, Consumer<T> show) {
        ChangeListener<T> listener = (property, before, after) -> show.accept(after);
        // The control holds the listener, the value only a weak reference to it: forms come and go, models stay.
        control.getProperties().put(listener, listener);
        value.addListener(new WeakChangeListener<>(listener));
        show.accept(value.getValue());
    }
}
