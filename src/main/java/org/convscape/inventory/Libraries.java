package org.convscape.inventory;

import org.convscape.block.BlockLibrary;
import org.convscape.op.library.OpLibrary;
import org.convscape.zoo.NetworkLibrary;

/** All that a person can take from the palette: values that are passed in, so that a test can add to them. */
public record Libraries(Inventory inventory, NetworkLibrary networks) {

    /** What comes with the program. */
    public static Libraries standard() {
        return new Libraries(new Inventory(OpLibrary.standard(), BlockLibrary.standard()), NetworkLibrary.standard());
    }
}
