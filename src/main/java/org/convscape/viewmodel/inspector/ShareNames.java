package org.convscape.viewmodel.inspector;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that tell the parts of a network apart: as much of the end of each path as that takes. */
final class ShareNames {
    private ShareNames() {}

    /** The name of each path: {@code conv2}, or {@code branch2/conv} where others are called so too. */
    static Map<String, String> of(Collection<String> paths) {
        for (int parts = 1; ; parts++) {
            Map<String, String> names = new HashMap<>();
            Set<String> different = new HashSet<>();
            boolean longer = false;
            for (String path : paths) {
                String name = end(path, parts);
                names.put(path, name);
                different.add(name);
                longer |= name.length() < path.length();
            }
            boolean telling = different.stream().allMatch(name -> name.chars().anyMatch(Character::isLetter));
            if (!longer || (telling && different.size() == names.size())) {
                return names;
            }
        }
    }

    /** The last parts of a path. */
    private static String end(String path, int parts) {
        int from = path.length();
        for (int i = 0; i < parts && from >= 0; i++) {
            from = path.lastIndexOf('/', from - 1);
        }
        return path.substring(from + 1);
    }
}
