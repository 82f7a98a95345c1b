package org.convscape.ui.control;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;

/**
 * A column of words, which give way where numbers need the room: their middle is left out, and all of it is in the
 * hint.
 */
public final class NameColumn<R> extends FittedColumn<R, String> {
    private static final double LEAST = 76;

    private final Function<R, String> words;
    private double least = LEAST;

    /**
     * @param words of a row; null for none
     */
    public NameColumn(String heading, Function<R, String> words) {
        super(heading, Typeface.words(13));
        this.words = words;
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        setCellFactory(column -> sampled(new NameCell()));
    }

    /** Keeps more room where a name says little without its parts, such as a path. */
    public NameColumn<R> atLeast(double pixels) {
        least = pixels;
        return this;
    }

    @Override
    Stream<String> texts(List<R> rows) {
        return rows.stream().map(words).filter(Objects::nonNull);
    }

    @Override
    double least() {
        return Math.max(heading(), Math.min(least, wanted()));
    }

    @Override
    boolean grows() {
        return true;
    }

    private final class NameCell extends TableCell<R, String> {
        private String whole;

        NameCell() {
            widthProperty().addListener(observable -> write());
            fontProperty().addListener(observable -> write());
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            whole = empty ? null : name;
            write();
        }

        private void write() {
            String shown = whole == null || getWidth() <= 0
                    ? whole
                    : MiddleEllipsis.of(whole, getWidth() - padding(), text -> TextWidth.of(text, getFont()));
            if (!Objects.equals(shown, getText())) {
                setText(shown);
            }
            if (!Objects.equals(shown, whole)) {
                Hints.on(this, whole);
            } else if (getAccessibleText() != null && !getAccessibleText().isEmpty()) {
                Hints.on(this, "");
            }
        }
    }
}
