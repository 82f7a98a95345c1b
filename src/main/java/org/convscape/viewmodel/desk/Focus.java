package org.convscape.viewmodel.desk;

import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;

/** Follows the document that has the focus, for models that show something of it. */
public final class Focus {
    private Focus() {}

    /**
     * Calls back at once, whenever another document has the focus, and whenever something of the one that has it
     * changes.
     *
     * @param parts what of a document counts
     */
    public static void follow(
            Studio studio, Function<OpenDocument, List<? extends Observable>> parts, Runnable refresh) {
        InvalidationListener follow = observable -> refresh.run();
        studio.focusedProperty().addListener((property, before, after) -> {
            move(before, after, parts, follow);
            refresh.run();
        });
        move(null, studio.focusedProperty().get(), parts, follow);
        refresh.run();
    }

    private static void move(
            OpenDocument before,
            OpenDocument after,
            Function<OpenDocument, List<? extends Observable>> parts,
            InvalidationListener follow) {
        if (before != null) {
            parts.apply(before).forEach(part -> part.removeListener(follow));
        }
        if (after != null) {
            parts.apply(after).forEach(part -> part.addListener(follow));
        }
    }
}
