package org.convscape.weights.match;

import java.util.List;
import org.convscape.weights.file.Format;
import org.convscape.weights.file.WeightFile;

/** Finds out which array of a file goes where. */
public final class Matching {
    private Matching() {}

    /**
     * What goes where; nothing is read.
     *
     * @param wanted the arrays of the network
     * @param orders the network's layers as Keras counts and may have ordered them, for files whose names do not tell
     */
    public static Match of(WeightFile file, List<Wanted> wanted, List<List<String>> orders) {
        boolean keras = file.format() == Format.KERAS_H5 || file.format() == Format.KERAS_V3;
        return keras ? new KerasLayers(file, wanted, orders).match() : new ByName(file.arrays(), wanted).match();
    }
}
