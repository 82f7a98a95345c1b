package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.match.KerasName;

/**
 * Finds the arrays of the layers in the file that also says what layers there are. Where a layer of the outermost model
 * has a list of arrays (until Keras 2, and in Keras 3's {@code .h5}), they go by name, else by the order in which Keras
 * keeps them; in the newest layout by group and number.
 */
final class Assignment {
    private static final Pattern NUMBERED = Pattern.compile("(.*/)?vars/(\\d+)");
    private static final Pattern FOLDER = Pattern.compile("(?:layers|_layer_checkpoint_dependencies)/");

    private final WeightFile file;
    private final Map<String, List<StoredArray>> listed = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, StoredArray>> numbered = new LinkedHashMap<>();

    private Assignment(WeightFile file) {
        this.file = file;
        for (StoredArray array : file.arrays()) {
            Matcher number = NUMBERED.matcher(array.name());
            if (number.matches() && number.group(2).length() < 10) {
                String folder = number.group(1) == null
                        ? ""
                        : FOLDER.matcher(number.group(1)).replaceAll("layers/");
                numbered.computeIfAbsent(folder, key -> new TreeMap<>()).put(Integer.parseInt(number.group(2)), array);
            } else {
                file.layer(array).ifPresent(layer -> listed.computeIfAbsent(layer, key -> new ArrayList<>())
                        .add(array));
            }
        }
    }

    /** Looks for what the layers want. */
    static void of(WeightFile file, List<LayerArrays> layers) {
        Assignment assignment = new Assignment(file);
        if (!assignment.numbered.isEmpty()) {
            layers.forEach(assignment::byFolder);
            return;
        }
        Map<String, List<LayerArrays>> outermost = new LinkedHashMap<>();
        layers.forEach(layer -> outermost
                .computeIfAbsent(layer.place().outermost(), key -> new ArrayList<>())
                .add(layer));
        outermost.forEach((name, inside) -> assignment.byList(inside, assignment.listed.getOrDefault(name, List.of())));
    }

    private void byFolder(LayerArrays layer) {
        LayerPlace place = layer.place();
        String folder = place.folder() + "layers/";
        List<String> named = numbered.keySet().stream()
                .filter(each -> label(each).equals(place.name()))
                .toList();
        List<String> here = named.stream()
                .filter(each -> each.startsWith(folder) && each.indexOf('/', folder.length()) == each.length() - 1)
                .toList();
        String counted = folder + place.counted() + "/";
        String chosen = here.size() == 1
                ? here.get(0)
                : numbered.containsKey(counted) && label(counted).isEmpty()
                        ? counted
                        : named.size() == 1 ? named.get(0) : "";
        List<StoredArray> arrays =
                new ArrayList<>(numbered.getOrDefault(chosen, new TreeMap<>()).values());
        for (int i = 0; i < Math.min(arrays.size(), layer.parts().size()); i++) {
            layer.put(layer.parts().get(i), arrays.get(i));
        }
    }

    /** The layer that a group says it is; empty where it says nothing. */
    private String label(String folder) {
        return file.layer(numbered.get(folder).firstEntry().getValue()).orElse("");
    }

    private void byList(List<LayerArrays> layers, List<StoredArray> arrays) {
        boolean complete = true;
        for (LayerArrays layer : layers) {
            for (String part : layer.parts()) {
                List<StoredArray> found = arrays.stream()
                        .filter(array -> isPart(array, part))
                        .filter(array -> layer.place().models().isEmpty() || isOf(array, layer.place()))
                        .toList();
                if (found.size() == 1) {
                    layer.put(part, found.get(0));
                }
                complete &= found.size() == 1;
            }
        }
        if (!complete) {
            byOrder(layers, arrays);
        }
    }

    private boolean isPart(StoredArray array, String part) {
        return KerasName.of(file, array)
                .filter(name ->
                        name.array().equals(part) || (name.array().equals("kernel") && part.equals("depthwise_kernel")))
                .isPresent();
    }

    /** True where the path of an array names a layer of a model within the model. */
    private static boolean isOf(StoredArray array, LayerPlace place) {
        List<String> path = Arrays.asList(array.name().split("/"));
        // The group that the list is of bears the name of the model around.
        int begin = path.indexOf(place.outermost()) + 1;
        String last = path.get(path.size() - 1);
        return path.subList(begin, path.size() - 1).contains(place.name()) || last.startsWith(place.name() + "_");
    }

    /** What training changes comes first, the statistics behind. */
    private static void byOrder(List<LayerArrays> layers, List<StoredArray> arrays) {
        int wanted = layers.stream().mapToInt(layer -> layer.parts().size()).sum();
        if (wanted != arrays.size()) {
            return;
        }
        int at = 0;
        for (boolean statistics : new boolean[] {false, true}) {
            for (LayerArrays layer : layers) {
                for (String part : layer.parts()) {
                    if (part.startsWith("moving_") == statistics) {
                        layer.put(part, arrays.get(at++));
                    }
                }
            }
        }
    }
}
