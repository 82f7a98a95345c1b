package org.convscape.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The pixels of a decoded image as upright opaque sRGB. Grey samples are taken as they are stored: Java's own grey
 * colour space is linear, and its conversion would brighten every grey picture.
 */
final class SrgbPixels {
    private static final ColorSpace JAVA_GREY = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    private static final int STRIP = 64;

    private final BufferedImage image;
    private final Orientation orientation;
    private final int[] upright;
    private boolean transparent;

    private SrgbPixels(BufferedImage image, Orientation orientation) {
        this.image = image;
        this.orientation = orientation;
        this.upright = new int[image.getWidth() * image.getHeight()];
    }

    /** Converts all pixels. */
    static SrgbPixels of(BufferedImage image, Orientation orientation) {
        SrgbPixels pixels = new SrgbPixels(image, orientation);
        pixels.convert();
        return pixels;
    }

    /** The pixels, {@code 0xRRGGBB}, in the upright order. */
    int[] upright() {
        return upright;
    }

    /** Whether any pixel let the white behind it through. */
    boolean transparent() {
        return transparent;
    }

    private void convert() {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            convertPalette(palette);
        } else if (model instanceof ComponentColorModel && model.getNumColorComponents() == 1) {
            convertGrey(model);
        } else if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK
                && !(model.getColorSpace() instanceof ICC_ColorSpace)) {
            convertInks(model);
        } else if (model.getColorSpace() instanceof ICC_ColorSpace
                && !model.getColorSpace().isCS_sRGB()) {
            convertByProfile();
        } else if (model instanceof ComponentColorModel && !model.isAlphaPremultiplied()) {
            convertColour(model);
        } else {
            convertByModel();
        }
    }

    private void convertPalette(IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int[] indices = new int[image.getWidth()];
        for (int row = 0; row < image.getHeight(); row++) {
            image.getRaster().getSamples(0, row, indices.length, 1, 0, indices);
            for (int column = 0; column < indices.length; column++) {
                put(row, column, colours[Math.min(indices[column], colours.length - 1)]);
            }
        }
    }

    private void convertGrey(ColorModel model) {
        int[] tones = greyTones(model.getColorSpace());
        boolean alpha = model.hasAlpha();
        Samples samples = Samples.of(image.getRaster(), model);
        for (int row = 0; row < image.getHeight(); row++) {
            int[] values = samples.row(row);
            for (int column = 0; column < image.getWidth(); column++) {
                int opacity = alpha ? values[2 * column + 1] : 255;
                put(row, column, opacity << 24 | tones[values[alpha ? 2 * column : column]]);
            }
        }
    }

    /** The colour of each grey level: through the profile where the file carries one. */
    private static int[] greyTones(ColorSpace space) {
        int[] tones = new int[256];
        for (int level = 0; level < 256; level++) {
            tones[level] = level * 0x010101;
            if (!space.equals(JAVA_GREY)) {
                float[] rgb = space.toRGB(new float[] {level / 255f});
                tones[level] =
                        Math.round(rgb[0] * 255) << 16 | Math.round(rgb[1] * 255) << 8 | Math.round(rgb[2] * 255);
            }
        }
        return tones;
    }

    private void convertColour(ColorModel model) {
        int bands = image.getRaster().getNumBands();
        Samples samples = Samples.of(image.getRaster(), model);
        for (int row = 0; row < image.getHeight(); row++) {
            int[] values = samples.row(row);
            for (int column = 0; column < image.getWidth(); column++) {
                int at = column * bands;
                int opacity = model.hasAlpha() ? values[at + 3] : 255;
                put(row, column, opacity << 24 | values[at] << 16 | values[at + 1] << 8 | values[at + 2]);
            }
        }
    }

    /**
     * Inks without a profile: what cyan, magenta or yellow and then black leave of the white, as JPEG files are read.
     */
    private void convertInks(ColorModel model) {
        int bands = image.getRaster().getNumBands();
        Samples samples = Samples.of(image.getRaster(), model);
        for (int row = 0; row < image.getHeight(); row++) {
            int[] values = samples.row(row);
            for (int column = 0; column < image.getWidth(); column++) {
                int at = column * bands;
                int light = 255 - values[at + 3];
                int opacity = model.hasAlpha() ? values[at + 4] : 255;
                put(
                        row,
                        column,
                        opacity << 24
                                | left(values[at], light) << 16
                                | left(values[at + 1], light) << 8
                                | left(values[at + 2], light));
            }
        }
    }

    private static int left(int ink, int light) {
        return ((255 - ink) * light + 127) / 255;
    }

    private void convertByProfile() {
        ColorConvertOp toSrgb = new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        int width = image.getWidth();
        for (int top = 0; top < image.getHeight(); top += STRIP) {
            int height = Math.min(STRIP, image.getHeight() - top);
            BufferedImage strip = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            toSrgb.filter(image.getSubimage(0, top, width, height), strip);
            putRows(strip, top);
        }
    }

    private void convertByModel() {
        putRows(image, 0);
    }

    private void putRows(BufferedImage from, int top) {
        int[] pixels = new int[from.getWidth()];
        for (int row = 0; row < from.getHeight(); row++) {
            from.getRGB(0, row, pixels.length, 1, pixels, 0, pixels.length);
            for (int column = 0; column < pixels.length; column++) {
                put(top + row, column, pixels[column]);
            }
        }
    }

    private void put(int row, int column, int argb) {
        int opacity = argb >>> 24;
        int rgb = argb & 0xFFFFFF;
        if (opacity != 255) {
            transparent = true;
            rgb = overWhite(rgb >> 16, opacity) << 16
                    | overWhite(rgb >> 8 & 0xFF, opacity) << 8
                    | overWhite(rgb & 0xFF, opacity);
        }
        upright[orientation.index(row, column, image.getWidth(), image.getHeight())] = rgb;
    }

    private static int overWhite(int value, int opacity) {
        return (value * opacity + 255 * (255 - opacity) + 127) / 255;
    }

    /** The samples of a raster brought to 8 bits, row by row. */
    private record Samples(Raster raster, int[] bits) {

        static Samples of(Raster raster, ColorModel model) {
            return new Samples(raster, model.getComponentSize());
        }

        int[] row(int row) {
            int[] values = new int[raster.getWidth() * raster.getNumBands()];
            Object stored = raster.getDataElements(0, row, raster.getWidth(), 1, null);
            for (int i = 0; i < values.length; i++) {
                values[i] = eightBits(stored, i, bits[i % raster.getNumBands()]);
            }
            return values;
        }

        private int eightBits(Object stored, int i, int size) {
            return switch (raster.getTransferType()) {
                case DataBuffer.TYPE_BYTE -> scaled(((byte[]) stored)[i] & 0xFF, size);
                case DataBuffer.TYPE_USHORT -> scaled(((short[]) stored)[i] & 0xFFFF, size);
                case DataBuffer.TYPE_SHORT -> scaled(Math.max(0, ((short[]) stored)[i]), size - 1);
                case DataBuffer.TYPE_INT -> ((int[]) stored)[i] >>> 24;
                case DataBuffer.TYPE_FLOAT -> clamped(((float[]) stored)[i]);
                default -> clamped(((double[]) stored)[i]);
            };
        }

        private static int scaled(int value, int size) {
            int most = (1 << size) - 1;
            return size == 8 ? value : (Math.min(value, most) * 255 + most / 2) / most;
        }

        private static int clamped(double value) {
            return (int) Math.round(Math.max(0, Math.min(1, value)) * 255);
        }
    }
}
