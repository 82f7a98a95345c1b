package org.convscape.io.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an ONNX model says about where it comes from.
 *
 * @param title of the network, which becomes the name of the graph
 * @param properties such as the seed of the weights, by name
 */
public record OnnxCaption(String title, Map<String, String> properties) {

    /** Keeps an unmodifiable copy in the order given. */
    public OnnxCaption {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
