package org.convscape.engine.nd4j;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.PlannedEngine;
import org.convscape.task.JobRunner;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/** Where the rest of the program gets the engine on ND4J. */
public final class Engines {
    private Engines() {}

    /** An engine on a thread of its own. Nothing native is loaded before it is warmed up or first used. */
    public static Engine nd4j() {
        return on(Nd4jBackend::new);
    }

    /**
     * The same for a program that loads native libraries of its own at the same time, as one with a window does: of the
     * engine's, too, all are loaded at once, but what ND4J then looks up in them by name waits for {@code quiet}.
     *
     * <p>For a name that no library has, JavaCPP walks over all libraries holding one lock of Linux's dynamic linker
     * and asks for a second one inside. A thread that loads a library takes the two in the other order; when both
     * happen at once, the whole process stands still for good.
     *
     * @param quiet completed when the program has loaded what it needs at the start, however that went
     */
    public static Engine nd4j(CompletableFuture<?> quiet) {
        return on(() -> {
            NativeEnvironment.of(System.getenv());
            WaitingThreads.sleepSoon(System.getenv());
            Loader.load(Nd4jCpu.class);
            DirectCalls.load();
            quiet.join();
            return new Nd4jBackend();
        });
    }

    /**
     * The same through ND4J's own operations, as where oneDNN itself cannot be had: what the other way is compared
     * with.
     */
    public static Engine ofOperations() {
        return on(() -> new Nd4jBackend(Way.OPERATIONS));
    }

    /** The same, computing with that many threads instead of as many as the library chooses. */
    public static Engine nd4j(int threads) {
        return on(() -> {
            Nd4jBackend backend = new Nd4jBackend();
            backend.useThreads(threads);
            return backend;
        });
    }

    private static Engine on(Supplier<Nd4jBackend> loading) {
        return new PlannedEngine<>(
                () -> loaded(loading), JobRunner.threads("engine", 1), JobRunner.threads("weights", 1));
    }

    /** The backend, or a sentence that says what a person can do where its libraries cannot be loaded. */
    static Nd4jBackend loaded(Supplier<Nd4jBackend> loading) {
        try {
            return loading.get();
        } catch (LinkageError e) {
            throw new EngineFailure(
                    "The arithmetic could not be loaded: " + EngineFailure.reason(e)
                            + ". If that folder is full, cannot be written, or"
                            + " lies where programs are not allowed (noexec), -Dorg.bytedeco.javacpp.cachedir=FOLDER names"
                            + " another",
                    e);
        }
    }
}
