package org.convscape.io.python;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a source file says about where it comes from.
 *
 * @param title of the network, after which its class is called
 * @param remarks such as the definition, by their headings, in the order given
 */
public record PythonCaption(String title, Map<String, String> remarks) {

    /** Keeps an unmodifiable copy. */
    public PythonCaption {
        remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    }
}
