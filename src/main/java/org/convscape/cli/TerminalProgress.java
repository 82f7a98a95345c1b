package org.convscape.cli;

import java.io.PrintWriter;
import org.convscape.task.Progress;

/** How far a run has come, on one line of a terminal that is written over; silent where nobody looks. */
final class TerminalProgress implements Progress {
    private static final long PAUSE_NANOSECONDS = 200_000_000;
    private static final int WIDTH = 70;

    private final PrintWriter err;
    private long last = System.nanoTime();
    private boolean written;

    private TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    /** Shows progress where a person sits before the terminal. */
    static Progress on(PrintWriter err) {
        return System.console() == null ? NONE : new TerminalProgress(err);
    }

    @Override
    public void report(long done, long total, String message) {
        long now = System.nanoTime();
        boolean end = done >= total;
        if (end ? written : now - last > PAUSE_NANOSECONDS) {
            String line = end ? "" : done + " of " + total + ": " + Failures.oneLine(message);
            String shown = line.length() <= WIDTH ? line : line.substring(0, WIDTH);
            err.print("\r" + shown + " ".repeat(WIDTH - shown.length()) + "\r");
            err.flush();
            last = now;
            written = !end;
        }
    }
}
