package org.convscape.task;

/** How far long work has come; called from the thread that does the work. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks. */
    Progress NONE = (done, total, message) -> {};

    /** {@code done} of {@code total} steps are finished; {@code message} names the one that begins. */
    void report(long done, long total, String message);
}
