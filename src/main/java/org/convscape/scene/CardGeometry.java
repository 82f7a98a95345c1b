package org.convscape.scene;

import org.convscape.layout.Box;

/**
 * Where things stand on a card of a format, in canvas units from its upper left corner: the screen and drawings in
 * files follow the same places.
 *
 * @param left where what is written begins
 * @param right where it ends
 * @param title the line of the name
 * @param shape the line of the shape
 * @param setting the line of the setting and of the layers that share the card
 * @param strip the maps
 * @param figures the line of parameters and multiply-adds
 * @param share the bar of the share of the network's cost
 */
public record CardGeometry(
        double left, double right, Line title, Line shape, Line setting, Box strip, Line figures, Box share) {

    /** How wide the coloured edge at the left side is. */
    public static final double EDGE = 4;

    private static final double LEFT = 13;
    private static final double RIGHT = 10;
    private static final Line TITLE = new Line(7, 19, 21);
    private static final double FOOT = 12;

    /** A line of text. */
    public record Line(double top, double height, double baseline) {}

    /** From side to side of a card as wide as this, what is written has so much room. */
    static double room(double width) {
        return width - LEFT - RIGHT;
    }

    static CardGeometry of(CardFormat format) {
        double width = format.extent().width();
        double height = format.extent().height();
        double right = width - RIGHT;
        double bottom = height - FOOT;
        Line figures = new Line(bottom - 18, 16, bottom - 6);
        Box share = new Box(LEFT, bottom, right - LEFT, 4);
        if (format == CardFormat.SMALL) {
            Box strip = new Box(LEFT, 46, right - LEFT, format.tile());
            return new CardGeometry(
                    LEFT, right, TITLE, new Line(26, 16, 38), new Line(71, 17, 84), strip, figures, share);
        }
        double foot = format == CardFormat.PICTURE ? 11 : FOOT + 22;
        Box strip = new Box(LEFT, 48, right - LEFT, height - 48 - foot);
        return new CardGeometry(LEFT, right, TITLE, new Line(9, 16, 21), new Line(26, 17, 39), strip, figures, share);
    }
}
