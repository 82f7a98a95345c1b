package org.convscape.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.convscape.viewmodel.inspector.FieldModel;

/**
 * Where an editor finds the field that it shows. Editors are kept for the next layer of the same kind, since making one
 * and having it styled is dear; fields belong to one layer and go with it.
 */
final class Slot {
    private final List<Follower> followers = new ArrayList<>();
    private FieldModel field;

    private record Follower(
            Function<FieldModel, ObservableValue<String>> value,
            ChangeListener<String> listener,
            Consumer<String> show) {}

    /** The field that is shown; empty while the editor waits for its next one. */
    Optional<FieldModel> field() {
        return Optional.ofNullable(field);
    }

    /** Keeps an editor up to date with a value of whichever field is shown. */
    void follow(Function<FieldModel, ObservableValue<String>> value, Consumer<String> show) {
        followers.add(new Follower(value, (property, before, after) -> show.accept(after), show));
    }

    /** Shows another field. */
    void show(FieldModel fresh) {
        if (fresh != field) {
            release();
            field = fresh;
            for (Follower follower : followers) {
                ObservableValue<String> value = follower.value().apply(fresh);
                value.addListener(follower.listener());
                follower.show().accept(value.getValue());
            }
        }
    }

    /** Lets go of the field. */
    void release() {
        if (field != null) {
            followers.forEach(follower -> follower.value().apply(field).removeListener(follower.listener()));
            field = null;
        }
    }
}
