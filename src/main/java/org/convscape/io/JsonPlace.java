package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
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
public record JsonPlace(String source, String place, JsonNode node) {

    private static final int SHOWN = 60;

    /** The whole file. */
    public static JsonPlace root(String source, JsonNode node) {
        return new JsonPlace(source, "", node);
    }

    /**
     * The value that a text is.
     *
     * @throws FileFailure with a sentence that names line and column of the first mistake
     */
    public static JsonPlace parse(String source, String text) {
        return root(source, Json.parse(text.getBytes(StandardCharsets.UTF_8), source));
    }

    /** The failure for this place. */
    public FileFailure failure(String sentence) {
        return new FileFailure(source + ": " + (place.isEmpty() ? "" : place + ": ") + sentence);
    }

    /** The failure for a value of another kind than expected. */
    public FileFailure expected(String what) {
        return failure("expected " + what + ", found " + found());
    }

    /** The value as it stands in the file, shortened. */
    public String found() {
        if (node == null || node.isMissingNode()) {
            return "nothing";
        }
        String text = node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The field of that name; it may be missing. */
    public JsonPlace field(String name) {
        String inner =
                name.matches("[\\w-]{1,60}") ? (place.isEmpty() ? "" : ".") + name : "[" + Naming.quoted(name) + "]";
        return new JsonPlace(source, place + inner, node.get(name));
    }

    /** True where there is no such field. */
    public boolean missing() {
        return node == null || node.isMissingNode();
    }

    /** The names of the fields of an object, in order. */
    public List<String> names() {
        if (missing() || !node.isObject()) {
            throw expected("an object in braces");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The fields of an object, in order. */
    public Map<String, JsonPlace> fields() {
        Map<String, JsonPlace> fields = new LinkedHashMap<>();
        names().forEach(name -> fields.put(name, field(name)));
        return fields;
    }

    /** The elements of a list. */
    public List<JsonPlace> elements() {
        if (missing() || !node.isArray()) {
            throw expected("a list in brackets");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
            elements.add(new JsonPlace(source, place + "[" + elements.size() + "]", each.next()));
        }
        return elements;
    }

    /** True where there is nothing, or what stands for nothing. */
    public boolean absent() {
        return missing() || node.isNull();
    }

    public boolean isText() {
        return !missing() && node.isTextual();
    }

    public boolean isList() {
        return !missing() && node.isArray();
    }

    public boolean isObject() {
        return !missing() && node.isObject();
    }

    public boolean isNumber() {
        return !missing() && node.isNumber();
    }

    public boolean flag() {
        if (missing() || !node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    public String text(String what) {
        if (missing() || !node.isTextual()) {
            throw expected(what);
        }
        return node.textValue();
    }

    public int integer(int minimum, int maximum) {
        if (missing()
                || !node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < minimum
                || node.intValue() > maximum) {
            throw expected("a whole number from " + minimum + " to " + maximum);
        }
        return node.intValue();
    }

    public double number() {
        if (missing() || !node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw expected("a number");
        }
        return node.doubleValue();
    }
}
