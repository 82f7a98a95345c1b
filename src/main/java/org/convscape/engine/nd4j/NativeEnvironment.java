package org.convscape.engine.nd4j;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.engine.EngineFailure;

/**
 * What the environment says to the native libraries, asked before any of them is loaded. Java cannot change its own
 * environment, and what the libraries make of it is fatal at times: oneDNN ends the process by an assertion when OpenMP
 * gives it fewer threads than it asked for, and OpenMP ends it when a thread cannot be made. What only limits is heeded
 * through the libraries' own settings; what cannot be heeded is refused in a sentence.
 *
 * @param mostThreads how many threads may compute
 * @param reason the variable that says so, as {@code NAME=value}; empty where none limits
 */
record NativeEnvironment(int mostThreads, String reason) {

    /** More than any machine shares a layer among; far beyond it the library ends the process. */
    private static final int MOST_THREADS = 1024;

    private static final long LARGEST_STACK = 1L << 30;
    private static final String THREADS = "OMP_NUM_THREADS";

    /** Variables of OpenMP may end in this, to hold for the computer and its accelerators alike. */
    private static final List<String> SUFFIXES = List.of("", "_ALL");

    private static final List<String> PRIORITIES =
            List.of("BACKEND_PRIORITY_CPU", "BACKEND_PRIORITY_GPU", "BACKEND_PRIORITY_AURORA");
    private static final Pattern STACK = Pattern.compile("\\+?(\\d{1,18})\\s*([bkmg]?)");

    /**
     * Reads the environment.
     *
     * @throws EngineFailure naming the variable with which the libraries cannot be loaded, and what it may hold
     */
    static NativeEnvironment of(Map<String, String> environment) {
        checkThreads(environment.get(THREADS));
        for (String name : PRIORITIES) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty() && !value.matches("[+-]?\\d{1,9}")) {
                throw refused(name, value, "a whole number or nothing");
            }
        }
        for (String name : List.of("OMP_STACKSIZE", "GOMP_STACKSIZE")) {
            checkStack(name, environment.getOrDefault(name, ""));
        }
        return limit(environment);
    }

    /** The library itself reads one plain number only, though a list, or blanks around it, would be lawful. */
    private static void checkThreads(String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (!value.matches("\\+?\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_THREADS) {
            String first = value.strip().split("[,\\s]", 2)[0];
            boolean number = first.matches("[1-9]\\d{0,2}");
            throw refused(
                    THREADS,
                    value,
                    "one whole number from 1 to " + MOST_THREADS + (number ? ", such as " + first + "," : "")
                            + " without blanks, or nothing");
        }
    }

    private static void checkStack(String name, String value) {
        Matcher stack = STACK.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (stack.matches()) {
            int shift =
                    switch (stack.group(2)) {
                        case "b" -> 0;
                        case "m" -> 20;
                        case "g" -> 30;
                        default -> 10;
                    };
            if (Long.parseLong(stack.group(1)) > LARGEST_STACK >> shift) {
                throw refused(name, value, "at most 1G, since every thread takes as much,");
            }
        }
    }

    private static NativeEnvironment limit(Map<String, String> environment) {
        NativeEnvironment tightest = new NativeEnvironment(Integer.MAX_VALUE, "");
        for (String suffix : SUFFIXES) {
            for (String name : List.of("OMP_DYNAMIC", "OMP_MAX_ACTIVE_LEVELS", "OMP_THREAD_LIMIT")) {
                String value = environment.getOrDefault(name + suffix, "").strip();
                int most = most(name, value);
                if (most < tightest.mostThreads) {
                    tightest = new NativeEnvironment(most, name + suffix + "=" + value);
                }
            }
        }
        return tightest;
    }

    /** Where OpenMP itself decides how many threads there are, or none may be started, one is what is certain. */
    private static int most(String name, String value) {
        boolean number = value.matches("\\+?\\d{1,9}");
        return switch (name) {
            case "OMP_DYNAMIC" -> value.equalsIgnoreCase("true") ? 1 : Integer.MAX_VALUE;
            case "OMP_MAX_ACTIVE_LEVELS" -> number && Integer.parseInt(value) == 0 ? 1 : Integer.MAX_VALUE;
            default -> number && Integer.parseInt(value) > 0 ? Integer.parseInt(value) : Integer.MAX_VALUE;
        };
    }

    private static EngineFailure refused(String name, String value, String expected) {
        String shown = value.length() <= 40 ? value : value.substring(0, 40) + "…";
        return new EngineFailure("The arithmetic cannot be loaded: the environment holds " + name + "=\"" + shown
                + "\", and " + expected + " was expected there; change or unset it and start again");
    }

    /** Tells the libraries, which must be loaded, where they would use more threads; on the engine's thread. */
    void heed() {
        if (ComputingThreads.inUse() > mostThreads) {
            ComputingThreads.use(mostThreads);
        }
    }

    /**
     * Checks a number of threads that a person asks for.
     *
     * @throws EngineFailure when the environment does not allow as many
     */
    void allow(int threads) {
        if (threads > mostThreads) {
            throw new EngineFailure(threads + " threads cannot be had: the environment holds " + reason
                    + ", which allows " + mostThreads);
        }
    }

    /** How the limit is told beside what computes; empty where there is none. */
    String remark() {
        return reason.isEmpty() || mostThreads >= Runtime.getRuntime().availableProcessors()
                ? ""
                : ", at most " + mostThreads + (mostThreads == 1 ? " thread" : " threads") + " by " + reason;
    }
}
