package org.convscape.cli;

import java.io.PrintWriter;
import org.convscape.figures.Sentence;
import org.convscape.task.Progress;

/** How far a run has come, on one line of a terminal that is written over; silent where nobody looks. */
final class TerminalProgress implements Progress {
    private static final long PAUSE_NANOSECONDS = 200_000_000;
    private static final int WIDTH = 70;

    private final PrintWriter err;
    private final long unit;
    private final String unitName;
    private long last = System.nanoTime();
    private boolean written;

    private TerminalProgress(PrintWriter err, long unit, String unitName) {
        this.err = err;
        this.unit = unit;
        this.unitName = unitName;
    }

    /** Shows progress in steps, where a person sits before the terminal. */
    static Progress ofSteps(PrintWriter err) {
        return System.console() == null ? NONE : new TerminalProgress(err, 1, "");
    }

    /** Shows progress in megabytes, where a person sits before the terminal. */
    static Progress ofBytes(PrintWriter err) {
        return System.console() == null ? NONE : new TerminalProgress(err, 1_000_000, " MB");
    }

    @Override
    public void report(long done, long total, String message) {
        long now = System.nanoTime();
        boolean end = done >= total;
        if (end ? written : now - last > PAUSE_NANOSECONDS) {
            String line = end ? "" : done / unit + " of " + total / unit + unitName + ": " + Sentence.line(message);
            String shown = line.length() <= WIDTH ? line : line.substring(0, WIDTH);
            err.print("\r" + shown + " ".repeat(WIDTH - shown.length()) + "\r");
            err.flush();
            last = now;
            written = !end;
        }
    }
}
