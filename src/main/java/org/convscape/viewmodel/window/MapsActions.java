package org.convscape.viewmodel.window;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Action.Held;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.maps.MapsModel;

/** Going from map to map, in the order in which they are shown. */
final class MapsActions {
    private static final int END = Integer.MAX_VALUE / 2;

    private MapsActions() {}

    static void addTo(Actions actions, MapsModel maps) {
        add(actions, maps, "left", "Map to the left", "Left", model -> model.moveBy(-1));
        add(actions, maps, "right", "Map to the right", "Right", model -> model.moveBy(1));
        add(actions, maps, "up", "Map above", "Up", model -> model.moveByRows(-1));
        add(actions, maps, "down", "Map below", "Down", model -> model.moveByRows(1));
        add(actions, maps, "page-up", "A page of maps up", "Page Up", model -> model.moveByPages(-1));
        add(actions, maps, "page-down", "A page of maps down", "Page Down", model -> model.moveByPages(1));
        add(actions, maps, "first", "First map", "Home", model -> model.moveBy(-END));
        add(actions, maps, "last", "Last map", "End", model -> model.moveBy(END));
    }

    private static void add(
            Actions actions, MapsModel maps, String id, String name, String key, Consumer<MapsModel> deed) {
        Supplier<String> hindrance = () -> maps.displayProperty().get() == null ? "no maps are shown" : "";
        actions.add(Action.named("maps-" + id, name)
                .topic("Map to map")
                .keys(Scope.MAPS, key)
                .held(Held.MOVES)
                .unless(hindrance, maps.displayProperty())
                .does(() -> deed.accept(maps)));
    }
}
