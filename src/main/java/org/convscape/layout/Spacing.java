package org.convscape.layout;

/** The distances that every way of laying out keeps, in canvas units. */
final class Spacing {
    private Spacing() {}

    /** Between two cards one above the other. */
    static final double CARDS = 18;

    /** Between two columns: enough for a connection to turn. */
    static final double COLUMNS = 52;

    /** Between a connection and a card or another connection. */
    static final double LINKS = 14;

    /** Between the sides of a group and what it holds. */
    static final double GROUP = 16;

    /** The least width of a group, so that its title fits. */
    static final double GROUP_WIDTH = 200;
}
