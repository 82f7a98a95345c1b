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
     * @param order the network's layers as Keras counts and orders them, for files whose names do not tell
     */
    public static Match of(WeightFile file, List<Wanted> wanted, List<String> order) {
        boolean keras = file.format() == Format.KERAS_H5 || file.format() == Format.KERAS_V3;
        return keras ? new KerasLayers(file, wanted, order).match() : new ByName(file.arrays(), wanted).match();
    }
}
