package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens for what is logged as a warning or worse, by whatever library: a clean run has none. */
final class Warnings extends Handler implements AutoCloseable {
    private final List<String> heard = new ArrayList<>();

    /** Begins to listen. */
    static Warnings listening() {
        Warnings warnings = new Warnings();
        warnings.setLevel(Level.WARNING);
        warnings.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(warnings);
        return warnings;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            heard.add(entry.getLoggerName() + " warns: " + getFormatter().formatMessage(entry));
        }
    }

    /** What has been heard since this was last asked. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    @Override
    public void flush() {}

    /** Stops listening. */
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
