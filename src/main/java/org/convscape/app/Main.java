package org.convscape.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.convscape.cli.Cli;
import org.convscape.cli.Session;
import org.convscape.engine.nd4j.Engines;
import org.convscape.exchange.Importers;
import org.convscape.session.Settings;
import org.convscape.start.Started;
import org.convscape.start.Starter;
import org.convscape.task.JobRunner;
import org.convscape.weights.published.WeightsFolder;

/** Starts the program. Does not extend {@code Application}, so that the class path suffices. */
public final class Main {
    private Main() {}

    /**
     * Carries out the command that is named; without one opens the window (with the documents that are named), or,
     * without a display, writes the tour.
     */
    public static void main(String[] arguments) {
        Started.up();
        // Before anything is loaded that only the window's process needs.
        if (opensWindow(arguments) && Display.isThere()) {
            OptionalInt status = Starter.again(Main.class, StateFolder.caches(), arguments);
            if (status.isPresent()) {
                System.exit(status.getAsInt());
            }
        }
        carryOut(arguments);
    }

    private static void carryOut(String... arguments) {
        // Pictures and charts are drawn in memory: a display that is named but not there must not matter to them.
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        // Past System.out, which swallows what goes wrong.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Session session = Session.standard(Engines::nd4j, Engines::nd4j).with(weightsFolder());
        if (!opensWindow(arguments)) {
            NativeMemory.limit();
            System.exit(Cli.run(List.of(arguments), session, out, err));
        }
        if (!Display.isThere() || !Window.open(arguments)) {
            Path folder = tourFolder();
            err.println(
                    (Display.isThere() ? "The window could not be opened" + Display.where() : "No display was found")
                            + "; writing the tour to " + folder.toAbsolutePath().normalize() + " instead");
            NativeMemory.limit();
            System.exit(Cli.run(List.of("tour", "--out", folder.toString()), session, out, err));
        }
    }

    /** The folder of published weights that was chosen in the window. */
    private static WeightsFolder weightsFolder() {
        try (Settings settings = new Settings(
                StateFolder.here().resolve("settings.json"), (wait, work) -> {}, JobRunner.calling(), sentence -> {})) {
            return WeightsFolder.chosen(settings.text(WeightsFolder.SETTING, ""));
        }
    }

    /** Without arguments, and with documents alone, as a double click on one gives them. */
    private static boolean opensWindow(String... arguments) {
        for (String argument : arguments) {
            if (!Importers.reads(argument)) {
                return false;
            }
        }
        return true;
    }

    /** Inside the project what is generated goes where builds put theirs. */
    private static Path tourFolder() {
        boolean project = Files.exists(Path.of("pom.xml")) && Files.isDirectory(Path.of("target"));
        return project ? Path.of("target", "tour") : Path.of("convscape-tour");
    }
}
