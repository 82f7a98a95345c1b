package org.convscape.layout;

import java.util.List;
import org.convscape.graph.Edge;

/**
 * A connection that is drawn, between two cards. At a collapsed group it stands for all connections of the graph
 * between the two cards.
 *
 * @param from path of the card it leaves
 * @param to path of the card it enters
 * @param port index of the input port it enters
 * @param edges the connections of the graph that it shows
 */
public record Link(String from, String to, int port, List<Edge> edges) {

    /** Keeps an unmodifiable copy. */
    public Link {
        edges = List.copyOf(edges);
    }

    /** Of the ends alone: they tell links apart, and links are looked up for every frame. */
    @Override
    public int hashCode() {
        return 31 * (31 * from.hashCode() + to.hashCode()) + port;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Link that
                        && port == that.port
                        && from.equals(that.from)
                        && to.equals(that.to)
                        && edges.equals(that.edges));
    }
}
