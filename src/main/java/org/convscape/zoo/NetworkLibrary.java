package org.convscape.zoo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks that a program knows: a value that is passed in. */
public final class NetworkLibrary {
    private final Map<String, Network> byId = new LinkedHashMap<>();

    /** Takes the networks in the order in which a list shows them; ids are unique. */
    public NetworkLibrary(Collection<Network> networks) {
        for (Network network : networks) {
            if (byId.put(network.id(), network) != null) {
                throw new IllegalArgumentException("Two networks have the id " + network.id());
            }
        }
    }

    /** Every network of this package, family by family. */
    public static NetworkLibrary standard() {
        return new NetworkLibrary(Stream.of(
                        FirstLook.networks(),
                        ResNets.networks(),
                        KerasResNets.networks(),
                        CifarResNets.networks(),
                        GoogLeNets.networks(),
                        InceptionV2s.networks(),
                        InceptionV3s.networks(),
                        InceptionV4s.networks(),
                        InceptionResNets.networks(),
                        Xceptions.networks(),
                        TimmXception.networks(),
                        MobileNets.networks(),
                        TorchMobileNets.networks(),
                        AlexNet.networks(),
                        Vgg.networks(),
                        NetworkInNetwork.networks())
                .flatMap(Collection::stream)
                .toList());
    }

    /** The networks, in order. */
    public List<Network> networks() {
        return List.copyOf(byId.values());
    }

    /** The network with that id, if there is one. */
    public Optional<Network> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
