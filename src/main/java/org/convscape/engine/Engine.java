package org.convscape.engine;

import java.util.concurrent.CompletableFuture;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;

/** Runs graphs, one request after the other, on a thread of its own. */
public interface Engine extends AutoCloseable {

    /** Begins to load the arithmetic in the background; completes with its description. Harmless to call again. */
    CompletableFuture<String> warmUp();

    /** With how many threads it computes; 0 until it has been warmed up, or where that is not known. */
    default int threads() {
        return 0;
    }

    /**
     * Runs a graph. The result fails with an {@link EngineFailure} whose message is a sentence for the user, or is
     * cancelled.
     */
    RunningJob<Activations> run(ForwardRequest request, Progress progress);

    /**
     * How many pictures such a run may take at once with the memory there is, one at least; arithmetics that know no
     * batches answer one.
     */
    default int picturesAtOnce(ForwardRequest request) {
        return 1;
    }

    /** Ends the thread and gives all memory back. */
    @Override
    void close();
}
