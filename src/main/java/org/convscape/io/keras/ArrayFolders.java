package org.convscape.io.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscape.io.keras.ModelText.Entry;

/**
 * What Keras 3 calls the groups that hold the arrays of a model's layers: the class in snake case, and from the second
 * layer of a class on a number ({@code saving_lib.py} of Keras).
 */
final class ArrayFolders {
    private ArrayFolders() {}

    /** By the names of the layers. */
    static Map<String, String> counted(List<Entry> layers) {
        Map<String, String> counted = new HashMap<>();
        Map<String, Integer> met = new HashMap<>();
        for (Entry entry : layers) {
            String type = snake(entry.type());
            int number = met.merge(type, 1, Integer::sum) - 1;
            counted.put(entry.name(), number == 0 ? type : type + "_" + number);
        }
        return counted;
    }

    private static String snake(String type) {
        return type.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
