package org.convscape.viewmodel.window;

import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;

/**
 * The keys that one control hears by itself while it has the keyboard: they move in what it shows, or take and give up
 * what is typed in it. They stand in the list so that they are explained with the others; there is nothing to do
 * without the control.
 */
final class ControlKeys {
    private ControlKeys() {}

    static void addTo(Actions actions) {
        key(actions, Scope.CANVAS, "canvas-pan", "Move the view", "", "Space+Drag");
        key(actions, Scope.CANVAS, "canvas-zoom", "Enlarge at the pointer", "", "Ctrl+Scroll");
        arrow(actions, "left", "Left", "to the left");
        arrow(actions, "right", "Right", "to the right");
        arrow(actions, "up", "Up", "up");
        arrow(actions, "down", "Down", "down");
        key(actions, Scope.COSTS, "costs-count", "Where its count comes from", "", "Enter");
        key(actions, Scope.COSTS, "costs-parameters", "Where its parameters come from", "", "Shift+Enter");
        key(actions, Scope.PROBLEMS, "problems-go", "Go to the layer", "", "Enter");
        key(actions, Scope.FIGURE, "figure-explain", "Where the figure comes from", "", "Enter", "Space");
        key(actions, Scope.FIGURE, "figure-close", "Close what has opened", "", "Escape");
        key(actions, Scope.PALETTE_SEARCH, "search-take", "Take what fits best", "", "Enter");
        key(actions, Scope.PALETTE_SEARCH, "search-list", "Go to what was found", "", "Down");
        key(actions, Scope.PALETTE_SEARCH, "search-clear", "Search for nothing", "", "Escape");
        key(actions, Scope.PALETTE, "palette-take", "Take it, or open and close a heading", "", "Enter", "Space");
        key(actions, Scope.PALETTE, "palette-open", "Open a heading", "", "Right");
        key(actions, Scope.PALETTE, "palette-close", "Close a heading", "", "Left");
        key(actions, Scope.FINDER, "finder-up", "Up in what was found", "Through what was found", "Up", "Page Up");
        key(
                actions,
                Scope.FINDER,
                "finder-down",
                "Down in what was found",
                "Through what was found",
                "Down",
                "Page Down");
        key(actions, Scope.FINDER, "finder-choose", "Choose it", "", "Enter");
        key(actions, Scope.FINDER, "finder-close", "Close the search", "", "Escape");
        key(actions, Scope.SHEET, "sheet-close", "Close the sheet", "", "Escape");
        key(actions, Scope.FIELD, "field-up", "One more", "One more, one less", "Up");
        key(actions, Scope.FIELD, "field-down", "One less", "One more, one less", "Down");
        key(actions, Scope.FIELD, "field-double", "Twice as much", "Twice, half as much", "Page Up");
        key(actions, Scope.FIELD, "field-halve", "Half as much", "Twice, half as much", "Page Down");
        key(actions, Scope.FIELD, "field-take", "Take it", "", "Enter");
        key(actions, Scope.FIELD, "field-revert", "The value before", "", "Escape");
        key(actions, Scope.NAME, "name-take", "Take the name", "", "Enter");
        key(actions, Scope.NAME, "name-revert", "Leave the name as it was", "", "Escape");
    }

    private static void arrow(Actions actions, String id, String key, String where) {
        key(actions, Scope.LOUPE, "loupe-" + id, "One value " + where, "Value to value", key);
        key(actions, Scope.PLANE, "plane-" + id, "Move the pin " + where, "Move the pin", key);
    }

    private static void key(Actions actions, Scope scope, String id, String name, String topic, String... shortcuts) {
        actions.add(Action.named(id, name).topic(topic).keys(scope, shortcuts).doneBy(scope));
    }
}
