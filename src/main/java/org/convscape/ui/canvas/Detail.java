package org.convscape.ui.canvas;

/** How much is written on cards, by how large they are on the screen: less, but larger, the farther away they are. */
enum Detail {
    /** Everything. */
    NEAR,
    /** Name, shape and maps. */
    FAR,
    /** A name and one number, as large as the card allows. */
    DISTANT;

    private static final double FAR_BELOW = 0.5;
    private static final double DISTANT_BELOW = 0.36;

    /** What can be read at that scale. */
    static Detail at(double scale) {
        if (scale < DISTANT_BELOW) {
            return DISTANT;
        }
        return scale < FAR_BELOW ? FAR : NEAR;
    }
}
