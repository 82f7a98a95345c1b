package org.convscape.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with text that is no JSON, in words of ours: a parser's own speak of its settings and classes. */
final class JsonComplaint {
    private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\('(.)'", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']{0,60})");
    private static final Pattern FIELD = Pattern.compile("^Duplicate field '(.{0,60})", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("^Non-standard token '([+-]?\\w+)'");
    private static final Pattern CLOSE = Pattern.compile("^Unexpected close marker '(.)': expected '(.)'");

    /** What the parser says, as a part of it, and what we say instead. */
    private static final Map<String, String> WORDS = words();

    private JsonComplaint() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Trailing token", "more after the end of the first value; one document stands in a file");
        words.put("comment", "a comment, which JSON does not have");
        words.put("unquoted character", "a line break or another control character inside a text");
        words.put("character escape", "a backslash before a character that needs none");
        words.put("non-hex", "\\u without four hexadecimal digits");
        words.put("Leading zeroes", "a number with leading zeroes");
        words.put("plus sign", "a number with a plus sign");
        words.put("Decimal point", "a number with nothing after, or before, its decimal point");
        words.put("Exponent indicator", "a number with nothing after its exponent");
        words.put("numeric value", "a number that is written otherwise than in JSON");
        words.put("UTF-8", "bytes that are no UTF-8");
        words.put("UTF-32", "bytes that are no UTF-8");
        words.put("surrogate", "half a character beyond the first 65,536");
        return words;
    }

    /** What was found, as the end of a sentence. */
    static String of(JsonProcessingException failure) {
        String said = String.valueOf(failure.getOriginalMessage());
        Matcher matcher = FIELD.matcher(said);
        if (matcher.find()) {
            return "duplicate field '" + matcher.group(1).replaceFirst("'$", "") + "'";
        }
        matcher = WORD.matcher(said);
        if (matcher.find()) {
            return "unrecognized token '" + matcher.group(1) + "'";
        }
        matcher = NUMBER.matcher(said);
        if (matcher.find()) {
            return matcher.group(1) + ", which is no number in JSON";
        }
        matcher = CLOSE.matcher(said);
        if (matcher.find()) {
            return "\"" + matcher.group(1) + "\" where \"" + matcher.group(2) + "\" was to close what is open";
        }
        for (Map.Entry<String, String> words : WORDS.entrySet()) {
            if (said.contains(words.getKey())) {
                return words.getValue();
            }
        }
        matcher = CHARACTER.matcher(said);
        return matcher.find() ? "\"" + matcher.group(1) + "\"" + instead(said) : "something else";
    }

    private static String instead(String said) {
        if (said.contains("to start field name")) {
            return " where a name in double quotes was due";
        } else if (said.contains("comma to separate Object")) {
            return " where a comma or a closing brace was due";
        } else if (said.contains("comma to separate Array")) {
            return " where a comma or a closing bracket was due";
        } else if (said.contains("colon")) {
            return " where a colon was due";
        }
        return said.contains("value") ? " where a value was due" : "";
    }
}
