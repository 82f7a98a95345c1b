package org.convscape.engine.nd4j;

import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * How long the threads of the kernels spin while they wait for one another. OpenMP lets them spin for a millisecond and
 * more, at the end of every layer: on a machine that has other work, the spinning takes the time that the waited-for
 * thread needs, and a run takes ten times as long. It reads the number once, from the environment, when it is loaded;
 * Java cannot change that, so the entry is appended in native memory. A person's own wish in the environment counts.
 */
final class WaitingThreads {

    /** Some ten microseconds: a thread is still awake when the next small layer begins, and asleep before it hurts. */
    private static final String SHORT = "GOMP_SPINCOUNT=2000";

    /** The environment of this process from then on, and the entry in it: neither may ever be freed. */
    private static PointerPointer<Pointer> extended;

    private static BytePointer entry;

    private WaitingThreads() {}

    /** Has waiting threads sleep soon; called before OpenMP is loaded, and harmless to call again. */
    static synchronized void sleepSoon(Map<String, String> environment) {
        boolean chosen = environment.containsKey("OMP_WAIT_POLICY") || environment.containsKey("GOMP_SPINCOUNT");
        if (!chosen && extended == null && Loader.getPlatform().startsWith("linux")) {
            try {
                Pointer variable = Loader.addressof("environ");
                if (variable != null) {
                    append(new PointerPointer<>(variable));
                }
            } catch (LinkageError e) {
                // Where nothing native can be loaded, the arithmetic says so better.
                return;
            }
        }
    }

    private static void append(PointerPointer<Pointer> environment) {
        PointerPointer<Pointer> entries = new PointerPointer<>(environment.get());
        long count = 0;
        while (entries.get(count) != null) {
            count++;
        }
        PointerPointer<Pointer> more = new PointerPointer<>(count + 2);
        for (long i = 0; i < count; i++) {
            more.put(i, entries.get(i));
        }
        entry = new BytePointer(SHORT);
        more.put(count, entry);
        more.put(count + 1, (Pointer) null);
        extended = more;
        environment.put(0, more);
    }
}
