package org.convscape.weights.match;

import java.util.List;
import java.util.Locale;
import org.convscape.weights.file.StoredArray;

/** What files hold beside the arrays of layers, and what each of it is. */
final class Unneeded {

    private record Kind(String pattern, String reason) {}

    private static final List<Kind> EXPECTED = List.of(
            new Kind("(.*\\.)?num_batches_tracked", "how many batches were seen in training"),
            new Kind(
                    "(.*\\.)?(aux\\d*|auxlogits|aux_logits|loss[12])[./].*",
                    "an auxiliary classifier, used in training"),
            new Kind("(optimizer|optimizer_weights|optimizer_state)[./].*", "what the optimizer kept"));

    private Unneeded() {}

    /** What an array is that goes nowhere. */
    static Match.Unused of(StoredArray array) {
        String name = array.name().toLowerCase(Locale.ROOT);
        for (Kind kind : EXPECTED) {
            if (name.matches(kind.pattern())) {
                return new Match.Unused(array, true, kind.reason());
            }
        }
        return array.type().fractional()
                ? new Match.Unused(array, false, "no layer of this network has that name")
                : new Match.Unused(array, true, "whole numbers, which are no weights");
    }
}
