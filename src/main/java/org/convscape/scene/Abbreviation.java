package org.convscape.scene;

import java.util.Locale;
import org.convscape.op.OpType;

/** A few letters that stand for a kind of layer where there is no room for its name. */
final class Abbreviation {
    private static final int ROOM = 8;

    private Abbreviation() {}

    /** The label where it is short, else its initials: BN for "Batch normalisation". */
    static String of(OpType<?> type) {
        String label = type.label();
        if (label.length() <= ROOM) {
            return label;
        }
        String[] words = label.split("[ -]+");
        if (words.length == 1) {
            return label.substring(0, ROOM - 1) + "…";
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
        }
        return initials.toString();
    }
}
