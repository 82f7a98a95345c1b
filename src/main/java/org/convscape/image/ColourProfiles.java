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

    private ColourProfiles() {}

    /** Whether red, green and blue in a colour space are other colours than the same numbers in sRGB. */
    static boolean differs(ColorSpace space) {
        if (space.isCS_sRGB() || space.getType() != ColorSpace.TYPE_RGB) {
            return false;
        }
        for (float[] probe : PROBES) {
            float[] converted = space.toRGB(probe);
            for (int i = 0; i < 3; i++) {
                if (Math.abs(converted[i] - probe[i]) > VISIBLE) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The same pixels, taken to be in a profile's colours. An image that the profile does not fit (grey pixels under a
     * colour profile, for one) is given back as it is.
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
        if (model instanceof IndexColorModel palette && space.getNumComponents() == 3) {
            joined = converted(palette, space);
        } else if (model instanceof ComponentColorModel
                && model.getNumColorComponents() == space.getNumComponents()
                && (space.getNumComponents() == 1 || differs(space))) {
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
