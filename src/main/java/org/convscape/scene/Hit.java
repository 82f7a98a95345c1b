package org.convscape.scene;

import org.convscape.graph.GroupPath;
import org.convscape.layout.Link;

/** What lies under a place on the canvas. */
public sealed interface Hit {

    /** A card. */
    record OnCard(String path) implements Hit {}

    /** Where connections leave a card. */
    record OnOutput(String path) implements Hit {}

    /** Where a connection enters a card. */
    record OnInput(String path, int port) implements Hit {}

    /** The title of an open group. */
    record OnHeader(GroupPath group) implements Hit {}

    /** The inside of an open group. */
    record OnBody(GroupPath group) implements Hit {}

    /**
     * A connection.
     *
     * @param atTarget true near the end where it enters a card
     */
    record OnLink(Link link, boolean atTarget) implements Hit {}

    /** Nothing at all. */
    record Nothing() implements Hit {}
}
