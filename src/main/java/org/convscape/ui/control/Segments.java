package org.convscape.ui.control;

import java.util.Locale;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** A few words side by side as one control, of which exactly one holds: that of the value of a property. */
public final class Segments<E extends Enum<E>> extends SegmentedButton {
    private final String name;
    private final Property<E> chosen;

    /**
     * A control without words yet.
     *
     * @param name what the ids of the words begin with
     * @param chosen follows what is chosen, and is followed; it outlives this control no longer than the page it is on
     */
    public Segments(String name, Property<E> chosen) {
        this.name = name;
        this.chosen = chosen;
        setId(name + "-segments");
        setToggleGroup(new ToggleGroup());
        setMinWidth(USE_PREF_SIZE);
        // Without it the height of a header, and not that of its words, would be its own.
        setMaxHeight(USE_PREF_SIZE);
        chosen.addListener((property, before, after) -> follow());
    }

    /** Adds a word at the right. */
    public Segments<E> word(E value, String written) {
        ToggleButton button = new ToggleButton(written);
        button.setId(name + "-" + value.name().toLowerCase(Locale.ROOT));
        button.setUserData(value);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("segment");
        button.setOnAction(event -> {
            chosen.setValue(value);
            // A second press would leave none.
            follow();
        });
        getButtons().add(button);
        follow();
        return this;
    }

    private void follow() {
        getButtons().forEach(button -> button.setSelected(button.getUserData() == chosen.getValue()));
    }
}
