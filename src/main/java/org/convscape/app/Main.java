package org.convscape.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convscape.cli.Cli;
import org.convscape.cli.Session;

/** Starts the program. Does not extend {@code Application}, so that the class path suffices. */
public final class Main {
    private Main() {}

    /** Starts the window, or the command that is named. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Session session = Session.standard(() -> {
            throw new IllegalStateException("no engine yet");
        });
        System.exit(Cli.run(List.of(arguments), session, out, err));
    }
}
