package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.bytedeco.javacpp.Pointer;
import org.convscape.task.JobRunner;

/** What is still there when nothing should be: shown windows, threads of the program, arrays outside the heap. */
final class Leftovers {
    /** What the native library keeps for good, such as shapes and constants, stays below this. */
    static final long NATIVE_BYTES = 8L << 20;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private Leftovers() {}

    /**
     * What is left once everything that is about to end has had the time to; a sentence each, with no sentence for
     * none.
     */
    static List<String> after(long nativeBytesBefore) {
        long deadline = System.nanoTime() + PATIENCE;
        List<String> found = now(nativeBytesBefore);
        while (!found.isEmpty() && System.nanoTime() < deadline) {
            // Arrays that nothing refers to any longer are given back when the heap is swept.
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = now(nativeBytesBefore);
        }
        return found;
    }

    /** What is there at this moment. */
    static List<String> now(long nativeBytesBefore) {
        List<String> found = new ArrayList<>();
        // The list may change while it is read: windows are opened and closed on another thread.
        for (Object window : Window.getWindows().toArray()) {
            if (((Window) window).isShowing()) {
                found.add("a window is shown: " + describe((Window) window));
            }
        }
        threads().forEach((name, count) -> found.add(count + " thread" + (count == 1 ? " runs: " : "s run: ") + name));
        long held = Pointer.totalBytes() - nativeBytesBefore;
        if (held > NATIVE_BYTES) {
            found.add("native arrays hold " + held / (1L << 20) + " MB more than before");
        }
        return found;
    }

    private static String describe(Window window) {
        String name = window instanceof Stage stage ? stage.getTitle() : "";
        return window.getClass().getSimpleName() + (name == null || name.isEmpty() ? "" : " " + name);
    }

    /** The live threads of the program, by name. */
    private static Map<String, Long> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith(JobRunner.PREFIX))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
