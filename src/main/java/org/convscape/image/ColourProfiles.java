package org.convscape.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;

/** Colour profiles embedded in files: what they change, and pixels joined with a profile their decoder left aside. */
final class ColourProfiles {
    private static final float[][] PROBES = {
        {0.5f, 0.5f, 0.5f}, {0.2f, 0.2f, 0.2f}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.8f, 0.4f, 0.2f}
    };
    /** Below this, in parts of 1, colours look alike; profiles that mean sRGB differ by rounding. */
    private static final float VISIBLE = 0.012f;

    /** The note where pixels are shown without the profile that their file carries. */
    static final String LEFT_ASIDE = "the colour profile in the file was left aside: colours may differ a little";

    private static final ColorSpace JAVA_GREY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

    private ColourProfiles() {}

    /** Whether grey, or red, green and blue, in a colour space are other colours than the same numbers in sRGB. */
    static boolean differs(ColorSpace space) {
        boolean grey = space.getType() == ColorSpace.TYPE_GRAY;
        if (space.isCS_sRGB() || space.equals(JAVA_GREY) || !(grey || space.getType() == ColorSpace.TYPE_RGB)) {
            return false;
        }
        for (float[] probe : PROBES) {
            float[] converted = space.toRGB(grey ? new float[] {probe[1]} : probe);
            for (int i = 0; i < 3; i++) {
                if (Math.abs(converted[i] - probe[grey ? 1 : i]) > VISIBLE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether decoders give such pixels without the profile of their file: palettes, and grey in Java's own space. */
    static boolean unprofiled(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof IndexColorModel || model.getColorSpace().equals(JAVA_GREY);
    }

    /**
     * The same pixels, taken to be in a profile's colours. An image that the profile does not fit (grey pixels under a
     * colour profile, for one), or that shows no difference by it, is given back as it is.
     */
    static BufferedImage joined(BufferedImage image, byte[] profile) {
        ICC_ColorSpace space;
        try {
            space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        } catch (RuntimeException e) {
            return image;
        }
        ColorModel model = image.getColorModel();
        ColorModel joined = null;
        if (!differs(space)) {
            return image;
        }
        if (model instanceof IndexColorModel palette && space.getNumComponents() == 3) {
            joined = converted(palette, space);
        } else if (model instanceof ComponentColorModel && model.getNumColorComponents() == space.getNumComponents()) {
            joined = new ComponentColorModel(
                    space, model.hasAlpha(), false, model.getTransparency(), model.getTransferType());
        }
        return joined == null ? image : new BufferedImage(joined, image.getRaster(), false, null);
    }

    private static IndexColorModel converted(IndexColorModel palette, ICC_ColorSpace space) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        for (int i = 0; i < colours.length; i++) {
            int rgb = colours[i];
            float[] converted =
                    space.toRGB(new float[] {(rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f});
            colours[i] = (rgb & 0xFF000000)
                    | Math.round(converted[0] * 255) << 16
                    | Math.round(converted[1] * 255) << 8
                    | Math.round(converted[2] * 255);
        }
        return new IndexColorModel(
                palette.getPixelSize(), colours.length, colours, 0, palette.hasAlpha(), -1, palette.getTransferType());
    }
}
