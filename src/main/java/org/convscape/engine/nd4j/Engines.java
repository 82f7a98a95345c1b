package org.convscape.engine.nd4j;

import org.convscape.engine.Engine;
import org.convscape.engine.PlannedEngine;
import org.convscape.task.JobRunner;

/** Where the rest of the program gets the engine on ND4J. */
public final class Engines {
    private Engines() {}

    /** An engine on a thread of its own. Nothing native is loaded before it is warmed up or first used. */
    public static Engine nd4j() {
        return new PlannedEngine<>(Nd4jBackend::new, JobRunner.threads("engine", 1), JobRunner.threads("weights", 1));
    }

    /** The same, computing with that many threads instead of as many as the library chooses. */
    public static Engine nd4j(int threads) {
        return new PlannedEngine<>(
                () -> {
                    Nd4jBackend backend = new Nd4jBackend();
                    backend.useThreads(threads);
                    return backend;
                },
                JobRunner.threads("engine", 1),
                JobRunner.threads("weights", 1));
    }
}
