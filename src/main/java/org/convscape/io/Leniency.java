package org.convscape.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeKind;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.ChoiceKind;
import org.convscape.attribute.DecimalKind;
import org.convscape.attribute.FlagKind;
import org.convscape.attribute.IntegerKind;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.document.Extras;
import org.convscape.graph.Naming;

/**
 * What a file of another version may lack or have more: what is absent gets its default, what is not known is kept for
 * the next save, and both are said, once each. A value that is there and wrong stays a failure.
 */
final class Leniency {
    private static final int NAMED = 3;

    private final Map<Extras.Place, Map<String, String>> extras = new TreeMap<>();
    /** Sentences that are still open, with the paths of what they are about. */
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    /** What was not known. */
    Extras extras() {
        return new Extras(extras);
    }

    /** One sentence for each kind of thing that was absent or not known. */
    List<String> notes() {
        return notes.entrySet().stream()
                .map(note -> note.getKey() + among(note.getValue()))
                .toList();
    }

    private static String among(List<String> paths) {
        List<String> named = paths.stream().limit(NAMED).map(Naming::quoted).toList();
        int more = paths.size() - named.size();
        return paths.isEmpty()
                ? ""
                : " (" + String.join(", ", named) + (more == 0 ? "" : " and " + more + " more") + ")";
    }

    private void note(String sentence, String path) {
        List<String> paths = notes.computeIfAbsent(sentence, first -> new ArrayList<>());
        if (!path.isEmpty()) {
            paths.add(path);
        }
    }

    /** Keeps what an object has beside the fields that are known. */
    void fields(JsonPlace object, Set<String> known, Extras.Kind kind, String path) {
        for (String name : object.names()) {
            if (!known.contains(name)) {
                keep(object, name, kind, path);
                note(
                        "The field " + Naming.quoted(name)
                                + " is not known to this version; it is kept and does nothing",
                        path);
            }
        }
    }

    private void keep(JsonPlace object, String name, Extras.Kind kind, String path) {
        extras.computeIfAbsent(new Extras.Place(kind, path), first -> new LinkedHashMap<>())
                .put(name, object.field(name).node().toString());
    }

    /** True, and said, where a field is absent that every file of this version has. */
    boolean lacks(JsonPlace field) {
        if (field.missing()) {
            String name = field.place().replaceFirst(".*\\.", "");
            note("The file has no " + Naming.quoted(name) + " where one is usual; its default is taken", "");
        }
        return field.missing();
    }

    /** The elements of a list; none, which is said, where it is absent. */
    List<JsonPlace> elements(JsonPlace list) {
        return lacks(list) ? List.of() : list.elements();
    }

    /** A text, or what stands for it where it is absent, which is said. */
    String text(JsonPlace field, String expected, String otherwise) {
        return lacks(field) ? otherwise : field.text(expected);
    }

    /**
     * The attributes of a node or group. One that is absent gets its default.
     *
     * @param owner the id of the operation or block
     */
    AttributeValues values(JsonPlace place, AttributeSchema schema, String owner, Extras.Kind kind, String path) {
        Map<String, JsonPlace> given = place.missing() ? Map.of() : place.fields();
        for (String name : given.keySet()) {
            if (schema.find(name).isEmpty()) {
                keep(place, name, kind, path);
                note(
                        "The attribute " + Naming.quoted(name) + " of " + (owner.isEmpty() ? "a group" : owner)
                                + " is not known to this version; it is kept and does nothing",
                        path);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        AttributeValues defaults = schema.defaults();
        for (Attribute<?> attribute : schema.attributes()) {
            if (given.containsKey(attribute.name())) {
                values.put(attribute.name(), value(place.field(attribute.name()), attribute.kind()));
            } else {
                note(
                        "The file does not say " + Naming.quoted(attribute.name()) + " of " + owner + "; its default "
                                + defaults.format(attribute) + " is taken",
                        path);
            }
        }
        return new AttributeValues(schema, values);
    }

    private static <V> V value(JsonPlace place, AttributeKind<V> kind) {
        boolean number = !place.missing() && place.node().isNumber();
        boolean fits;
        if (kind instanceof IntegerKind) {
            fits = number && place.node().isIntegralNumber();
        } else if (kind instanceof DecimalKind) {
            fits = number;
        } else if (kind instanceof FlagKind) {
            fits = !place.missing() && place.node().isBoolean();
        } else if (kind instanceof ChoiceKind<?>) {
            fits = !place.missing() && place.node().isTextual();
        } else {
            // Sizes and padding: a single number is as good as its text.
            fits = !place.missing() && (place.node().isTextual() || place.node().isIntegralNumber());
        }
        if (!fits) {
            throw place.expected(kind.expected());
        }
        try {
            return kind.parse(place.node().asText());
        } catch (InvalidAttribute e) {
            throw place.expected(kind.expected());
        }
    }
}
