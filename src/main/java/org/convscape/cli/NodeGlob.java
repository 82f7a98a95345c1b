package org.convscape.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.convscape.zoo.NearestNames;

/**
 * Patterns of node paths: {@code *} stands for any part of a name, {@code **} for any part of a path, {@code ?} for one
 * character; the path of a group, alone, stands for all that it holds.
 */
final class NodeGlob {
    private NodeGlob() {}

    /**
     * The paths that any of the patterns matches, in the order of {@code paths}.
     *
     * @throws Refusal for a pattern that matches none, with the nearest paths
     */
    static Set<String> matching(List<String> patterns, Collection<String> paths) {
        List<Pattern> compiled = new ArrayList<>();
        for (String pattern : patterns) {
            Pattern each = Pattern.compile(expression(pattern), Pattern.DOTALL);
            if (paths.stream().noneMatch(path -> each.matcher(path).matches())) {
                throw new Refusal("--tap " + pattern + " matches no layer" + NearestNames.hint(pattern, paths));
            }
            compiled.add(each);
        }
        Set<String> matching = new LinkedHashSet<>();
        for (String path : paths) {
            if (compiled.stream().anyMatch(each -> each.matcher(path).matches())) {
                matching.add(path);
            }
        }
        return matching;
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            if (each == '*') {
                boolean twice = i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
                expression.append(twice ? ".*" : "[^/]*");
                i += twice ? 1 : 0;
            } else {
                expression.append(each == '?' ? "[^/]" : Pattern.quote(String.valueOf(each)));
            }
        }
        return expression.append("(?:/.*)?").toString();
    }
}
