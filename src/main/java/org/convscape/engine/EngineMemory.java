package org.convscape.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.convscape.op.Afterwards;
import org.convscape.op.TensorMath;
import org.convscape.task.Cancellation;
import org.convscape.task.JobRunner;
import org.convscape.tensor.Tensor;

/**
 * What an engine has in memory from run to run: the arithmetic, the arrays it has taken over, and the outputs of
 * earlier runs. On the engine's thread only.
 */
final class EngineMemory<T> {
    private static final long MAXIMUM_WEIGHT_BYTES = 1L << 30;
    private static final long MAXIMUM_EARLIER_BYTES = 512L << 20;
    private static final long MILLISECONDS_BETWEEN_CHECKS = 20;

    private final Backend<T> backend;
    private final JobRunner fetching;
    private final ValueLedger<T> ledger;
    private final WeightCache<T> weights;
    private final EarlierValues<T> earlier;
    private final NotFinite<T> notFinite = new NotFinite<>();
    private final ValueKeys keys = new ValueKeys();

    /**
     * An empty memory.
     *
     * @param fetching draws weights while the engine's thread listens for a wish to stop
     */
    EngineMemory(Backend<T> backend, JobRunner fetching) {
        this.backend = backend;
        this.fetching = fetching;
        this.ledger = new ValueLedger<>(backend, notFinite);
        this.weights = new WeightCache<>(backend, notFinite, MAXIMUM_WEIGHT_BYTES);
        this.earlier = new EarlierValues<>(ledger, MAXIMUM_EARLIER_BYTES);
    }

    Backend<T> backend() {
        return backend;
    }

    ValueLedger<T> ledger() {
        return ledger;
    }

    WeightCache<T> weights() {
        return weights;
    }

    EarlierValues<T> earlier() {
        return earlier;
    }

    /** The keys of a request's values; empty when it must not share with other runs. */
    Map<String, Long> keys(ForwardRequest request) {
        return request.options().resume() ? keys.of(request) : Map.of();
    }

    /** Which outputs are at hand, by path. */
    Predicate<String> atHand(Map<String, Long> byPath) {
        return path -> byPath.containsKey(path) && earlier.has(byPath.get(path));
    }

    void remember(long key, T value, long elements, double milliseconds) {
        earlier.put(key, value, elements * Float.BYTES, milliseconds);
    }

    /** Takes the pictures of a batch over. */
    T upload(List<Tensor> pictures) {
        T value = backend.upload(pictures);
        notFinite.look(value, pictures);
        return value;
    }

    /**
     * The verbs for one step: the fast ones, or those that keep what is no number where something of the kind enters.
     *
     * @param overwrite whether the step's own verb may write over its first input
     * @param afterwards what the step does behind its linear verb
     * @param entering all values that enter, arrays of weights too
     */
    StepMath<T> verbs(boolean overwrite, List<Afterwards<T>> afterwards, Collection<T> entering, int pictures) {
        TensorMath<T> math = overwrite ? backend.overwriting() : backend.math();
        if (notFinite.among(entering)) {
            TensorMath<T> careful = new CarefulMath<>(backend, math, pictures);
            return new StepMath<>(careful, careful, Optional.empty(), afterwards);
        }
        return new StepMath<>(math, backend.overwriting(), backend.fused(), afterwards);
    }

    /** Takes note of what a step has computed from what entered. */
    void computed(T output, Collection<T> entering) {
        if (notFinite.among(entering)) {
            notFinite.mark(output);
        }
    }

    /** Drawing the weights of a large layer takes seconds: a wish to stop is heard meanwhile. */
    WeightCache.Fetching fetching(Cancellation cancellation) {
        return new WeightCache.Fetching() {
            @Override
            public <R> R fetch(Supplier<R> supplier) {
                return await(
                        fetching.start((progress, unused) -> supplier.get()).result(), cancellation);
            }
        };
    }

    private static <R> R await(CompletableFuture<R> future, Cancellation cancellation) {
        while (true) {
            cancellation.check();
            try {
                return future.get(MILLISECONDS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while weights were drawn");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /** Gives back all that no run and nobody who looks at maps holds. */
    void clear() {
        weights.clear();
        earlier.clear();
        backend.trim();
    }
}
