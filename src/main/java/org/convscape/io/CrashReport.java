package org.convscape.io;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;

/** What a developer needs of a fault of the program, kept in a file so that the user is not shown it. */
public final class CrashReport {
    private CrashReport() {}

    /** Writes a report and gives the sentence that says where it is. */
    public static String write(Throwable failure) {
        String start =
                "The program met a fault of its own (" + failure.getClass().getSimpleName() + "); ";
        try {
            Path file = PathText.of(System.getProperty("java.io.tmpdir"))
                    .resolve("convscape-crash-" + Instant.now().toEpochMilli() + ".txt");
            WholeFile.write(file, text(failure, Thread.currentThread()));
            return start + "a report was written to " + file;
        } catch (FileFailure e) {
            return start + "no report could be written: " + e.getMessage();
        }
    }

    /** What happened, where, when, and in which version of everything. */
    public static String text(Throwable failure, Thread thread) {
        StringWriter text = new StringWriter();
        PrintWriter print = new PrintWriter(text);
        print.println("Convscape " + CrashReport.class.getPackage().getImplementationVersion());
        print.println(Instant.now() + " on " + thread.getName());
        print.println(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        print.println(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        print.println();
        failure.printStackTrace(print);
        print.flush();
        return text.toString();
    }
}
