package org.convscape.io.python;

import java.util.List;

/** What a scope of the source consists of: a step, or a group of them that has a scope of its own. */
sealed interface Element permits Step, Part {

    /** Where it stands in the network. */
    String path();

    /** The paths of the values from elsewhere that it takes. */
    List<String> reads();

    /** The paths of the values that others take from it. */
    List<String> gives();
}
