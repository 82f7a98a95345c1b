package org.convscape.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.convscape.start.Started;

/**
 * Prints how long after the start of the process something was reached, where {@code -Dconvscape.timing=true} asks for
 * it.
 */
final class Milestones {
    private static final boolean WANTED = Boolean.getBoolean("convscape.timing");
    private static final Set<String> REACHED = new HashSet<>();

    private Milestones() {}

    /** Notes the first time something is reached. */
    static synchronized void reached(String what) {
        if (WANTED && REACHED.add(what)) {
            ProcessHandle.Info process = ProcessHandle.current().info();
            // What a person has started may be another process, which has started this one.
            Optional<ProcessHandle.Info> starter = Started.starter().map(ProcessHandle::info);
            Instant start = starter.orElse(process).startInstant().orElse(Instant.now());
            // On a busy machine the time of the processor says more than that of the clock.
            Duration computed = process.totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .plus(starter.flatMap(ProcessHandle.Info::totalCpuDuration).orElse(Duration.ZERO));
            System.out.println(
                    what + ": " + Duration.between(start, Instant.now()).toMillis() + " ms, of which "
                            + computed.toMillis() + " ms of processor time");
        }
    }
}
