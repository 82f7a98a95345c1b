package org.convscape.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process that has the window, where another has started it. */
public final class Started {
    /** Names of what is passed on: the other process, its sign that it waits, the archive, the list to make it from. */
    static final String STARTER = "convscape.starter";

    static final String WAITING = "convscape.starting";
    static final String ARCHIVE = "convscape.archive";
    static final String LIST = "convscape.classes";

    private static final long MILLIS_BETWEEN_LOOKS = 200;
    /** A status as that of a process that was killed. */
    private static final int KILLED = 137;

    private Started() {}

    /** The flag that passes a word on. Joined plainly, as the first process has no time for the machinery of +. */
    static String said(String name, String value) {
        return "-D".concat(name).concat("=").concat(value);
    }

    /** Whether this process is one. */
    static boolean isThis() {
        return System.getProperty(STARTER) != null;
    }

    /** The process that a person has started, where this is another. */
    public static Optional<ProcessHandle> starter() {
        return isThis() ? ProcessHandle.of(Long.parseLong(System.getProperty(STARTER))) : Optional.empty();
    }

    /** To be called first of all: says that this process is up. Does nothing where none is waiting. */
    public static void up() {
        String waiting = System.getProperty(WAITING);
        if (waiting != null) {
            new File(waiting).delete();
        }
        if (isThis()) {
            Thread follower = new Thread(Started::follow, "convscape-follower");
            follower.setDaemon(true);
            follower.start();
        }
    }

    /** A kill cannot be passed on by whom it hits: then this process is killed too. */
    private static void follow() {
        Optional<ProcessHandle> starter = starter();
        try {
            while (starter.isPresent() && starter.get().isAlive()) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
            Runtime.getRuntime().halt(KILLED);
        } catch (InterruptedException e) {
            // Nobody interrupts it; without it the window would only outlive the other.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * To be called when the program has time: has the archive made for the next starts, where there is none, by a
     * process that outlives this one; takes it away where this JVM has refused it.
     *
     * @param folder where archives are kept
     */
    public static void atLeisure(Path folder) {
        String key = System.getProperty(ARCHIVE);
        if (key == null) {
            return;
        }
        Archive archive = new Archive(folder, key);
        String list = System.getProperty(LIST);
        if (list == null) {
            if (!System.getProperty("java.vm.info", "").contains("sharing")) {
                archive.refuse();
            }
            return;
        }
        try {
            new ProcessBuilder(making(archive, Path.of(list)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
        } catch (IOException e) {
            System.getLogger(Started.class.getName()).log(System.Logger.Level.DEBUG, "No archive was made", e);
        }
    }

    private static List<String> making(Archive archive, Path list) {
        Invocation here = Invocation.ofThisProcess(ArchiveMaker.class.getName());
        List<String> command = new ArrayList<>();
        Path nice = Path.of("/usr/bin/nice");
        if (Files.isExecutable(nice)) {
            command.addAll(List.of(nice.toString(), "-n", "19"));
        }
        command.add(Invocation.java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", here.jarsFirst(), here.main()));
        command.addAll(List.of(archive.folder().toString(), archive.key(), list.toString()));
        command.add(Invocation.joined(here.jars()));
        for (String option : here.options()) {
            if (option.startsWith("-Xm") || option.startsWith("--")) {
                command.add(option);
            }
        }
        return command;
    }
}
