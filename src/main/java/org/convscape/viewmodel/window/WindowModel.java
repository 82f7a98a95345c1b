package org.convscape.viewmodel.window;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a window shows and where its keyboard is. Whoever acts changes it, and the views follow: nobody has to know a
 * view. What is seen of a document is the document's own: {@link org.convscape.viewmodel.canvas.Sight}.
 */
public final class WindowModel {

    /** A wish to have the keyboard in an area; each is another one, so that the same can be wished for again. */
    public static final class Wish {
        private final Area area;
        private final boolean ringed;

        private Wish(Area area, boolean ringed) {
            this.area = area;
            this.ringed = ringed;
        }

        /** Where the keyboard is to be. */
        public Area area() {
            return area;
        }

        /** Whether the area is shown with a ring, because keys have led there. */
        public boolean ringed() {
            return ringed;
        }
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.MAPS);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.DARK);
    private final Map<Area, BooleanProperty> folded = new EnumMap<>(Area.class);
    private final ReadOnlyObjectWrapper<Set<Area>> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", EnumSet.allOf(Area.class));
    private final ReadOnlyObjectWrapper<Area> keyboard = new ReadOnlyObjectWrapper<>(this, "keyboard");
    private final ReadOnlyObjectWrapper<Wish> wish = new ReadOnlyObjectWrapper<>(this, "wish");
    private final BooleanProperty fullScreen = new SimpleBooleanProperty(this, "fullScreen");
    private final BooleanProperty finderOpen = new SimpleBooleanProperty(this, "finderOpen");
    private final BooleanProperty keysOpen = new SimpleBooleanProperty(this, "keysOpen");
    private final BooleanProperty publishedOpen = new SimpleBooleanProperty(this, "publishedOpen");

    /** A window with all areas open, on the page of the maps. */
    public WindowModel() {
        for (Area area : List.of(Area.PALETTE, Area.DRAWER, Area.INSPECTOR)) {
            folded.put(area, new SimpleBooleanProperty(this, "folded"));
        }
        // One lies over the other: only the one that was opened last is seen.
        List<BooleanProperty> sheets = List.of(finderOpen, keysOpen, publishedOpen);
        for (BooleanProperty sheet : sheets) {
            sheet.addListener((property, before, open) ->
                    sheets.stream().filter(other -> other != sheet && open).forEach(other -> other.set(false)));
        }
    }

    /** The page that the drawer shows. */
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** Shows a page, in an open drawer. */
    public void showPage(Page shown) {
        foldedProperty(Area.DRAWER).set(false);
        page.set(shown);
    }

    /** The theme. */
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /**
     * Whether an area is folded away; of the drawer the tabs stay.
     *
     * @param area not the canvas, which cannot be folded
     */
    public BooleanProperty foldedProperty(Area area) {
        return folded.get(area);
    }

    /** Whether the window fills the screen. */
    public BooleanProperty fullScreenProperty() {
        return fullScreen;
    }

    /** Whether the search over the window is open. */
    public BooleanProperty finderOpenProperty() {
        return finderOpen;
    }

    /** Whether the sheet of keys is open. */
    public BooleanProperty keysOpenProperty() {
        return keysOpen;
    }

    /** Whether the choice of published weights is open. */
    public BooleanProperty publishedOpenProperty() {
        return publishedOpen;
    }

    /** Is told which areas are seen: a small window has no room for some. */
    public void seen(Set<Area> areas) {
        seen.set(Set.copyOf(areas));
    }

    /** Is told where the keyboard is; null for outside the areas. */
    public void keyboardIn(Area area) {
        keyboard.set(area);
    }

    /** The area where the keyboard is; null for outside the areas. */
    public ReadOnlyObjectProperty<Area> keyboardProperty() {
        return keyboard.getReadOnlyProperty();
    }

    /** Wishes for the keyboard to be in an area. */
    public void focus(Area area) {
        wish.set(new Wish(area, false));
    }

    /** Goes with the keyboard to the next area that is seen, or to the one before. */
    public void focusNext(boolean back) {
        List<Area> areas = Stream.of(Area.values()).filter(seen.get()::contains).toList();
        if (!areas.isEmpty()) {
            int at = areas.indexOf(keyboard.get());
            int next = Math.floorMod(at < 0 && back ? -1 : at + (back ? -1 : 1), areas.size());
            wish.set(new Wish(areas.get(next), true));
        }
    }

    /** Where the keyboard was last wished to be; null where it never was. */
    public ReadOnlyObjectProperty<Wish> wishProperty() {
        return wish.getReadOnlyProperty();
    }
}
