package org.convscape.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.convscape.tensor.Shape;

/** JSON as text that a person can read, the same on every platform, and back with the place of the first mistake. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An object without fields yet; fields keep the order in which they are put. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A list without elements yet. */
    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A list of whole numbers. */
    static ArrayNode numbers(int... values) {
        ArrayNode list = array();
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    /** One shape as {@code [h, w, c]} or {@code [n]}; of several, or none, a list of them. */
    static ArrayNode shapes(List<Shape> shapes) {
        ArrayNode list = array();
        shapes.forEach(shape -> list.add(numbers(shape.dimensions())));
        return shapes.size() == 1 ? (ArrayNode) list.get(0) : list;
    }

    /** The value that stands for none. */
    static JsonNode nothing() {
        return MAPPER.nullNode();
    }

    /** Maps, lists, texts, numbers, flags and null as JSON. */
    static JsonNode of(Object plain) {
        return MAPPER.valueToTree(plain);
    }

    /** The counterpart of {@link #of}: maps keep the order of the file. */
    static Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    /** The text, indented by two spaces, with a line break at the end. */
    static String text(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withSeparators(PrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        try {
            return MAPPER.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON values can always be written", e);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws FileFailure with a sentence that names line and column of the first mistake
     */
    static JsonNode parse(byte[] contents, String source) {
        try {
            JsonNode node = MAPPER.readTree(contents);
            if (node == null || node.isMissingNode()) {
                throw new FileFailure(source + " holds nothing but blanks; JSON was expected");
            }
            return node;
        } catch (JsonEOFException e) {
            throw new FileFailure(source + ends(e.getLocation()), e);
        } catch (StreamConstraintsException e) {
            throw new FileFailure(
                    source + " is nested deeper, or holds a longer name or number, than any such file needs", e);
        } catch (JsonProcessingException e) {
            throw new FileFailure(source + place(e.getLocation()) + JsonComplaint.of(e), e);
        } catch (IOException e) {
            throw new FileFailure(source + " is not text in UTF-8", e);
        }
    }

    private static String ends(JsonLocation at) {
        return (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr())
                + ": the file ends in the middle; more JSON was expected";
    }

    private static String place(JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? " is not valid JSON: "
                : ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": expected valid JSON, found ";
    }
}
