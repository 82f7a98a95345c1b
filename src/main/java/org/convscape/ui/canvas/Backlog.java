package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What is still to be written on cards and lines. One edit can change what hundreds of them say, and each that says
 * something else is styled and laid out anew; so a few are written at once, in the order of the network, and the rest in
 * the frames that follow.
 */
final class Backlog {
    /** How many the edit itself pays for. */
    static final int AT_ONCE = 12;
    /** How many each later frame pays for, which has nothing else to do. */
    static final int PER_FRAME = 24;

    private final Runnable done;
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(this, "behind");
    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();
    private int allowed;

    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            work(PER_FRAME);
        }
    };

    /** A backlog that says when it has been worked off. */
    Backlog(Runnable done) {
        this.done = done;
    }

    /** Begins with another scene: what waited for the last one is out of date. */
    void begin() {
        waiting.clear();
        allowed = AT_ONCE;
    }

    /** Writes now what is urgent or what there is room for, and the rest later; what waited for the same node is dropped. */
    void write(Object node, boolean urgent, Runnable writing) {
        waiting.remove(node);
        if (urgent || allowed > 0) {
            allowed--;
            writing.run();
        } else {
            waiting.put(node, writing);
        }
    }

    /** Nothing is to be written there: it says already what it should. */
    void drop(Object node) {
        waiting.remove(node);
    }

    /** Sees to it that what waits is written. */
    void end() {
        behind.set(!waiting.isEmpty());
        if (behind.get()) {
            frames.start();
        } else {
            frames.stop();
        }
    }

    private void work(int most) {
        List<Runnable> now = new ArrayList<>(most);
        Iterator<Runnable> all = waiting.values().iterator();
        while (now.size() < most && all.hasNext()) {
            now.add(all.next());
            all.remove();
        }
        now.forEach(Runnable::run);
        end();
        if (!behind.get()) {
            done.run();
        }
    }

    /** True while something waits. */
    ReadOnlyBooleanProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }
}
