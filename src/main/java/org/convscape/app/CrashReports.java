package org.convscape.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.convscape.io.CrashReport;

/**
 * What happens to a failure that nothing has foreseen: the details go to a log file, the person gets one sentence, and
 * the window goes on.
 */
final class CrashReports implements Thread.UncaughtExceptionHandler {
    private static final long MOST_BYTES = 1_000_000;

    private final Path log;
    private volatile Consumer<String> teller = System.err::println;

    /** Writes details to {@code errors.log} in this folder. */
    CrashReports(Path folder) {
        this.log = folder.resolve("errors.log");
    }

    /** From now on sentences go there. */
    void tell(Consumer<String> person) {
        teller = person;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        String place = write(thread, failure) ? "; the details are in " + log : "";
        teller.accept((failure instanceof OutOfMemoryError
                        ? "There is not enough memory for this; close a tab or choose a smaller input"
                        : "Something went wrong inside the program, and the last action may not be complete")
                + place);
    }

    private boolean write(Thread thread, Throwable failure) {
        String text = CrashReport.text(failure, thread) + "\n";
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > MOST_BYTES) {
                Files.delete(log);
            }
            Files.writeString(log, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            // Without a log there is still the sentence; standard error is the last place for the details.
            System.err.print(text);
            return false;
        }
    }
}
