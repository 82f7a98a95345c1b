package org.convscape.ui.shell;

/**
 * How wide and high the areas around the canvas are, in pixels, in a window of some size. Each is as large as was asked
 * for where there is room; where there is not, they give way in this order: the inspector down to its least width, the
 * palette down to its own, then the palette folds away, then the inspector. The drawer always shows its tabs. What was
 * asked for is not changed by that, so that a window made larger again has its areas as before.
 *
 * @param palette width; 0 for folded away
 * @param inspector width; 0 for folded away
 * @param drawer height, with its tabs
 */
record AreasLayout(double palette, double inspector, double drawer) {
    static final double PALETTE_LEAST = 160;
    static final double INSPECTOR_LEAST = 250;
    /** Under the tabs: room to see that there is something. */
    static final double PAGE_LEAST = 110;

    private static final double CANVAS_LEAST_WIDTH = 360;
    private static final double CANVAS_LEAST_HEIGHT = 180;
    private static final double CANVAS_SHARE = 0.5;

    /**
     * What somebody asked for.
     *
     * @param palette width in pixels
     * @param inspector width in pixels
     * @param drawer height in pixels; 0 for a share of the window
     */
    record Wish(
            double palette,
            boolean paletteFolded,
            double inspector,
            boolean inspectorFolded,
            double drawer,
            boolean drawerFolded) {
        /** The share of the drawer, where nobody has chosen its height: small windows keep what shows maps on cards. */
        private static final double DRAWER_SHARE = 0.25;

        double drawerIn(double height) {
            return drawer > 0 ? drawer : Math.round(DRAWER_SHARE * height);
        }
    }

    /**
     * The sizes in a window.
     *
     * @param width for all three columns, without what divides them
     * @param height for the canvas with its tabs and the drawer
     * @param tabs height of the tabs of the drawer
     */
    static AreasLayout of(double width, double height, double tabs, Wish wish) {
        double room = width - Math.max(CANVAS_LEAST_WIDTH, Math.round(CANVAS_SHARE * width));
        double palette = wish.paletteFolded() ? 0 : Math.max(PALETTE_LEAST, wish.palette());
        double inspector = wish.inspectorFolded() ? 0 : Math.max(INSPECTOR_LEAST, wish.inspector());
        if (palette + inspector > room && inspector > 0) {
            inspector = Math.max(INSPECTOR_LEAST, Math.min(inspector, room - palette));
        }
        if (palette + inspector > room && palette > 0) {
            palette = Math.max(PALETTE_LEAST, Math.min(palette, room - inspector));
        }
        if (palette + inspector > room) {
            palette = 0;
        }
        if (inspector > room) {
            inspector = room < INSPECTOR_LEAST ? 0 : room;
        }
        double most = Math.max(tabs, height - CANVAS_LEAST_HEIGHT);
        double drawer = wish.drawerFolded() ? tabs : Math.min(most, Math.max(tabs + PAGE_LEAST, wish.drawerIn(height)));
        return new AreasLayout(palette, inspector, drawer);
    }
}
