package org.convscape.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small file of the program's own, such as its settings: one JSON object of plain values (maps, lists, texts,
 * numbers, flags, null).
 */
public final class StateFile {
    private static final int MOST_BYTES = 8_000_000;

    private StateFile() {}

    /**
     * The fields of the object in a file, in their order.
     *
     * @param kind what the file is, for failures: "a file of settings"
     * @throws FileFailure with a sentence when it is missing, unreadable or holds something else
     */
    public static Map<String, Object> read(Path file, String kind) {
        JsonPlace root =
                JsonPlace.root(file.toString(), Json.parse(WholeFile.read(file, MOST_BYTES, kind), file.toString()));
        Map<String, Object> fields = new LinkedHashMap<>();
        root.fields().forEach((name, value) -> fields.put(name, Json.plain(value.node())));
        return fields;
    }

    /**
     * Writes an object; what stood there before stays until the new file is complete.
     *
     * @throws FileFailure with a sentence when that cannot be done
     */
    public static void write(Path file, Map<String, ?> fields) {
        WholeFile.write(file, Json.text(Json.of(fields)));
    }
}
