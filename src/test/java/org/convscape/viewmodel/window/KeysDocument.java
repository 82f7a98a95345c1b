package org.convscape.viewmodel.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Menu;
import org.convscape.viewmodel.action.Scope;

/** Writes {@code docs/keys.md} from the list of actions. */
final class KeysDocument {
    private KeysDocument() {}

    static String of(Actions actions) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (Menu menu : Menu.values()) {
            sections.put("Menu " + menu.label(), new ArrayList<>());
        }
        for (Scope scope : Scope.values()) {
            sections.put(scope.heading(), new ArrayList<>());
        }
        for (Action action : actions.all()) {
            String heading = action.menu()
                    .map(menu -> "Menu " + menu.label())
                    .orElseGet(() -> action.keys().get(0).scope().heading());
            sections.get(heading).add("| " + action.name() + " | " + keys(action) + " | `" + action.id() + "` |");
        }
        StringBuilder text = new StringBuilder(
                """
                # Everything that can be done, with its keys

                Made from the list of actions in the program; a test holds the two equal. In the window, F1 shows the
                same list, and Ctrl+K finds an action by its name. The id is what a lesson calls an action by.
                """);
        sections.forEach((heading, rows) -> {
            if (!rows.isEmpty()) {
                text.append("\n## ").append(heading).append("\n\n| What | Keys | Id |\n|---|---|---|\n");
                rows.forEach(row -> text.append(row).append('\n'));
            }
        });
        return text.toString();
    }

    /** Keys of an action of a menu that are heard only in one place say so. */
    private static String keys(Action action) {
        Map<Scope, List<Action.Key>> byScope = action.keys().stream()
                .collect(Collectors.groupingBy(Action.Key::scope, LinkedHashMap::new, Collectors.toList()));
        return byScope.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                                .map(key -> key.shortcut().words())
                                .collect(Collectors.joining(", "))
                        + (action.menu().isPresent() && entry.getKey() != Scope.WINDOW
                                ? " (" + entry.getKey().heading().toLowerCase(java.util.Locale.ROOT) + ")"
                                : ""))
                .collect(Collectors.joining(", "));
    }
}
