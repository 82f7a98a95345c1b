package org.convscape.block;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.op.library.Conv2d;
import org.convscape.tensor.Shape;

/**
 * Fitting a block's values to what it is put on. A block that was drawn for 192 channels and put on 64 as it is teaches
 * the opposite of its lesson: what should reduce then widens.
 */
final class Fitting {
    /** Fewer channels are a picture, which says nothing about how wide a network is. */
    private static final int FEWEST = 8;

    private static final int STEP = 8;

    private Fitting() {}

    /**
     * Widths in the same proportion to the input as on the example: a multiple of eight, as papers choose them, where
     * there are so many. On a picture widths stay as they are.
     */
    static AttributeValues scaled(AttributeValues values, Shape example, Shape in, List<Attribute<Integer>> widths) {
        AttributeValues fitted = values;
        if (in.channels() >= FEWEST && in.channels() != example.channels()) {
            for (Attribute<Integer> width : widths) {
                fitted = fitted.with(width, scaled(values.get(width), example, in));
            }
        }
        return fitted;
    }

    private static int scaled(int width, Shape example, Shape in) {
        double exact = (double) width * in.channels() / example.channels();
        long fitted = exact < STEP ? Math.round(exact) : STEP * Math.round(exact / STEP);
        // No filters at all is a choice, that there is no such branch; few filters are not.
        return (int) Math.min(Conv2d.MAXIMUM_CHANNELS, Math.max(Math.min(1, width), fitted));
    }

    /** As many channels as come in, so that the input itself can be added; after a picture as many as the block has. */
    static int channels(int channels, Shape in) {
        return in.channels() < FEWEST ? channels : in.channels();
    }

    /** True where the input itself can be added to what leaves. */
    static boolean addable(AttributeValues values, Shape in, Attribute<Integer> channels, Attribute<Integer> stride) {
        return values.get(stride) == 1 && values.get(channels) == in.channels();
    }

    /**
     * The channels of a residual block, and its shortcut: the input itself where it can be added, else a projection.
     */
    static AttributeValues residual(
            AttributeValues values, Shape in, Attribute<Integer> channels, Attribute<Integer> stride) {
        AttributeValues fitted = values.with(channels, channels(values.get(channels), in));
        boolean projects =
                fitted.get(ResidualBranches.SHORTCUT) == Shortcut.IDENTITY && !addable(fitted, in, channels, stride);
        return projects ? fitted.with(ResidualBranches.SHORTCUT, Shortcut.PROJECTION) : fitted;
    }

    /** The same for a bottleneck, whose inner width follows what enters. */
    static AttributeValues bottleneck(AttributeValues values, Shape example, Shape in) {
        AttributeValues inner = scaled(values, example, in, List.of(ResidualBottleneck.WIDTH));
        return residual(inner, in, ResidualBottleneck.CHANNELS, ResidualBottleneck.STRIDE);
    }

    /** Groups of at least four channels each, as many as divide the width and no more than there were. */
    static int groups(int groups, int width) {
        int fitted = Math.max(1, Math.min(groups, width / 4));
        while (width % fitted != 0) {
            fitted--;
        }
        return fitted;
    }
}
