package org.convscape.block;

import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.op.library.Conv2d;

/** Attributes that several templates share, and the rules between them. */
final class BlockAttributes {
    private BlockAttributes() {}

    /** The number of maps that leave the block. */
    static final Attribute<Integer> CHANNELS =
            width("channels", "Output channels", 64, "How many maps leave the block.");

    /** Pixels from window to window. */
    static final Attribute<Integer> STRIDE = Attribute.integer(
            "stride", "Stride", 1, 16, 1, "By how much the block divides height and width of the picture.");

    /** The side of the spatial kernel. */
    static final Attribute<Integer> KERNEL = Attribute.integer(
            "kernel", "Kernel", 1, 31, 3, "Side of the spatial window; odd, so that it has a centre.");

    /** A number of maps. */
    static Attribute<Integer> width(String name, String label, int defaultValue, String help) {
        return Attribute.integer(name, label, 1, Conv2d.MAXIMUM_CHANNELS, defaultValue, help);
    }

    /** Demands a kernel with a centre pixel. */
    static int odd(String name, int kernel) {
        if (kernel % 2 == 0) {
            throw new InvalidAttribute(name + ": expected an odd side, so that the picture keeps its size, found "
                    + kernel + "; " + (kernel + 1) + " would work");
        }
        return kernel;
    }

    /** Demands groups that divide the channels. */
    static void divides(int groups, int channels) {
        if (channels % groups != 0) {
            throw new InvalidAttribute("groups: " + channels + " channels cannot be split into " + groups
                    + " equal groups; a width of " + (channels / groups + 1) * groups + " would work");
        }
    }
}
