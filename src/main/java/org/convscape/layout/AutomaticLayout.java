package org.convscape.layout;

import java.util.List;
import java.util.Map;
import org.convscape.graph.GroupPath;

/**
 * Places what a person has not placed: left to right in the direction of the data, groups around what they hold.
 *
 * <p>Layered drawing (Sugiyama, Tagawa, Toda 1981) by the Eclipse Layout Kernel; plain columns where a graph is too
 * large for that to be quick or too dense, or where it fails. Long chains are broken into rows. The same request always
 * gives the same result. {@link #effort} says beforehand how long it takes; what takes longer than a frame is asked for
 * outside the screen's thread.
 */
public final class AutomaticLayout {

    /** With more cards than this, layered drawing would take seconds. */
    static final int LAYERED_LIMIT = 1_200;

    /** With connections that pass more columns than this in all, too. */
    static final long DENSE_LIMIT = 3_000;

    private AutomaticLayout() {}

    /** Lays out what the request shows. */
    public static LayoutResult arrange(LayoutRequest request) {
        return FixedPositions.applied(request, RowBreaks.applied(request, placed(request)));
    }

    /**
     * Loads what the first arrangement needs, by arranging two cards of which one is in a group: reading the library
     * and checking its signatures takes longer than most arrangements, and can be done on another thread beforehand.
     */
    public static void prepare() {
        GroupPath group = new GroupPath("group");
        Card first = new Card("first", false, GroupPath.ROOT, 0);
        Card second = new Card("group/second", false, group, 1);
        VisibleGraph view = new VisibleGraph(
                List.of(first, second), List.of(group), List.of(new Link(first.path(), second.path(), 0, List.of())));
        arrange(new LayoutRequest(view, card -> new Extent(1, 1), Map.of(), LayoutRequest.GROUP_HEADER));
    }

    private static LayoutResult placed(LayoutRequest request) {
        if (layered(request.view())) {
            try {
                return LayeredLayout.arrange(request);
            } catch (RuntimeException e) {
                System.getLogger(AutomaticLayout.class.getName())
                        .log(System.Logger.Level.DEBUG, "Layered drawing failed; columns serve instead", e);
            }
        }
        return ColumnLayout.arrange(request);
    }

    /**
     * How much there is to arrange, about ten to a millisecond once the code is warm: cards, groups, and for every link
     * the columns that it passes.
     */
    public static long effort(VisibleGraph view) {
        return view.cards().size() + view.groups().size() + Depths.spans(view);
    }

    /**
     * True where a layered drawing is quick enough. It finds a place in every column for every connection that passes
     * it: for a dense block of n layers, about n³ of them.
     */
    static boolean layered(VisibleGraph view) {
        return view.cards().size() <= LAYERED_LIMIT && Depths.spans(view) <= DENSE_LIMIT;
    }
}
