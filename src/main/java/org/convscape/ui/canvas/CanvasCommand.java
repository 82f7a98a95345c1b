package org.convscape.ui.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.convscape.document.Edit;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Link;
import org.convscape.scene.Explanation;
import org.convscape.ui.control.ShownKeys;
import org.convscape.viewmodel.canvas.CanvasModel;

/** Everything that can be done with a canvas and what is selected on it, said once for keys, menus and the sheet of keys. */
public enum CanvasCommand {
    DELETE("Delete", CanvasCommand::somethingSelected, canvas -> canvas.model().delete(), "Delete", "Backspace"),
    DUPLICATE(
            "Duplicate", CanvasCommand::cardsSelected, canvas -> canvas.model().duplicate(), "Shortcut+D"),
    SELECT_ALL("Select all", CanvasCommand::always, canvas -> canvas.model().selectAll(), "Shortcut+A"),
    RENAME("Rename", CanvasCommand::oneSelected, CanvasView::renameSelected, "F2"),
    CONNECT(
            "Connect with…",
            CanvasCommand::oneSelected,
            canvas -> canvas.keyboard().connect(),
            "C"),
    DISCONNECT("Disconnect", canvas -> !links(canvas).isEmpty(), canvas -> canvas.model()
            .connecting()
            .disconnect(links(canvas))),
    TOGGLE(
            "Open or close the block",
            CanvasCommand::blockSelected,
            canvas -> canvas.model().workspace().selected().ifPresent(canvas::toggle),
            "Enter") {
        @Override
        public String label(CanvasView canvas) {
            return blockSelected(canvas) ? (closed(canvas) ? "Open the block" : "Close the block") : label();
        }
    },
    ARRANGE(
            "Arrange automatically",
            CanvasCommand::always,
            canvas -> canvas.model().workspace().apply(new Edit.ArrangeAutomatically()),
            "Shortcut+R"),
    APART(
            "Every layer on its own card",
            CanvasCommand::always,
            canvas -> canvas.model()
                    .joinedProperty()
                    .set(!canvas.model().joinedProperty().get()),
            "Shortcut+J"),
    COUNT(
            "Where its count comes from",
            CanvasCommand::oneSelected,
            canvas -> canvas.explainSelected(Explanation.Quantity.COUNT),
            "M"),
    PARAMETERS(
            "Where its parameters come from",
            CanvasCommand::oneSelected,
            canvas -> canvas.explainSelected(Explanation.Quantity.PARAMETERS),
            "P"),
    FIT("Show everything", CanvasCommand::always, CanvasView::fit, "F", "Shortcut+0"),
    FULL_SIZE(
            "Full size",
            CanvasCommand::always,
            canvas -> canvas.zoom(1 / canvas.viewport().scale()),
            "Z",
            "Shortcut+9"),
    LARGER("Larger", CanvasCommand::always, canvas -> canvas.zoom(CanvasView.ZOOM_STEP), "Plus", "Add", "Equals"),
    SMALLER("Smaller", CanvasCommand::always, canvas -> canvas.zoom(1 / CanvasView.ZOOM_STEP), "Minus", "Subtract");

    private final String label;
    private final Predicate<CanvasView> possible;
    private final Consumer<CanvasView> action;
    private final List<KeyCombination> keys;

    CanvasCommand(String label, Predicate<CanvasView> possible, Consumer<CanvasView> action, String... keys) {
        this.label = label;
        this.possible = possible;
        this.action = action;
        this.keys = Arrays.stream(keys).map(CanvasCommand::key).toList();
    }

    /** Names of keys as {@link KeyCode} has them; {@link KeyCombination#valueOf} knows only some. */
    private static KeyCombination key(String name) {
        if (name.startsWith("Shortcut+")) {
            return KeyCombination.valueOf(name);
        }
        String code = "Backspace".equals(name) ? "BACK_SPACE" : name.toUpperCase(Locale.ROOT);
        return name.length() > 1 && !name.startsWith("F")
                ? new KeyCodeCombination(KeyCode.valueOf(code), KeyCombination.SHIFT_ANY)
                : new KeyCodeCombination(KeyCode.valueOf(code));
    }

    /** For the ids of menu items and buttons. */
    public String id() {
        return "canvas-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a menu shows it. */
    public String label() {
        return label;
    }

    /** As a menu shows it for what is selected just now. */
    public String label(CanvasView canvas) {
        return label;
    }

    /** The keys that do it while the canvas has the keyboard, the first of which is shown; may be none. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** Label and keys: what a hint says. */
    String hint() {
        return label + keys.stream().map(ShownKeys::words).collect(Collectors.joining(", ", " (", ")"));
    }

    /** Whether a key that was pressed means this. */
    boolean means(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** Whether it can be done with what is selected. */
    public boolean possible(CanvasView canvas) {
        return possible.test(canvas);
    }

    /** Does it, if it can be done. */
    public void run(CanvasView canvas) {
        if (possible(canvas)) {
            action.accept(canvas);
        }
    }

    /** The connections of what is selected. */
    private static Set<Link> links(CanvasView canvas) {
        Set<String> selection = canvas.model().workspace().selection();
        return canvas.model().scene().view().links().stream()
                .filter(link -> selection.contains(link.from()) || selection.contains(link.to()))
                .collect(Collectors.toSet());
    }

    private static boolean always(CanvasView canvas) {
        return true;
    }

    private static boolean cardsSelected(CanvasView canvas) {
        return !canvas.model().workspace().selection().isEmpty();
    }

    private static boolean somethingSelected(CanvasView canvas) {
        return cardsSelected(canvas)
                || !canvas.model().selectedLinksProperty().get().isEmpty();
    }

    private static boolean oneSelected(CanvasView canvas) {
        return canvas.model().workspace().selected().isPresent();
    }

    private static boolean blockSelected(CanvasView canvas) {
        CanvasModel model = canvas.model();
        return model.workspace().selected().filter(model::isGroup).isPresent();
    }

    private static boolean closed(CanvasView canvas) {
        return canvas.model()
                .workspace()
                .selected()
                .filter(path -> canvas.model()
                        .workspace()
                        .document()
                        .layout()
                        .collapsed()
                        .contains(new GroupPath(path)))
                .isPresent();
    }
}
