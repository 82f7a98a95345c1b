package org.convscape.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory of the machine, or of the container around the program, may still be taken. */
public final class MachineMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");

    private MachineMemory() {}

    /** Bytes that may be taken without swapping; caches of the file system count as free where that is known. */
    public static long availableBytes() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Limit.KNOWN ? system.getFreeMemorySize() : linux("MemAvailable:").orElseGet(system::getFreeMemorySize);
    }

    /** Asked once: the question costs more than a small run's plan. */
    private static final class Limit {
        /** True where a container sets a limit of its own, or Linux's account cannot be read. */
        static final boolean KNOWN = known();

        private static boolean known() {
            var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            OptionalLong whole = linux("MemTotal:");
            return whole.isEmpty() || system.getTotalMemorySize() < whole.getAsLong();
        }
    }

    /** A line of Linux's own account, in bytes; absent on other systems. */
    private static OptionalLong linux(String key) {
        if (!Files.isReadable(LINUX)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
