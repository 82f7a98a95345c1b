package org.convscape.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.attribute.InvalidAttribute;

/**
 * One thing that is varied, and the values it takes.
 *
 * @param name what is varied
 * @param values in order, as attributes read them
 */
public record SweepRange(String name, List<String> values) {

    /** How many values one range may have. */
    public static final int MOST_VALUES = 10_000;

    private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern STEPS = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");

    /** Keeps an unmodifiable copy. */
    public SweepRange {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code name=from..to:step} (a step of 1 if none is given; both ends are included where the step meets them)
     * or {@code name=value,value}.
     *
     * @throws InvalidAttribute with a sentence that says what would work
     */
    public static SweepRange parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidAttribute("A sweep is written name=from..to:step or name=value,value, such as"
                    + " out=16..256:16; found \"" + text + "\"");
        }
        String name = text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        if (values.contains("..")) {
            return new SweepRange(name, steps(name, values));
        }
        List<String> listed = new ArrayList<>();
        for (String value : values.split(",", -1)) {
            if (value.isBlank()) {
                throw new InvalidAttribute(
                        name + ": a value is missing in \"" + values + "\"; 16,32,64 or 16..64:16 would work");
            }
            listed.add(value.strip());
        }
        return new SweepRange(name, listed);
    }

    private static List<String> steps(String name, String values) {
        Matcher range = STEPS.matcher(values);
        if (!range.matches()) {
            throw new InvalidAttribute(
                    name + ": expected from..to:step in numbers, such as 16..256:16, found \"" + values + "\"");
        }
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        if (step.signum() <= 0) {
            throw new InvalidAttribute(name + ": a step of " + step + " never arrives; a step above 0 would work");
        }
        if (from.compareTo(to) > 0) {
            throw new InvalidAttribute(name + ": the range runs backwards from " + from + " to " + to + "; " + to + ".."
                    + from + " would work");
        }
        BigDecimal count = to.subtract(from).divide(step, 0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(MOST_VALUES)) > 0) {
            throw new InvalidAttribute(name + ": " + values + " are " + count.toPlainString()
                    + " values, more than the "
                    + MOST_VALUES + " that can be; a step of "
                    + to.subtract(from).divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING) + " would work");
        }
        List<String> listed = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            listed.add(value.stripTrailingZeros().toPlainString());
        }
        return listed;
    }

    /** What a message names a value by: {@code out=16}. */
    String at(int index) {
        return name + "=" + values.get(index);
    }
}
