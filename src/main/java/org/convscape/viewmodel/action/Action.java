package org.convscape.viewmodel.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** Something that can be done in a window: what it is called, which keys do it, when it is possible, and doing it. */
public final class Action {

    /** What a key does that stays down. */
    public enum Held {
        /** The key has to be let go of before it is heard again: for what opens, switches or takes away. */
        ONCE,
        /** The key goes on: undo, zoom. */
        AGAIN,
        /** The key goes on, and where there is nowhere to go, nothing is said and others may hear it. */
        MOVES
    }

    /** A shortcut where it is heard. */
    public record Key(Scope scope, Shortcut shortcut) {}

    private final Builder made;
    private final ObservableValue<String> reason;
    private final ObservableValue<Boolean> possible;

    private Action(Builder made) {
        this.made = made;
        this.reason = Bindings.createStringBinding(this::findReason, made.changing);
        this.possible = reason.map(String::isEmpty);
    }

    /**
     * Reads all that the reason depends on: what is derived from other values tells of its next change only once read.
     */
    private String findReason() {
        for (Observable changing : made.changing) {
            if (changing instanceof ObservableValue<?> value) {
                value.getValue();
            }
        }
        return made.hindrance.get();
    }

    /**
     * Begins an action.
     *
     * @param id known to menus, lessons and tests: small letters and hyphens; never changed
     * @param name as a menu shows it
     */
    public static Builder named(String id, String name) {
        return new Builder(id, name);
    }

    /** Known to menus, lessons and tests. */
    public String id() {
        return made.id;
    }

    /** As a menu shows it. */
    public String name() {
        return made.name;
    }

    /** As a menu shows it for what is selected just now. */
    public String nameNow() {
        return made.nameNow.get();
    }

    /** The menu it stands in; empty where it stands in none. */
    public Optional<Menu> menu() {
        return Optional.ofNullable(made.menu);
    }

    /** Its group in that menu, from 0. */
    public int group() {
        return made.group;
    }

    /** The keys that do it, the first of which is shown; may be none. */
    public List<Key> keys() {
        return List.copyOf(made.keys);
    }

    /** The shortcut that menus show. */
    public Optional<Shortcut> shortcut() {
        return made.keys.stream().findFirst().map(Key::shortcut);
    }

    /** What its key does that stays down. */
    public Held held() {
        return made.held;
    }

    /** What it and those beside it do together, for the sheet of keys; its name where it stands alone. */
    public String topic() {
        return made.topic.isEmpty() ? made.name : made.topic;
    }

    /** Why it is not possible now, in words that go on from "…: "; empty where it is. */
    public ObservableValue<String> reason() {
        return reason;
    }

    /** Whether it is possible now. */
    public ObservableValue<Boolean> possible() {
        return possible;
    }

    /** Changing words behind the name, such as what undo would take back; may be empty. */
    public ObservableValue<String> detail() {
        return made.detail;
    }

    /** Whether it is on; empty for what is done rather than switched. */
    public Optional<ObservableValue<Boolean>> checked() {
        return Optional.ofNullable(made.checked);
    }

    /** True for a key that only the control hears which has the keyboard: there is nothing to do without it. */
    public boolean ofControl() {
        return made.deed == null;
    }

    /** Name and detail: what a menu shows. */
    public String text() {
        String more = detail().getValue();
        return name() + (more == null || more.isEmpty() ? "" : ": " + more);
    }

    /** Name, detail and shortcut: what a hint says. */
    public String hint() {
        return text() + shortcut().map(keys -> "  (" + keys.words() + ")").orElse("");
    }

    /**
     * Does it, if it is possible.
     *
     * @return why it was not done, as a sentence; empty where it was
     */
    public Optional<String> perform() {
        // Asked anew: what nobody listens to may not have heard of the last change.
        String hindrance = made.hindrance.get();
        if (!hindrance.isEmpty()) {
            return Optional.of(name().replace("…", "") + " is not possible now: " + hindrance);
        }
        made.deed.run();
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Says of an action what there is to say, and ends with what it does. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final List<Key> keys = new ArrayList<>();
        private Supplier<String> nameNow;
        private Menu menu;
        private int group;
        private String topic = "";
        private Held held = Held.ONCE;
        private Supplier<String> hindrance = () -> "";
        private Observable[] changing = {};
        // One of its own for each action: a shared one would hold on to all windows that listen.
        private ObservableValue<String> detail = new ReadOnlyStringWrapper("").getReadOnlyProperty();
        private ObservableValue<Boolean> checked;
        private Runnable deed;

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
            this.nameNow = () -> name;
        }

        /** Stands in a menu, in one of its groups from 0. */
        public Builder in(Menu where, int part) {
            menu = where;
            group = part;
            return this;
        }

        /** Is done by these keys, wherever the keyboard is. */
        public Builder keys(String... shortcuts) {
            return keys(Scope.WINDOW, shortcuts);
        }

        /** Is done by these keys where the keyboard is in a certain place. */
        public Builder keys(Scope scope, String... shortcuts) {
            for (String shortcut : shortcuts) {
                keys.add(new Key(scope, Shortcut.of(shortcut)));
            }
            return this;
        }

        /** What a key does that stays down; {@link Held#ONCE} where nothing is said. */
        public Builder held(Held what) {
            held = what;
            return this;
        }

        /** Belongs on the sheet of keys to those beside it that say the same. */
        public Builder topic(String together) {
            topic = together;
            return this;
        }

        /**
         * Is not possible for a reason.
         *
         * @param why it is not possible now; empty where it is
         * @param changes what the reason depends on
         */
        public Builder unless(Supplier<String> why, Observable... changes) {
            hindrance = why;
            changing = changes.clone();
            return this;
        }

        /** Shows changing words behind its name. */
        public Builder saying(ObservableValue<String> words) {
            detail = words;
            return this;
        }

        /** Is called otherwise now and then, depending on what is selected. */
        public Builder called(Supplier<String> now) {
            nameNow = now;
            return this;
        }

        /** Switches something that is on or off. */
        public Builder checkedBy(ObservableValue<Boolean> state) {
            checked = state;
            return this;
        }

        /** Ends with what it does. */
        public Action does(Runnable what) {
            deed = what;
            return new Action(this);
        }

        /** Ends as a key that only the control hears which has the keyboard. */
        public Action doneBy(Scope scope) {
            String why = "its key is heard only " + scope.where();
            hindrance = () -> why;
            return new Action(this);
        }
    }
}
