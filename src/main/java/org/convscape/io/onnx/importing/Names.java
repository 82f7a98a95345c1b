package org.convscape.io.onnx.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.StringStringEntryProto;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * Gives the operations paths, from what the exporter has left of the modules: scopes in the names of nodes
 * ({@code /layer1/layer1.0/conv1/Conv}), scopes in a node's properties, or the names of its arrays
 * ({@code layer1.0.conv1.weight}).
 */
final class Names {
    /** The field {@code metadata_props} of a node, which the message classes are too old to know. */
    private static final int NODE_PROPERTIES = 9;

    private static final String SCOPES = "pkg.torch.onnx.name_scopes";
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern STEP = Pattern.compile("#\\d+'*$");
    private static final Pattern ARRAY =
            Pattern.compile("(.+)[./_](weight|kernel|gamma|running_mean|weights|W|alpha|scale)(:0)?$");

    private final boolean own;
    private final Map<Layer, List<String>> modules = new LinkedHashMap<>();
    private final Map<Layer, String> leaves = new HashMap<>();

    private Names(boolean own) {
        this.own = own;
    }

    /** The path without the number of a step that this program writes. */
    static String stem(String name) {
        return STEP.matcher(name).replaceFirst("");
    }

    /** A path for every layer, no two alike, none that of a group. */
    static Map<Layer, String> of(List<Layer> layers, boolean own) {
        Names names = new Names(own);
        layers.forEach(names::place);
        return names.paths();
    }

    private void place(Layer layer) {
        if (own || layer.node == null) {
            String name = layer.node == null ? layer.hint : stem(layer.node.getName());
            List<String> parts =
                    own ? parts(name) : List.of(name.replace('/', '_').replaceFirst(":0$", ""));
            put(layer, parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
            return;
        }
        String name = layer.node.getName();
        Matcher array = ARRAY.matcher(layer.hint);
        if (name.replaceFirst("^/", "").contains("/")) {
            List<String> parts = parts(name);
            put(layer, relative(parts.subList(0, parts.size() - 1)), leaf(parts.get(parts.size() - 1)));
        } else if (array.matches() && !layer.hint.startsWith("onnx::")) {
            List<String> parts = parts(array.group(1).replace('.', '/'));
            put(layer, parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
        } else {
            List<String> scopes = scopes(layer.node);
            String leaf = scopes.isEmpty() ? name.replaceFirst("^/", "") : scopes.get(scopes.size() - 1);
            put(layer, scopes.isEmpty() ? inherited(layer) : module(scopes), leaf(leaf.isEmpty() ? type(layer) : leaf));
        }
    }

    private static String type(Layer layer) {
        return layer.operation.type().id();
    }

    private void put(Layer layer, List<String> module, String leaf) {
        modules.put(layer, List.copyOf(module));
        leaves.put(layer, leaf);
    }

    private static List<String> parts(String name) {
        List<String> parts =
                Arrays.stream(name.split("/")).filter(part -> !part.isBlank()).toList();
        return parts.isEmpty() ? List.of("layer") : parts;
    }

    /** Exporters number through the whole model; within a module that is told apart anew. */
    private static String leaf(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^node_", "");
        String unnumbered = plain.replaceFirst("_\\d+$", "");
        return unnumbered.isEmpty() ? plain : unnumbered;
    }

    /** What a module repeats of the one around it is left out: {@code layer1/layer1.0} is {@code layer1/0}. */
    private static List<String> relative(List<String> parts) {
        List<String> shorter = new ArrayList<>();
        String around = "";
        for (String part : parts) {
            boolean repeats = !around.isEmpty() && part.startsWith(around + ".");
            shorter.addAll(parts(repeats ? part.substring(around.length() + 1).replace('.', '/') : part));
            around = part;
        }
        return shorter;
    }

    /** The innermost module that the scopes of a node name. */
    private static List<String> module(List<String> scopes) {
        String module = scopes.size() < 2 ? "" : scopes.get(scopes.size() - 2);
        return module.isEmpty() ? List.of() : parts(module.replace('.', '/'));
    }

    private static List<String> scopes(NodeProto node) {
        for (ByteString bytes :
                node.getUnknownFields().getField(NODE_PROPERTIES).getLengthDelimitedList()) {
            try {
                StringStringEntryProto entry = StringStringEntryProto.parseFrom(bytes);
                if (entry.getKey().equals(SCOPES)) {
                    List<String> scopes = new ArrayList<>();
                    Matcher quoted = QUOTED.matcher(entry.getValue());
                    while (quoted.find()) {
                        scopes.add(quoted.group(1));
                    }
                    return scopes;
                }
            } catch (InvalidProtocolBufferException e) {
                return List.of();
            }
        }
        return List.of();
    }

    /** What works value by value stands where the layer before it stands. */
    private List<String> inherited(Layer layer) {
        boolean beside =
                switch (layer.operation.type().category()) {
                    case ACTIVATION, NORMALISATION, MERGE -> true;
                    default -> false;
                };
        return beside && !layer.inputs.isEmpty() ? modules.get(layer.inputs.get(0)) : List.of();
    }

    private Map<Layer, String> paths() {
        Map<String, Integer> inside = new HashMap<>();
        modules.values().forEach(module -> {
            for (int depth = 1; depth <= module.size(); depth++) {
                inside.merge(String.join("/", module.subList(0, depth)), 1, Integer::sum);
            }
        });
        Map<Layer, String> paths = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        modules.forEach((layer, module) -> {
            String path = path(layer, module, inside);
            String unique = path;
            for (int number = 2; inside.containsKey(unique) || !taken.add(unique); number++) {
                unique = path + "_" + number;
            }
            paths.put(layer, unique);
        });
        return paths;
    }

    /** A module of a single layer is that layer. */
    private String path(Layer layer, List<String> module, Map<String, Integer> inside) {
        String group = String.join("/", module);
        if (!own && layer.node != null && inside.getOrDefault(group, 0) == 1) {
            inside.remove(group);
            return clean(group, layer);
        }
        return clean(new GroupPath(group).child(leaves.get(layer)), layer);
    }

    private static String clean(String path, Layer layer) {
        return Naming.fault(path).isEmpty() ? path : type(layer);
    }
}
