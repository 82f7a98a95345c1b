package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.jupiter.api.Test;

class WaitingThreadsTest {

    private static long entries(String wanted) {
        PointerPointer<Pointer> environment = new PointerPointer<>(Loader.addressof("environ"));
        PointerPointer<Pointer> entries = new PointerPointer<>(environment.get());
        long found = 0;
        for (long i = 0; entries.get(i) != null; i++) {
            found += new BytePointer(entries.get(i)).getString().equals(wanted) ? 1 : 0;
        }
        return found;
    }

    @Test
    void theEntryIsMadeOnceAndTheOthersStay() {
        assumeTrue(Loader.getPlatform().startsWith("linux"));

        WaitingThreads.sleepSoon(Map.of());
        WaitingThreads.sleepSoon(Map.of());

        assertEquals(1, entries("GOMP_SPINCOUNT=2000"));
        System.getenv().forEach((name, value) -> assertEquals(1, entries(name + "=" + value), name));
        assertTrue(System.getenv("GOMP_SPINCOUNT") == null, "Java's own view is that of its start");
    }
}
