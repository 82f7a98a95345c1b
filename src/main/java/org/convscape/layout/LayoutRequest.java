package org.convscape.layout;

import java.util.Map;
import java.util.function.Function;
import org.convscape.document.Document;
import org.convscape.document.Point;

/**
 * What to lay out.
 *
 * @param sizes how large each card is drawn
 * @param positions where a person put cards and groups, by path; the rest is placed automatically. A group's position
 *     is the top left corner of its box and moves what it holds; a card's own position counts before that of its group
 * @param groupHeader the space for a title at the top of an open group
 */
public record LayoutRequest(
        VisibleGraph view, Function<Card, Extent> sizes, Map<String, Point> positions, double groupHeader) {

    /** The space that {@link #of} leaves for the title of an open group. */
    public static final double GROUP_HEADER = 36;

    /** Lays a document out as it says itself. */
    public static LayoutRequest of(Document document, Function<Card, Extent> sizes) {
        return new LayoutRequest(
                VisibleGraph.of(document.graph(), document.layout().collapsed()),
                sizes,
                document.layout().positions(),
                GROUP_HEADER);
    }
}
