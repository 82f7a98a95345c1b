package org.convscape.analysis;

/**
 * Something the matter with a graph, located.
 *
 * @param node the path of the node where it shows
 * @param message a sentence for the user: what was expected and what was found
 */
public record Diagnostic(Severity severity, String node, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Nothing that follows can be computed. */
        ERROR,
        /** Unfinished: something is still to be connected. */
        OPEN
    }
}
