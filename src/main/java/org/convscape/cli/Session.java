package org.convscape.cli;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.convscape.block.BlockLibrary;
import org.convscape.engine.Engine;
import org.convscape.op.OpCatalogue;
import org.convscape.op.library.OpLibrary;
import org.convscape.weights.published.WeightsFolder;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.NetworkLibrary;

/**
 * What commands work with.
 *
 * @param engines makes the engine, which is asked for only by commands that compute
 * @param threaded makes an engine that computes with so many threads
 * @param weights where published weights are kept
 */
public record Session(
        Catalogue catalogue,
        OpCatalogue operations,
        BlockLibrary blocks,
        Supplier<? extends Engine> engines,
        IntFunction<? extends Engine> threaded,
        WeightsFolder weights) {

    /** The standard libraries. */
    public static Session standard(Supplier<? extends Engine> engines, IntFunction<? extends Engine> threaded) {
        return of(OpLibrary.standard(), engines, threaded);
    }

    /** The standard networks and blocks, and these operations, with an engine that knows one thread only. */
    public static Session of(OpCatalogue operations, Supplier<? extends Engine> engines) {
        return of(operations, engines, threads -> {
            throw new Refusal("This engine computes with one thread; --threads cannot be had");
        });
    }

    /** The same with published weights in another folder. */
    public Session with(WeightsFolder folder) {
        return new Session(catalogue, operations, blocks, engines, threaded, folder);
    }

    private static Session of(
            OpCatalogue operations, Supplier<? extends Engine> engines, IntFunction<? extends Engine> threaded) {
        BlockLibrary blocks = BlockLibrary.standard();
        Catalogue catalogue = new Catalogue(NetworkLibrary.standard(), blocks, operations);
        return new Session(catalogue, operations, blocks, engines, threaded, WeightsFolder.usual());
    }
}
