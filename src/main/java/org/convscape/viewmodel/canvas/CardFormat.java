package org.convscape.viewmodel.canvas;

import java.util.List;
import org.convscape.layout.Extent;
import org.convscape.op.Category;

/** The kinds of card, with their sizes in canvas units. */
public enum CardFormat {
    /** Where the picture enters: shows it large. */
    PICTURE(176, 168),
    /** A layer with weights or a window: all figures and a strip of maps. */
    LAYER(176, 118),
    /** A layer that only passes on, joins or bends: a name, a shape and a short strip. */
    SMALL(112, 96),
    /** A collapsed group. */
    GROUP(208, 134);

    private final Extent extent;

    CardFormat(double width, double height) {
        this.extent = new Extent(width, height);
    }

    /** How large such a card is. */
    public Extent extent() {
        return extent;
    }

    /** The format of a layer of that category. */
    public static CardFormat of(Category category) {
        if (category == Category.INPUT) {
            return PICTURE;
        }
        return List.of(Category.CONVOLUTION, Category.POOLING, Category.DENSE).contains(category) ? LAYER : SMALL;
    }
}
