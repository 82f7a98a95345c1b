package org.convscape.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what the window opens with as files. */
@Command(
        description = "Writes what the window opens with as files: canvas, maps, costs, and an index to them.",
        mixinStandardHelpOptions = true)
final class TourCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "convscape-tour",
            description = "the folder to write to (default: ${DEFAULT-VALUE})")
    private Path folder;

    TourCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Path index = new Tour(session, folder).write();
        spec.commandLine().getOut().println("The tour was written; it begins at " + index);
    }
}
