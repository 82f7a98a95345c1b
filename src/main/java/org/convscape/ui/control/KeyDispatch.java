package org.convscape.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;

/** Has keys do what the list of actions says. */
public final class KeyDispatch {
    private KeyDispatch() {}

    /** The keys of the window, heard before anything in it hears them. */
    public static void everywhere(Node root, Actions actions) {
        watch(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, root, actions, List.of(Scope.WINDOW)));
    }

    /** The keys of a place, heard while the keyboard is on a control and the control itself has no use for them. */
    public static void on(Node control, Actions actions, Scope scope) {
        on(control, actions, () -> List.of(scope));
    }

    /** The same for a control whose keys change their meaning: the first place that knows a key counts. */
    public static void on(Node control, Actions actions, Supplier<List<Scope>> scopes) {
        watch(control);
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(event, control, actions, scopes.get()));
    }

    private static void watch(Node node) {
        node.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                HeldKeys.of(scene);
            }
        });
    }

    private static void press(KeyEvent event, Node node, Actions actions, List<Scope> scopes) {
        if (event.isConsumed()) {
            return;
        }
        for (Scope scope : scopes) {
            Optional<Action> heard = actions.heard(scope, shortcut -> KeyPress.is(shortcut, event));
            if (heard.isPresent()) {
                perform(event, HeldKeys.of(node.getScene()).repeated(), actions, heard.get());
                return;
            }
        }
    }

    private static void perform(KeyEvent event, boolean repeated, Actions actions, Action action) {
        if (repeated && action.held() == Action.Held.ONCE) {
            event.consume();
            return;
        }
        boolean done = actions.perform(action.id()).isEmpty();
        if (done || action.held() != Action.Held.MOVES) {
            event.consume();
        }
    }
}
