package org.convscape.io.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Modules of PyTorch: a chain is a Sequential, any other group a class of its own; groups that are built alike share
 * one.
 */
final class TorchSource {
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final String root;

    /** The classes of a network; the last is the network. */
    TorchSource(Part network, String title) {
        root = Text.className(title);
        names.add(root);
        String body = body(network);
        classes.put(body, root);
    }

    /** What the class of the network is called. */
    String root() {
        return root;
    }

    /** All classes, those that others use first. */
    String text() {
        return classes.entrySet().stream()
                .map(each -> "class " + each.getValue() + "(nn.Module):\n" + each.getKey())
                .collect(Collectors.joining("\n\n"));
    }

    private static String within(Part part, String path) {
        return part.path().isEmpty() ? path : path.substring(part.path().length() + 1);
    }

    private String body(Part part) {
        StringBuilder text = new StringBuilder("    def __init__(self):\n        super().__init__()\n");
        Set<String> containers = new LinkedHashSet<>();
        for (Element element : part.elements()) {
            if (element instanceof Part inner) {
                declare(part, inner.path(), constructor(inner), containers, text);
            } else if (element instanceof Step step && step.constructor() != null) {
                declare(part, step.path(), step.constructor(), containers, text);
            } else if (element instanceof Step step) {
                step.layers().forEach(each -> declare(part, each.path(), each.constructor(), containers, text));
            }
        }
        Body body = new Body(part, new Body.Calls() {
            @Override
            public String layer(String path) {
                return TorchNames.access("self", within(part, path));
            }

            @Override
            public String part(Part inner, String arguments) {
                return TorchNames.access("self", within(part, inner.path())) + "(" + arguments + ")";
            }

            @Override
            public String step(Step step, String argument) {
                return step.constructor() == null
                        ? null
                        : TorchNames.access("self", within(part, step.path())) + "(" + argument + ")";
            }
        });
        text.append("\n    def forward(self, ").append(body.parameters()).append("):\n");
        body.statements().forEach(line -> text.append("        ").append(line).append('\n'));
        return text.toString();
    }

    private static void declare(
            Part part, String path, String constructor, Set<String> containers, StringBuilder text) {
        String relative = within(part, path);
        for (int at = relative.indexOf('/'); at >= 0; at = relative.indexOf('/', at + 1)) {
            String container = relative.substring(0, at);
            if (containers.add(container)) {
                text.append("        ")
                        .append(assignment(container, "nn.Module()"))
                        .append('\n');
            }
        }
        text.append("        ")
                .append(assignment(relative, Text.indented(constructor, 8)))
                .append('\n');
    }

    private static String assignment(String relative, String constructor) {
        int slash = relative.lastIndexOf('/');
        String owner = slash < 0 ? "self" : TorchNames.access("self", relative.substring(0, slash));
        String name = TorchNames.module(relative.substring(slash + 1));
        return Text.attribute(name)
                ? owner + "." + name + " = " + constructor
                : owner + ".add_module(" + Text.quoted(name) + ", " + constructor + ")";
    }

    private String constructor(Part part) {
        boolean alone = part.elements().stream()
                .allMatch(each -> standsAlone(each) && within(part, each.path()).indexOf('/') < 0);
        if (alone && part.chain()) {
            return sequential(part);
        }
        String body = body(part);
        String known = classes.get(body);
        if (known != null) {
            return known + "()";
        }
        String base = Text.className(part.template());
        String name = base;
        for (int number = 2; !names.add(name); number++) {
            name = base + number;
        }
        classes.put(body, name);
        return name + "()";
    }

    private static boolean standsAlone(Element element) {
        return element instanceof Part || (element instanceof Step step && step.constructor() != null);
    }

    private String sequential(Part part) {
        List<String> names = new ArrayList<>();
        List<String> layers = new ArrayList<>();
        boolean counted = true;
        for (Element element : part.elements()) {
            String relative = within(part, element.path());
            counted &= relative.equals(Integer.toString(names.size()));
            names.add(relative);
            layers.add(element instanceof Part inner ? constructor(inner) : ((Step) element).constructor());
        }
        StringBuilder text = new StringBuilder(counted ? "nn.Sequential(\n" : "nn.Sequential(OrderedDict([\n");
        for (int i = 0; i < layers.size(); i++) {
            int same = counted ? repetitions(layers, i) : 1;
            String layer = Text.indented(layers.get(i), 4);
            if (same > 2) {
                text.append("    *(")
                        .append(layer)
                        .append(" for _ in range(")
                        .append(same)
                        .append(")),\n");
                i += same - 1;
            } else if (counted) {
                text.append("    ").append(layer).append(",\n");
            } else {
                String name = Text.quoted(TorchNames.module(names.get(i)));
                text.append("    (").append(name).append(", ").append(layer).append("),\n");
            }
        }
        return text.append(counted ? ")" : "]))").toString();
    }

    /** How many layers from there on are made alike. */
    private static int repetitions(List<String> layers, int from) {
        int to = from + 1;
        while (to < layers.size() && layers.get(to).equals(layers.get(from))) {
            to++;
        }
        return to - from;
    }
}
