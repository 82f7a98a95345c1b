package org.convscape.attribute;

import java.util.Locale;

/** An extent over a picture, both sides in a closed range; {@code 3}, {@code 3x3} and {@code 1×7} are read. */
public record SizeKind(int minimum, int maximum) implements AttributeKind<Size> {

    @Override
    public Size parse(String text) {
        String[] sides = text.strip().toLowerCase(Locale.ROOT).split("\\s*[x×,]\\s*", -1);
        try {
            if (sides.length == 1) {
                return check(Size.square(Integer.parseInt(sides[0])));
            }
            if (sides.length == 2) {
                return check(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
            }
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    @Override
    public Size check(Size value) {
        if (Math.min(value.height(), value.width()) < minimum || Math.max(value.height(), value.width()) > maximum) {
            throw invalid(value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "a size such as 3 or 3x3 with sides from " + minimum + " to " + maximum;
    }

    @Override
    public Class<Size> type() {
        return Size.class;
    }
}
