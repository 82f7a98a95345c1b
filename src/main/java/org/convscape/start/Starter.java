package org.convscape.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The process that a person has started: starts the one that has the window, and is, to everybody outside, that one.
 * Input and output are shared, a signal to end is passed on, and the status is passed back.
 */
public final class Starter {
    /** How long a window may take to close after a signal; then it is ended. */
    private static final int SECONDS_TO_CLOSE = 20;

    private Starter() {}

    /**
     * Starts the program once more, with an archive of its classes and with flags that make it quick, and waits for its
     * end.
     *
     * @param main the class to start
     * @param folder where archives are kept
     * @param arguments what was said to the program
     * @return the status of the program; empty where this process has to do the work itself: because it is the started
     *     one, because flags were given that it must not change, or because the other did not come up
     */
    public static OptionalInt again(Class<?> main, Path folder, String... arguments) {
        if (Started.isThis() || "here".equals(System.getProperty("convscape.start")) || !isKnownJvm()) {
            return OptionalInt.empty();
        }
        Invocation invocation = Invocation.ofThisProcess(main.getName(), arguments);
        return invocation.leavesFlagsOpen() ? again(invocation, Archive.of(folder, invocation)) : OptionalInt.empty();
    }

    private static boolean isKnownJvm() {
        String name = System.getProperty("java.vm.name", "");
        return name.contains("HotSpot") || name.contains("OpenJDK");
    }

    static OptionalInt again(Invocation invocation, Archive archive) {
        long process = ProcessHandle.current().pid();
        String number = Long.toString(process);
        // There until the other process says by deleting it that its JVM is up.
        Path waiting = Path.of(
                System.getProperty("java.io.tmpdir"),
                "convscape-".concat(number).concat(".starting"));
        List<String> flags =
                new ArrayList<>(Invocation.quickFlags(Runtime.version().feature()));
        flags.addAll(invocation.roomyFlags(Runtime.getRuntime().maxMemory()));
        flags.addAll(archive.flags(process));
        flags.add(Started.said(Started.STARTER, number));
        flags.add(Started.said(Started.WAITING, waiting.toString()));
        try {
            Files.deleteIfExists(waiting);
            Files.createFile(waiting);
            Process started =
                    new ProcessBuilder(invocation.with(flags)).inheritIO().start();
            OptionalInt status = status(started, waiting);
            if (status.isEmpty()) {
                archive.refuse();
            }
            return status;
        } catch (IOException e) {
            // No place to wait in, or no second process: then it is done here, only slower.
            return OptionalInt.empty();
        } finally {
            waiting.toFile().delete();
        }
    }

    private static OptionalInt status(Process started, Path waiting) {
        Thread passing = new Thread(() -> end(started), "convscape-passing");
        Runtime.getRuntime().addShutdownHook(passing);
        while (true) {
            try {
                int status = started.waitFor();
                if (!waiting.toFile().exists()) {
                    return OptionalInt.of(status);
                }
                Runtime.getRuntime().removeShutdownHook(passing);
                return OptionalInt.empty();
            } catch (InterruptedException e) {
                // Nobody interrupts the only thread; the wait goes on.
                continue;
            } catch (IllegalStateException endingAlready) {
                return OptionalInt.of(started.exitValue());
            }
        }
    }

    private static void end(Process started) {
        started.destroy();
        try {
            if (!started.waitFor(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                started.destroyForcibly();
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
        }
    }
}
