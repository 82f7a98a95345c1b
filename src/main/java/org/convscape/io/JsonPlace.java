package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Naming;

/**
 * A value in a JSON file together with where it stands, such as {@code nodes[3].attributes.kernel}: every getter either
 * gives what was expected or fails with a sentence that names the file, the place, what was expected and what was
 * found.
 */
record JsonPlace(String source, String place, JsonNode node) {

    private static final int SHOWN = 60;

    /** The whole file. */
    static JsonPlace root(String source, JsonNode node) {
        return new JsonPlace(source, "", node);
    }

    /** The failure for this place. */
    FileFailure failure(String sentence) {
        return new FileFailure(source + ": " + (place.isEmpty() ? "" : place + ": ") + sentence);
    }

    /** The failure for a value of another kind than expected. */
    FileFailure expected(String what) {
        return failure("expected " + what + ", found " + found());
    }

    /** The value as it stands in the file, shortened. */
    String found() {
        if (node == null || node.isMissingNode()) {
            return "nothing";
        }
        String text = node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The field of that name; it may be missing. */
    JsonPlace field(String name) {
        String inner =
                name.matches("[\\w-]{1,60}") ? (place.isEmpty() ? "" : ".") + name : "[" + Naming.quoted(name) + "]";
        return new JsonPlace(source, place + inner, node.get(name));
    }

    boolean missing() {
        return node == null || node.isMissingNode();
    }

    /** The names of the fields of an object, in order. */
    List<String> names() {
        if (missing() || !node.isObject()) {
            throw expected("an object in braces");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The fields of an object, in order. */
    Map<String, JsonPlace> fields() {
        Map<String, JsonPlace> fields = new LinkedHashMap<>();
        names().forEach(name -> fields.put(name, field(name)));
        return fields;
    }

    /** The elements of a list. */
    List<JsonPlace> elements() {
        if (missing() || !node.isArray()) {
            throw expected("a list in brackets");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
            elements.add(new JsonPlace(source, place + "[" + elements.size() + "]", each.next()));
        }
        return elements;
    }

    String text(String what) {
        if (missing() || !node.isTextual()) {
            throw expected(what);
        }
        return node.textValue();
    }

    int integer(int minimum, int maximum) {
        if (missing()
                || !node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < minimum
                || node.intValue() > maximum) {
            throw expected("a whole number from " + minimum + " to " + maximum);
        }
        return node.intValue();
    }

    double number() {
        if (missing() || !node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw expected("a number");
        }
        return node.doubleValue();
    }
}
