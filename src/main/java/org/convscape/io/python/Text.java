package org.convscape.io.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.attribute.Size;

/** Pieces of Python. */
final class Text {
    /** Around the path of a value, and around that of a layer, until it is known what they are called. */
    private static final char VALUE = '\uE000';

    private static final char LAYER = '\uE001';
    private static final char END = '\uE002';
    private static final Pattern VALUES = Pattern.compile(VALUE + "([^" + END + "]*)" + END);
    private static final Pattern LAYERS = Pattern.compile(LAYER + "([^" + END + "]*)" + END);

    private static final Set<String> KEYWORDS = Set.of(("False None True and as assert async await break class"
                    + " continue def del elif else except finally for from global if import in is lambda nonlocal not or"
                    + " pass raise return try while with yield")
            .split(" "));

    /** What a variable must not be called besides: what the source has imported or calls. */
    private static final Set<String> TAKEN =
            Set.of(("self super range print list dict sum max min abs pow input float int"
                            + " len json math numpy torch nn F keras layers ops name Path OrderedDict build load network model"
                            + " arrays read_weights")
                    .split(" "));

    /** What the names of functions end with that stand for groups; those of variables do not. */
    static final String FUNCTION = "_layers";

    private Text() {}

    /** A value of the network in an expression. */
    static String value(String path) {
        return VALUE + path + END;
    }

    /** A layer of the network in an expression. */
    static String layer(String path) {
        return LAYER + path + END;
    }

    /** The paths of the values that an expression takes, each once. */
    static List<String> valuesIn(String text) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher matcher = VALUES.matcher(text);
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return new ArrayList<>(paths);
    }

    /** The expression with names for values and layers. */
    static String named(String text, UnaryOperator<String> values, UnaryOperator<String> layers) {
        String first = VALUES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
        return LAYERS.matcher(first).replaceAll(found -> Matcher.quoteReplacement(layers.apply(found.group(1))));
    }

    /** A number as a person writes it in Python. */
    static String number(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "float(\"inf\")" : "float(\"-inf\")";
        }
        String text = Double.toString(number).toLowerCase(Locale.ROOT);
        return text.replace(".0e", "e").replaceFirst("e-(\\d)$", "e-0$1");
    }

    /** One number for a square, else both in brackets. */
    static String size(Size size) {
        return size(size.height(), size.width());
    }

    static String size(int height, int width) {
        return height == width ? Integer.toString(height) : "(" + height + ", " + width + ")";
    }

    /** A text in quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ' || each == 0x7F) {
                quoted.append(String.format("\\x%02x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }

    /** True for what can stand behind a dot. */
    static boolean attribute(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEYWORDS.contains(name);
    }

    /** The nearest name that a variable can have. */
    static String variable(String name) {
        String bare = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
            bare = "v" + bare;
        }
        boolean taken = KEYWORDS.contains(bare) || TAKEN.contains(bare) || bare.endsWith(FUNCTION);
        return taken ? bare + "_" : bare;
    }

    /** The nearest name that a class can have: words run together, each with a capital. */
    static String className(String name) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                joined.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        String text = joined.toString();
        return text.isEmpty() || Character.isDigit(text.charAt(0)) ? "Net" + text : text;
    }

    /** All lines but the first with so many blanks in front. */
    static String indented(String text, int blanks) {
        return text.replace("\n", "\n" + " ".repeat(blanks));
    }
}
