package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the named tensors in what a pickle of PyTorch holds, which often wraps them. */
final class StateDict {
    /** Where training programs put them, the first that is there counts (the order of timm's loader). */
    private static final List<String> WRAPPINGS = List.of("state_dict_ema", "model_ema", "state_dict", "model");

    private static final int DEEPEST = 4;

    private StateDict() {}

    /** Adds every named tensor, in the order of the file; the numbers come from what places them. */
    static void into(ArrayFile.Contents contents, FileBytes file, Object root, Placing placing) {
        if (!(root instanceof Pickled.Dict top)) {
            throw file.complaint("it was expected to hold named tensors (a state dict), found "
                    + (root instanceof Pickled.View ? "a single tensor without a name" : "something else"));
        }
        Pickled.Dict dict = unwrapped(top);
        if (hasTensors(dict)) {
            add(contents, file, "", dict, placing);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Object, Object> each : dict.items.entrySet()) {
            if (each.getKey() instanceof String name && each.getValue() instanceof Pickled.Dict inner) {
                if (hasTensors(inner)) {
                    parts.add(name);
                }
            }
        }
        if (parts.isEmpty()) {
            throw file.complaint("it was expected to hold named tensors (a state dict), and holds none");
        }
        for (String part : parts) {
            String prefix = parts.size() == 1 ? "" : part + ".";
            add(contents, file, prefix, (Pickled.Dict) dict.items.get(part), placing);
        }
        if (parts.size() > 1) {
            contents.remarks.add("The file holds " + parts.size() + " sets of arrays: " + String.join(", ", parts));
        }
    }

    private static Pickled.Dict unwrapped(Pickled.Dict top) {
        Pickled.Dict dict = top;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Pickled.Dict inner = null;
            for (String wrapping : WRAPPINGS) {
                if (inner == null && dict.items.get(wrapping) instanceof Pickled.Dict found && !found.items.isEmpty()) {
                    inner = found;
                }
            }
            if (inner == null) {
                return dict;
            }
            dict = inner;
        }
        return dict;
    }

    private static boolean hasTensors(Pickled.Dict dict) {
        return dict.items.entrySet().stream()
                .anyMatch(each -> each.getKey() instanceof String && each.getValue() instanceof Pickled.View);
    }

    private static void add(
            ArrayFile.Contents contents, FileBytes file, String prefix, Pickled.Dict dict, Placing placing) {
        dict.items.forEach((key, value) -> {
            if (key instanceof String name && value instanceof Pickled.View view) {
                StoredArray array = new StoredArray(prefix + name, view.dimensions, view.storage.type);
                Room.checkNoBomb(
                        file, array, view.storage.elements * array.type().bytes());
                if (!contents.add(array, placing.place(array, view))) {
                    throw file.complaint("two arrays are called " + array.name());
                }
            }
        });
    }

    /** Where a format has the numbers of a storage. */
    @FunctionalInterface
    interface Placing {
        Values place(StoredArray array, Pickled.View view);
    }
}
