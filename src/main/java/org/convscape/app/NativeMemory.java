package org.convscape.app;

import java.lang.management.ManagementFactory;

/** How much memory native arrays may take: without a word of ours, no more than the Java heap, which is too little. */
final class NativeMemory {
    private static final String ARRAYS = "org.bytedeco.javacpp.maxbytes";
    private static final String PROCESS = "org.bytedeco.javacpp.maxphysicalbytes";

    private NativeMemory() {}

    /**
     * Lets arrays take half of the machine's (or the container's) memory and the process nine tenths of it, where
     * nobody has said otherwise. Must come before anything native is loaded.
     */
    static void limit() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long memory = system.getTotalMemorySize();
        if (System.getProperty(ARRAYS) == null) {
            System.setProperty(ARRAYS, Long.toString(memory / 2));
        }
        if (System.getProperty(PROCESS) == null) {
            System.setProperty(PROCESS, Long.toString(memory / 10 * 9));
        }
    }
}
