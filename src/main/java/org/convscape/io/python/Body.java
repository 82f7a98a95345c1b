package org.convscape.io.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.graph.GroupPath;

/**
 * The statements of one scope. A value is called {@code x} where no other that is still wanted is, else after its node.
 */
final class Body {
    private static final String CHAIN = "x";

    /** How a scope calls what is in it. */
    interface Calls {
        /** What stands for a layer, by path. */
        String layer(String path);

        /** A call of a group with these arguments. */
        String part(Part part, String arguments);

        /** A call of a node that is a layer of its own; null where its expression stands for it. */
        String step(Step step, String argument);
    }

    private final Part part;
    private final Calls calls;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> parameters = new ArrayList<>();

    Body(Part part, Calls calls) {
        this.part = part;
        this.calls = calls;
        boolean root = part.path().isEmpty();
        for (String path : part.reads()) {
            String name = part.reads().size() == 1 && !root ? CHAIN : unique(GroupPath.nameOf(path));
            names.put(path, name);
            taken.add(name);
            parameters.add(name);
        }
    }

    private String unique(String wanted) {
        String base = Text.variable(wanted);
        String name = base;
        for (int number = 2; name.equals(CHAIN) || taken.contains(name); number++) {
            name = base + "_" + number;
        }
        return name;
    }

    /** What the scope is called with. */
    String parameters() {
        return String.join(", ", parameters);
    }

    /** The statements, the return at the end. */
    List<String> statements() {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> lastUse = new HashMap<>();
        for (int i = 0; i < part.elements().size(); i++) {
            for (String path : part.elements().get(i).reads()) {
                lastUse.put(path, i);
            }
        }
        part.gives().forEach(path -> lastUse.put(path, Integer.MAX_VALUE));
        String chained = names.containsValue(CHAIN) ? part.reads().get(0) : null;
        for (int i = 0; i < part.elements().size(); i++) {
            Element element = part.elements().get(i);
            String text = expression(element);
            if (i == part.elements().size() - 1 && element.gives().equals(part.gives())) {
                lines.add("return " + text);
                return lines;
            }
            if (element.gives().size() == 1 && (chained == null || lastUse.getOrDefault(chained, -1) <= i)) {
                chained = element.gives().get(0);
                names.put(chained, CHAIN);
            } else {
                for (String path : element.gives()) {
                    String name = unique(GroupPath.nameOf(element.gives().size() == 1 ? element.path() : path));
                    taken.add(name);
                    names.put(path, name);
                }
            }
            lines.add(joined(element.gives()) + " = " + text);
        }
        lines.add("return " + joined(part.gives()));
        return lines;
    }

    private String joined(List<String> paths) {
        return paths.stream().map(names::get).collect(Collectors.joining(", "));
    }

    private String expression(Element element) {
        if (element instanceof Part inner) {
            return calls.part(inner, joined(inner.reads()));
        }
        Step step = (Step) element;
        String call = calls.step(step, joined(step.reads()));
        return call != null ? call : Text.named(step.text(), names::get, calls::layer);
    }
}
