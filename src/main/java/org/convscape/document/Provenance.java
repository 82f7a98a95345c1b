package org.convscape.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.convscape.tensor.Shape;

/**
 * Where a document comes from: the network it was built as. It stays through every edit, new title and file, so that
 * nothing has to be guessed from a name.
 *
 * @param network the id of the network
 * @param input the picture it was built for
 * @param attributes the values it was built with, by name, as files and the command line write them
 * @param version the program that built it; empty where that does not say
 */
public record Provenance(String network, Shape input, Map<String, String> attributes, String version) {

    /** Keeps an unmodifiable copy in a stable order. */
    public Provenance {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** A network that this program builds. */
    public static Provenance of(String network, Shape input, Map<String, String> attributes) {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return new Provenance(network, input, attributes, version == null ? "" : version);
    }
}
