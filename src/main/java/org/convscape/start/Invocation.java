package org.convscape.start;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM was started, and how one is started that does the same sooner.
 *
 * @param options what was said to the JVM, without the class path
 * @param classPath where its classes are
 * @param main the class that is started
 * @param arguments what was said to the program
 */
record Invocation(List<String> options, List<Path> classPath, String main, List<String> arguments) {

    /** What a person may have said to the JVM without having said how it is to compile, collect or share classes. */
    private static final List<String> HARMLESS = List.of(
            "-D", "-Xmx", "-Xms", "-Xmn", "-Xss", "-ea", "-da", "--add-", "--enable-native-access", "--sun-misc");

    private static final String MODULES = "--module-path=";

    /** From this version on the JVM wants to be told that native code may be called. */
    private static final int ASKS = 24;

    /** A heap of which the room for new objects is a small part. */
    private static final long PLENTY = 3L << 30;

    Invocation {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    /** How this process was started. */
    static Invocation ofThisProcess(String main, String... arguments) {
        return of(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getProperty("java.class.path"),
                main,
                List.of(arguments));
    }

    /** Modules of the toolkit, as its plugin for Maven names them, go to the class path, where they can be archived. */
    static Invocation of(List<String> options, String path, String main, List<String> arguments) {
        List<String> kept = new ArrayList<>();
        List<Path> classPath = new ArrayList<>();
        for (String option : options) {
            if (option.startsWith(MODULES)) {
                add(option.substring(MODULES.length()), classPath);
            } else if (!option.startsWith("--add-modules=javafx.")) {
                kept.add(option);
            }
        }
        add(path, classPath);
        return new Invocation(kept, classPath, main, arguments);
    }

    private static void add(String path, List<Path> paths) {
        for (String entry : path.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry).toAbsolutePath().normalize());
            }
        }
    }

    /** Whether flags may be added: whoever has given some of their own gets those and no others. */
    boolean leavesFlagsOpen() {
        for (String option : options) {
            boolean harmless = false;
            for (String each : HARMLESS) {
                harmless |= option.startsWith(each);
            }
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    /** The files among the class path. Classes in folders cannot be archived. */
    List<Path> jars() {
        return existing(true);
    }

    /**
     * The same class path with the files first: what an archive was made of must be the beginning of what it is used
     * with.
     */
    String jarsFirst() {
        List<Path> all = new ArrayList<>(existing(true));
        all.addAll(existing(false));
        return joined(all);
    }

    private List<Path> existing(boolean files) {
        List<Path> found = new ArrayList<>();
        for (Path each : classPath) {
            if (each.toFile().isFile() == files) {
                found.add(each);
            }
        }
        return found;
    }

    static String joined(List<Path> paths) {
        StringBuilder text = new StringBuilder();
        for (Path each : paths) {
            text.append(text.length() == 0 ? "" : File.pathSeparator).append(each);
        }
        return text.toString();
    }

    /** The flags with which this program is up soonest; all that can be left out stays out. */
    static List<String> quickFlags(int version) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                // The arithmetic is native; the quick compiler brings the window and the first maps up sooner.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // What the JVM finds wrong with an archive is no matter for whoever starts a window.
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xshare:auto"));
        if (version >= ASKS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    /** Room for all that a start leaves behind, where there is plenty: two collections less. */
    List<String> roomyFlags(long mostMemory) {
        boolean said = false;
        for (String option : options) {
            said |= option.startsWith("-Xm");
        }
        return said || mostMemory < PLENTY ? List.of() : List.of("-XX:NewSize=300m");
    }

    /** The command that does the same with these flags; what was said to this JVM is said after them, and counts. */
    List<String> with(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(flags);
        command.addAll(options);
        command.add("-cp");
        command.add(jarsFirst());
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** The JVM that runs this process. */
    static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }
}
