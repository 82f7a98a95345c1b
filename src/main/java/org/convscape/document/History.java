package org.convscape.document;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.convscape.graph.GroupPath;

/**
 * A document with its past and its undone future, as snapshots. Documents share what did not change, so a snapshot
 * costs little more than the change.
 */
public final class History {
    private static final int LIMIT = 500;

    private record Step(Document before, String label, String mergeKey) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private Document present;

    /** Begins with a document that nothing has happened to. */
    public History(Document document) {
        present = document;
    }

    /** The document as it is now. */
    public Document present() {
        return present;
    }

    /**
     * Makes a change. Consecutive changes with the same merge key become one step. What changes nothing is no step, and
     * neither are changes that together lead back to where they began.
     *
     * @throws EditRefused when it cannot be made; then nothing has changed
     */
    public Document apply(Edit edit) {
        Document after = edit.apply(present);
        if (after.sameWork(present)) {
            return present;
        }
        boolean merges = !edit.mergeKey().isEmpty()
                && !past.isEmpty()
                && future.isEmpty()
                && past.peek().mergeKey().equals(edit.mergeKey());
        if (!merges) {
            past.push(new Step(present, edit.label(), edit.mergeKey()));
            if (past.size() > LIMIT) {
                past.removeLast();
            }
        }
        future.clear();
        present = after;
        if (merges && past.peek().before().sameWork(present)) {
            past.pop();
            // Whoever takes the run back that has just ended by itself must not take back the step before it.
            seal();
        }
        return present;
    }

    /**
     * Draws groups as one card each, or opens them. That is a way of looking and no change: there is nothing to take
     * back, and what was undone can still be made again.
     */
    public Document collapse(Collection<GroupPath> groups, boolean collapsed) {
        present = present.with(present.layout().collapsed(groups, collapsed));
        return present;
    }

    /** Puts another document in the place of this one, as one change. */
    public Document replace(Document other, String label) {
        if (other.sameWork(present)) {
            return present;
        }
        past.push(new Step(present, label, ""));
        if (past.size() > LIMIT) {
            past.removeLast();
        }
        future.clear();
        present = other;
        return present;
    }

    /** Ends a run of changes that merge: the next one is a step of its own. */
    public void seal() {
        if (!past.isEmpty() && !past.peek().mergeKey().isEmpty()) {
            Step last = past.pop();
            past.push(new Step(last.before(), last.label(), ""));
        }
    }

    /**
     * Takes a run of changes that has not ended back, as if it had never begun; after the end of one nothing happens.
     */
    public Document abandon() {
        if (!past.isEmpty() && !past.peek().mergeKey().isEmpty()) {
            present = past.pop().before().seenAs(present);
        }
        return present;
    }

    /** What undo would take back. */
    public Optional<String> undoLabel() {
        return Optional.ofNullable(past.peek()).map(Step::label);
    }

    /** What redo would do again. */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(future.peek()).map(Step::label);
    }

    /** Takes the last step back; without one, nothing happens. */
    public Document undo() {
        if (!past.isEmpty()) {
            Step step = past.pop();
            future.push(new Step(present, step.label(), ""));
            present = step.before().seenAs(present);
        }
        return present;
    }

    /** Does the last undone step again; without one, nothing happens. */
    public Document redo() {
        if (!future.isEmpty()) {
            Step step = future.pop();
            past.push(new Step(present, step.label(), ""));
            present = step.before().seenAs(present);
        }
        return present;
    }
}
