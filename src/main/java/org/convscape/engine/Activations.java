package org.convscape.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convscape.tensor.Tensor;

/**
 * What a run left: the output of every node that was kept, and how long each step took. Holds the engine's memory until
 * closed. May be asked from any thread.
 */
public interface Activations extends AutoCloseable {

    /** The paths of the nodes whose outputs are available, in the order of the run. */
    Set<String> paths();

    /**
     * The output of one node, of the first picture; one that the run had no need to store is computed again.
     *
     * @throws IllegalArgumentException when it was not kept
     */
    Tensor get(String path);

    /** How many pictures were computed at once. */
    default int pictures() {
        return 1;
    }

    /**
     * The output of one node for one of the pictures, from 0.
     *
     * @throws IllegalArgumentException when it was not kept
     * @throws IndexOutOfBoundsException when there is no such picture
     */
    default Tensor get(String path, int picture) {
        Objects.checkIndex(picture, pictures());
        return get(path);
    }

    /**
     * How long the step of one node took, in milliseconds, without fetching its weights; 0 for the picture itself and
     * for a node whose work is {@link #foldedInto part of another's}. Where the output was at hand from an earlier run,
     * what it took then. For all pictures together.
     */
    double milliseconds(String path);

    /** The node whose step computed this one as well, where a plan has joined the two; its time is the time of both. */
    default Optional<String> foldedInto(String path) {
        return Optional.empty();
    }

    /** How long the steps of this run took together, in milliseconds. */
    double totalMilliseconds();

    /** How many steps this run did, and how many there would have been with nothing at hand from earlier runs. */
    default Steps steps() {
        return new Steps(paths().size(), paths().size());
    }

    /**
     * The steps of a run.
     *
     * @param done what was computed
     * @param planned what a first run would compute
     */
    record Steps(int done, int planned) {}

    /** Gives the memory back. */
    @Override
    void close();
}
