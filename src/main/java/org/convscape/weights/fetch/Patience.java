package org.convscape.weights.fetch;

import java.time.Duration;

/**
 * How long is waited for a server.
 *
 * @param connection for the connection
 * @param answer for the beginning of an answer
 * @param silence between two pieces of a file
 */
public record Patience(Duration connection, Duration answer, Duration silence) {

    /** What slow servers need. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
}
