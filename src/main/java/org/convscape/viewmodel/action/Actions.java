package org.convscape.viewmodel.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All actions of a window by their ids. What is asked for and cannot be done is refused with a sentence, never a
 * failure.
 */
public final class Actions {
    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final Consumer<String> refusals;

    /**
     * No action yet.
     *
     * @param refusals is told why an action was not done, as a sentence
     */
    public Actions(Consumer<String> refusals) {
        this.refusals = refusals;
    }

    /**
     * Adds actions.
     *
     * @throws IllegalArgumentException for an id that another one has
     */
    public void add(Action... added) {
        for (Action action : added) {
            if (byId.putIfAbsent(action.id(), action) != null) {
                throw new IllegalArgumentException("Two actions have the id " + action.id());
            }
        }
    }

    /** All of them, in the order they were added. */
    public Collection<Action> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The action with an id. */
    public Optional<Action> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The action with an id, for what is built around it.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Action require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(unknown(id)));
    }

    private static String unknown(String id) {
        return "Expected the id of an action, such as undo or page-cost, but found “" + id + "”, which is none";
    }

    /**
     * Does what an id stands for; why it cannot be done is also told to the window.
     *
     * @return the reason it was not done, as a sentence; empty where it was
     */
    public Optional<String> perform(String id) {
        Action action = byId.get(id);
        Optional<String> refusal = action == null ? Optional.of(unknown(id)) : action.perform();
        refusal.filter(sentence -> action == null || action.held() != Action.Held.MOVES)
                .ifPresent(refusals);
        return refusal;
    }

    /** The groups of a menu, in their order. */
    public List<List<Action>> groups(Menu menu) {
        Map<Integer, List<Action>> groups = new TreeMap<>();
        byId.values().stream()
                .filter(action -> action.menu().filter(menu::equals).isPresent())
                .forEach(action -> groups.computeIfAbsent(action.group(), group -> new ArrayList<>())
                        .add(action));
        return List.copyOf(groups.values());
    }

    /** The action that a key does where the keyboard is in a certain place. */
    public Optional<Action> heard(Scope scope, Predicate<Shortcut> pressed) {
        return byId.values().stream()
                .filter(action -> !action.ofControl())
                .filter(action ->
                        action.keys().stream().anyMatch(key -> key.scope() == scope && pressed.test(key.shortcut())))
                .findFirst();
    }
}
