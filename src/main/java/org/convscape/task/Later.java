package org.convscape.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does things a while from now. A test decides itself when a while has passed. */
@FunctionalInterface
public interface Later {

    /** Has {@code work} done once, after that time, on a thread of its own on which nothing may take long. */
    void after(Duration wait, Runnable work);

    /** By the clock. The thread ends with the program. */
    static Later clock() {
        return (wait, work) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(work);
    }

    /** At once, in the calling thread. */
    static Later now() {
        return (wait, work) -> work.run();
    }
}
