package org.convscape.ui.canvas;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * What is still to be drawn: cards and lines that are new, or say something else. One edit can change hundreds of them,
 * and each has to be styled and laid out; so a few are drawn at once, in the order of the network, and the rest in the
 * frames that follow.
 */
final class Backlog {
    /** How many the edit itself pays for. */
    static final int AT_ONCE = 12;
    /** How many each later frame pays for, which has nothing else to do. */
    static final int PER_FRAME = 32;
    /**
     * What looking for them may take of a frame, styling and layout not counted; on a slow machine that ends it sooner.
     */
    private static final long NANOSECONDS = 4_000_000;

    private final Runnable done;
    private final Map<Object, BooleanSupplier> waiting = new LinkedHashMap<>();
    private int allowed;
    private long spent;

    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            work();
        }
    };

    /** A backlog that says when it has been worked off. */
    Backlog(Runnable done) {
        this.done = done;
    }

    /**
     * Begins with another scene or view: what waited for the last one is out of date.
     *
     * @return what that was
     */
    Set<Object> begin() {
        Set<Object> late = new HashSet<>(waiting.keySet());
        waiting.clear();
        allow(AT_ONCE);
        return late;
    }

    private void allow(int most) {
        allowed = most;
        spent = 0;
    }

    /**
     * Draws something now if it is urgent or there is room, and later otherwise.
     *
     * @param drawing says whether there was anything to draw
     */
    void draw(Object key, boolean urgent, BooleanSupplier drawing) {
        if (urgent || room()) {
            run(drawing);
        } else {
            waiting.put(key, drawing);
        }
    }

    private boolean room() {
        return allowed > 0 && spent < NANOSECONDS;
    }

    private void run(BooleanSupplier drawing) {
        long began = System.nanoTime();
        if (drawing.getAsBoolean()) {
            allowed--;
        }
        spent += System.nanoTime() - began;
    }

    /** Sees to it that what waits is drawn. */
    void end() {
        if (behind()) {
            frames.start();
        } else {
            frames.stop();
        }
    }

    private void work() {
        allow(PER_FRAME);
        Iterator<BooleanSupplier> all = waiting.values().iterator();
        while (all.hasNext() && room()) {
            BooleanSupplier next = all.next();
            all.remove();
            run(next);
        }
        end();
        if (!behind()) {
            done.run();
        }
    }

    /** True while something waits. */
    boolean behind() {
        return !waiting.isEmpty();
    }
}
