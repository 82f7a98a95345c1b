package org.convscape.viewmodel.inspector;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.convscape.graph.GroupPath;

/** Names that tell the parts of a network apart: where some are called alike, more of the end of their paths. */
final class ShareNames {
    private ShareNames() {}

    /** The name of each path: {@code conv2}, or {@code branch2/conv} where another is called {@code conv} too. */
    static Map<String, String> of(Collection<String> paths) {
        Map<String, String> names = new HashMap<>();
        paths.forEach(path -> names.put(path, GroupPath.tellingName(path)));
        for (boolean changed = true; changed; ) {
            changed = false;
            Map<String, Integer> called = new HashMap<>();
            names.values().forEach(name -> called.merge(name, 1, Integer::sum));
            for (String path : paths) {
                String name = names.get(path);
                if (called.get(name) > 1 && name.length() < path.length()) {
                    names.put(path, longer(path, name.length()));
                    changed = true;
                }
            }
        }
        return names;
    }

    /** The end of a path with one part more than that many letters are. */
    private static String longer(String path, int letters) {
        return path.substring(path.lastIndexOf('/', path.length() - letters - 2) + 1);
    }
}
