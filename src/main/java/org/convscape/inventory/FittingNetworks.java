package org.convscape.inventory;

import java.util.ArrayList;
import java.util.List;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.Match;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;

/** Which networks of the library a file of weights is for: what to say where it does not fit the one at hand. */
public final class FittingNetworks {
    private FittingNetworks() {}

    /** The ids of those that take all they need from the file, as they usually are. */
    public static List<String> of(WeightFile file, NetworkLibrary networks) {
        List<String> fitting = new ArrayList<>();
        for (Network network : networks.networks()) {
            Match match = NetworkArrays.of(
                            BuiltNetwork.document(
                                    network,
                                    network.defaultInput(),
                                    network.schema().defaults()),
                            networks)
                    .match(file);
            if (match.fitsEntirely()
                    && match.unexpected().isEmpty()
                    && !match.assigned().isEmpty()) {
                fitting.add(network.id());
            }
        }
        return fitting;
    }

    /** The same as the end of a sentence; empty where there is none. */
    public static String words(WeightFile file, NetworkLibrary networks) {
        List<String> fitting = of(file, networks);
        return fitting.isEmpty() ? "" : "; it fits " + String.join(", ", fitting);
    }
}
