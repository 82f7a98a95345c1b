package org.convscape.viewmodel.desk;

/** A sentence for the person, shown once across the window. */
public record Notice(Kind kind, String sentence) {

    /** How urgent it is. */
    public enum Kind {
        /** Good to know; goes away by itself. */
        INFORMATION,
        /** Something could not be done; stays until it is closed or something else is said. */
        PROBLEM
    }
}
