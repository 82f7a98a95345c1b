package org.convscape.viewmodel.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All keys as they are listed for a person: by menu, then by the place where they are heard. */
public final class KeySheet {

    /** A line of the list: what is done, and the keys that do it. */
    public record Line(String what, String keys) {}

    /** Of the keys that do the same, as many as there is room for beside what they do. */
    private static final int MOST = 2;

    private static final Set<String> ARROWS = Set.of("Left", "Right", "Up", "Down");

    private KeySheet() {}

    /**
     * The lines under their headings, in order. What several keys do together is one line, and of those that do the
     * same two stand there.
     */
    public static Map<String, List<Line>> of(Actions actions) {
        Map<String, Map<String, List<Shortcut>>> groups = new LinkedHashMap<>();
        for (Menu menu : Menu.values()) {
            groups.put(menu.label(), new LinkedHashMap<>());
        }
        for (Scope scope : Scope.values()) {
            groups.put(scope.heading(), new LinkedHashMap<>());
        }
        for (Action action : actions.all()) {
            for (Action.Key key : action.keys().stream().limit(MOST).toList()) {
                String heading =
                        action.menu().map(Menu::label).orElse(key.scope().heading());
                groups.get(heading)
                        .computeIfAbsent(action.topic(), topic -> new ArrayList<>())
                        .add(key.shortcut());
            }
        }
        Map<String, List<Line>> sheet = new LinkedHashMap<>();
        groups.forEach((heading, topics) -> {
            if (!topics.isEmpty()) {
                sheet.put(
                        heading,
                        topics.entrySet().stream()
                                .map(topic -> new Line(topic.getKey(), words(topic.getValue())))
                                .toList());
            }
        });
        return sheet;
    }

    /** All four arrows are said in one word. */
    private static String words(List<Shortcut> shortcuts) {
        Set<String> words = new LinkedHashSet<>();
        for (Shortcut shortcut : shortcuts) {
            Set<String> beside = shortcuts.stream()
                    .filter(other -> other.held().equals(shortcut.held()))
                    .map(Shortcut::key)
                    .collect(Collectors.toSet());
            boolean arrows = ARROWS.contains(shortcut.key()) && beside.containsAll(ARROWS);
            words.add(arrows ? shortcut.held() + "Arrows" : shortcut.words());
        }
        return String.join(", ", words);
    }
}
