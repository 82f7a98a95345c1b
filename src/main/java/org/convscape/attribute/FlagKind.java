package org.convscape.attribute;

import java.util.Locale;

/** Yes or no. */
public record FlagKind() implements AttributeKind<Boolean> {

    @Override
    public Boolean parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw invalid(text);
        };
    }

    @Override
    public Boolean check(Boolean value) {
        return value;
    }

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }
}
