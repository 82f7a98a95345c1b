package org.convscape.attribute;

import java.util.Locale;

/** Padding, in the forms that {@link Padding#toString} writes, every margin in 0 … {@code maximum}. */
public record PaddingKind(int maximum) implements AttributeKind<Padding> {

    @Override
    public Padding parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("same")) {
            return Padding.SAME;
        }
        if (wanted.equals("valid")) {
            return Padding.VALID;
        }
        String[] parts = wanted.split("\\s*,\\s*", -1);
        int[] margins = new int[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                margins[i] = Integer.parseInt(parts[i]);
            }
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
        return switch (margins.length) {
            case 1 -> check(Padding.of(margins[0]));
            case 2 -> check(Padding.of(margins[0], margins[1]));
            case 4 -> check(Padding.of(margins[0], margins[1], margins[2], margins[3]));
            default -> throw invalid(text);
        };
    }

    @Override
    public Padding check(Padding value) {
        int least = Math.min(Math.min(value.top(), value.left()), Math.min(value.bottom(), value.right()));
        int most = Math.max(Math.max(value.top(), value.left()), Math.max(value.bottom(), value.right()));
        if (least < 0 || most > maximum) {
            throw invalid(value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "same, valid, one margin, vertical,horizontal or top,left,bottom,right (each 0 to " + maximum + ")";
    }

    @Override
    public Class<Padding> type() {
        return Padding.class;
    }
}
