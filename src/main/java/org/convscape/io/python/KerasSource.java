package org.convscape.io.python;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Functions that make and call layers of Keras: one for each group; groups that are built alike share one. */
final class KerasSource {
    private final Map<String, String> functions = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final String root;
    private final Body rootBody;

    KerasSource(Part network) {
        rootBody = new Body(network, calls(network));
        root = rootBody.statements().stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    /** What the network is computed from, by the names of its inputs. */
    String parameters() {
        return rootBody.parameters();
    }

    /** The statements of the network; the last returns its results. */
    String root() {
        return root;
    }

    /** All functions, those that others call first. */
    String functions() {
        return functions.entrySet().stream()
                .map(each -> "def " + each.getValue() + each.getKey() + "\n\n")
                .collect(Collectors.joining());
    }

    private Body.Calls calls(Part part) {
        return new Body.Calls() {
            @Override
            public String layer(String path) {
                return part.path().isEmpty()
                        ? Text.quoted(KerasNames.layer(path))
                        : "name + "
                                + Text.quoted("."
                                        + KerasNames.layer(
                                                path.substring(part.path().length() + 1)));
            }

            @Override
            public String part(Part inner, String arguments) {
                return function(inner) + "(" + arguments + ", name=" + layer(inner.path()) + ")";
            }

            @Override
            public String step(Step step, String argument) {
                return null;
            }
        };
    }

    private String function(Part part) {
        Body body = new Body(part, calls(part));
        String text =
                body.statements().stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
        String key = "(" + body.parameters() + ", name):\n" + text;
        String known = functions.get(key);
        if (known != null) {
            return known;
        }
        String base = Text.variable(part.template().toLowerCase(Locale.ROOT));
        String name = base + Text.FUNCTION;
        for (int number = 2; !names.add(name); number++) {
            name = base + "_" + number + Text.FUNCTION;
        }
        functions.put(key, name);
        return name;
    }
}
