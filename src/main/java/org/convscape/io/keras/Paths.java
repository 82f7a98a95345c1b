package org.convscape.io.keras;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;

/**
 * Gives the operations paths. Groups are the models within the model, layers of several operations, what the names of
 * Keras' own networks have in common ({@code conv2_block1_1_conv} is in {@code conv2_block1}), and where names say
 * nothing the {@link Blocks}.
 */
final class Paths {
    private static final Pattern BLOCK = Pattern.compile("((?:[A-Za-z0-9]+_){0,3}?block_?\\d+[a-z]?)_.+");

    private Paths() {}

    /** What slashes in a name tell apart. */
    static List<String> parts(String name) {
        List<String> parts = Arrays.stream(name.split("/", -1))
                .filter(part -> !part.isBlank() && Naming.fault(part).isEmpty())
                .toList();
        return parts.isEmpty() ? List.of("layer") : parts;
    }

    /** By name the block that a layer is in, for those layers that follow one another in a block of two or more. */
    static Map<String, String> blocks(List<String> names) {
        Map<String, String> blocks = new HashMap<>();
        Set<String> ended = new HashSet<>();
        String current = "";
        for (String name : names) {
            Matcher matcher = BLOCK.matcher(name);
            String block = matcher.matches() ? matcher.group(1) : "";
            if (!block.equals(current)) {
                ended.add(current);
                current = block;
            }
            // A block that is met again later would be a group that its own surroundings lead back into.
            if (ended.contains(block)) {
                blocks.values().removeIf(block::equals);
            } else {
                blocks.put(name, block);
            }
        }
        Map<String, Integer> sizes = new HashMap<>();
        blocks.values().forEach(block -> sizes.merge(block, 1, Integer::sum));
        blocks.values().removeIf(block -> block.isEmpty() || sizes.get(block) < 2);
        return blocks;
    }

    /**
     * A path for every layer, no two alike, none that of a group.
     *
     * @param grouped whether names and models within the model have made groups already
     */
    static Map<Layer, String> of(List<Layer> layers, boolean grouped) {
        Map<Layer, String> inside = grouped ? Map.of() : Blocks.of(layers);
        Map<Layer, GroupPath> modules = new LinkedHashMap<>();
        Set<String> groups = new HashSet<>();
        for (Layer layer : layers) {
            GroupPath module = new GroupPath(inside.getOrDefault(layer, ""));
            for (String group : layer.module()) {
                module = module.group(group);
            }
            for (String part :
                    parts(layer.name()).subList(0, parts(layer.name()).size() - 1)) {
                module = module.group(part);
            }
            modules.put(layer, module);
            module.lineage().forEach(each -> groups.add(each.text()));
        }
        Map<Layer, String> paths = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        modules.forEach((layer, module) -> {
            List<String> parts = parts(layer.name());
            String path = module.child(parts.get(parts.size() - 1));
            String unique = path;
            for (int number = 2; groups.contains(unique) || !taken.add(unique); number++) {
                unique = path + "_" + number;
            }
            paths.put(layer, unique);
        });
        return paths;
    }
}
