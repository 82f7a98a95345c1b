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
        String step = "Map to map";
        String page = "Page to page";
        String end = "First and last map";
        add(actions, maps, step, "left", "Map to the left", "Left", model -> model.moveBy(-1));
        add(actions, maps, step, "right", "Map to the right", "Right", model -> model.moveBy(1));
        add(actions, maps, step, "up", "Map above", "Up", model -> model.moveByRows(-1));
        add(actions, maps, step, "down", "Map below", "Down", model -> model.moveByRows(1));
        add(actions, maps, page, "page-up", "A page of maps up", "Page Up", model -> model.moveByPages(-1));
        add(actions, maps, page, "page-down", "A page of maps down", "Page Down", model -> model.moveByPages(1));
        add(actions, maps, end, "first", "First map", "Home", model -> model.moveBy(-END));
        add(actions, maps, end, "last", "Last map", "End", model -> model.moveBy(END));
    }

    private static void add(
            Actions actions,
            MapsModel maps,
            String topic,
            String id,
            String name,
            String key,
            Consumer<MapsModel> deed) {
        Supplier<String> hindrance = () -> maps.displayProperty().get() == null ? "no maps are shown" : "";
        actions.add(Action.named("maps-" + id, name)
                .topic(topic)
                .keys(Scope.MAPS, key)
                .held(Held.MOVES)
                .unless(hindrance, maps.displayProperty())
                .does(() -> deed.accept(maps)));
    }
}
