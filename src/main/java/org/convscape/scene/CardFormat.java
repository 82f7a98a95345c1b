package org.convscape.scene;

import java.util.List;
import org.convscape.layout.Extent;
import org.convscape.op.Category;

/** The kinds of card, with their sizes in canvas units. */
public enum CardFormat {
    /** Where the picture enters: shows it large. */
    PICTURE(176, 172, 1),
    /** A layer with weights or a window: all figures and a strip of maps. */
    LAYER(176, 118, 4),
    /** A layer that only passes on, joins or bends: a name, a shape and a short strip. */
    SMALL(116, 94, 4),
    /** A collapsed group. */
    GROUP(208, 126, 4);

    private static final double GAP = 3;

    private final Extent extent;
    private final int tiles;
    private final CardGeometry geometry;

    CardFormat(double width, double height, int tiles) {
        this.extent = new Extent(width, height);
        this.tiles = tiles;
        this.geometry = CardGeometry.of(this);
    }

    /** How large such a card is. */
    public Extent extent() {
        return extent;
    }

    /** Where things stand on it. */
    public CardGeometry geometry() {
        return geometry;
    }

    /** How many maps its strip shows. */
    public int tiles() {
        return tiles;
    }

    /** The side of each map in its strip. */
    public double tile() {
        return (CardGeometry.room(extent.width()) + GAP) / tiles - GAP;
    }

    /** The format of a layer of that category. */
    public static CardFormat of(Category category) {
        if (category == Category.INPUT) {
            return PICTURE;
        }
        return List.of(Category.CONVOLUTION, Category.POOLING, Category.DENSE).contains(category) ? LAYER : SMALL;
    }
}
