package org.convscape.cli;

import java.util.function.Supplier;
import org.convscape.block.BlockLibrary;
import org.convscape.engine.Engine;
import org.convscape.op.OpCatalogue;
import org.convscape.op.library.OpLibrary;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.NetworkLibrary;

/**
 * What commands work with.
 *
 * @param engines makes the engine, which is asked for only by commands that compute
 */
public record Session(
        Catalogue catalogue, OpCatalogue operations, BlockLibrary blocks, Supplier<? extends Engine> engines) {

    /** The standard libraries. */
    public static Session standard(Supplier<? extends Engine> engines) {
        return of(OpLibrary.standard(), engines);
    }

    /** The standard networks and blocks, and these operations. */
    public static Session of(OpCatalogue operations, Supplier<? extends Engine> engines) {
        BlockLibrary blocks = BlockLibrary.standard();
        return new Session(new Catalogue(NetworkLibrary.standard(), blocks, operations), operations, blocks, engines);
    }
}
