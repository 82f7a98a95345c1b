package org.convscape.layout;

/**
 * Places what a person has not placed: left to right in the direction of the data, groups around what they hold.
 *
 * <p>Layered drawing (Sugiyama, Tagawa, Toda 1981) by the Eclipse Layout Kernel; plain columns where a graph is too large
 * for that to be quick, or where it fails. Long chains are broken into rows. The same request always gives the same result. Takes up to a second for 500
 * cards, so the window calls it outside its own thread.
 */
public final class AutomaticLayout {

    /** With more cards than this, layered drawing would take seconds. */
    static final int LAYERED_LIMIT = 1_200;

    private AutomaticLayout() {}

    /** Lays out what the request shows. */
    public static LayoutResult arrange(LayoutRequest request) {
        return FixedPositions.applied(request, Folding.applied(request, placed(request)));
    }

    private static LayoutResult placed(LayoutRequest request) {
        if (request.view().cards().size() <= LAYERED_LIMIT) {
            try {
                return LayeredLayout.arrange(request);
            } catch (RuntimeException e) {
                System.getLogger(AutomaticLayout.class.getName())
                        .log(System.Logger.Level.DEBUG, "Layered drawing failed; columns serve instead", e);
            }
        }
        return ColumnLayout.arrange(request);
    }
}
