package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a model that was read, as sentences without their full stop. */
final class Remarks {
    private static final int SAID = 5;

    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int lost;

    /** Something that is as it should be, but not as one may think. */
    void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** A layer that could not be read. */
    void failure(String layer, String reason) {
        failure(layer + ": " + reason);
    }

    void failure(String text) {
        failures.add(text);
    }

    /** A layer that takes from one that could not be read. */
    void lost() {
        lost++;
    }

    List<String> failures() {
        return failures;
    }

    List<String> all() {
        List<String> said = new ArrayList<>(notes);
        said.addAll(failures.size() <= SAID ? failures : failures.subList(0, SAID));
        if (failures.size() > SAID) {
            said.add("And " + (failures.size() - SAID) + " more layers cannot be opened");
        }
        if (lost > 0) {
            said.add("The part before is open; " + lost + (lost == 1 ? " layer" : " layers")
                    + " behind take from what is missing");
        }
        return said;
    }
}
