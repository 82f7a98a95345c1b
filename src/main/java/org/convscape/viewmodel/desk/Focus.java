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
        follow(studio, parts, refresh, refresh);
    }

    /**
     * Tells the two apart for models that have more to do where another document has the focus.
     *
     * @param parts what of a document counts
     * @param another called at once, and whenever another document has the focus
     * @param changed called whenever something of the one that has it changes
     */
    public static void follow(
            Studio studio,
            Function<OpenDocument, List<? extends Observable>> parts,
            Runnable another,
            Runnable changed) {
        InvalidationListener follow = observable -> changed.run();
        studio.focusedProperty().addListener((property, before, after) -> {
            move(before, after, parts, follow);
            another.run();
        });
        move(null, studio.focusedProperty().get(), parts, follow);
        another.run();
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
