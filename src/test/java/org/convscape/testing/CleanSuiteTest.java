package org.convscape.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.convscape.task.JobRunner;
import org.junit.jupiter.api.Test;

/** Whoever looks for what is left finds it, and finds nothing once it is closed. */
class CleanSuiteTest extends ScreenTest {

    @Test
    void aRunnerThatNobodyClosesIsNamed() {
        try (JobRunner runner = JobRunner.threads("forgotten", 1)) {
            runner.start((progress, cancellation) -> "done").result().join();
            assertEquals(List.of("1 thread runs: convscape-forgotten"), Leftovers.now(Pointer.totalBytes()));
        }
        assertEquals(List.of(), Leftovers.after(Pointer.totalBytes()));
    }

    @Test
    void aWindowThatIsStillShownIsNamed() {
        AtomicReference<Stage> stage = new AtomicReference<>();
        interact(() -> {
            stage.set(showInWindow(new Scene(new StackPane(), 200, 100)));
            stage.get().setTitle("Forgotten");
        });
        assertEquals(List.of("a window is shown: Stage Forgotten"), Leftovers.now(Pointer.totalBytes()));
        interact(stage.get()::hide);
        assertEquals(List.of(), Leftovers.after(Pointer.totalBytes()));
    }

    @Test
    void anArrayOutsideTheHeapIsCounted() {
        long before = Pointer.totalBytes();
        try (FloatPointer array = new FloatPointer(5L << 20)) {
            assertEquals(5L << 20, array.capacity());
            assertEquals(List.of("native arrays hold 20 MB more than before"), Leftovers.now(before));
        }
        assertEquals(List.of(), Leftovers.after(before));
    }

    @Test
    void aWarningInTheLogIsHeardOnce() {
        try (Warnings warnings = Warnings.listening()) {
            Logger quiet = Logger.getLogger("org.convscape.testing.forgotten");
            quiet.addHandler(warnings);
            quiet.setUseParentHandlers(false);
            quiet.warning("beware");
            quiet.info("all is well");
            assertEquals(List.of("org.convscape.testing.forgotten warns: beware"), warnings.take());
            assertTrue(warnings.take().isEmpty());
        }
    }
}
