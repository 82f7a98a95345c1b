package org.convscape.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.task.Progress;

/** The engine while a command needs it: loaded for the first run, and given back when closed. */
final class OpenEngine implements AutoCloseable {
    private final Session session;
    private Engine engine;
    private String description = "";

    OpenEngine(Session session) {
        this.session = session;
    }

    /** Computes; whoever asked closes what comes back before the engine. */
    Activations run(ForwardRequest request, Progress progress) {
        open();
        CompletableFuture<Activations> result = engine.run(request, progress).result();
        return waited(result);
    }

    /** How many pictures such a run may take at once. */
    int picturesAtOnce(ForwardRequest request) {
        open();
        return engine.picturesAtOnce(request);
    }

    private void open() {
        if (engine == null) {
            engine = session.engines().get();
            description = waited(engine.warmUp());
        }
    }

    /** What computes here, or would, in one line; an engine that cannot be had says why. */
    static String describe(Session session) {
        try (OpenEngine engine = new OpenEngine(session)) {
            engine.open();
            return engine.description();
        } catch (EngineFailure e) {
            return e.getMessage();
        }
    }

    /** What computed; empty before the first run. */
    String description() {
        return description;
    }

    private static <R> R waited(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The run was interrupted");
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
