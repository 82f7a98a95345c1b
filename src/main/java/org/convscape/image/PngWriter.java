package org.convscape.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes pixels as PNG files, 8 bits per channel; with an alpha channel only where a pixel is not opaque. */
public final class PngWriter {
    private PngWriter() {}

    /**
     * Writes pixels packed as {@code 0xAARRGGBB}, row by row from the top.
     *
     * @throws PictureFailure with a sentence when the file cannot be written
     */
    public static void write(Path file, int width, int height, int[] argb) {
        byte[] encoded = encode(width, height, argb);
        try {
            Files.write(file, encoded);
        } catch (IOException e) {
            throw new PictureFailure(
                    "The picture " + file + " could not be written; is its folder there and writable?", e);
        }
    }

    /** Writes a picture. */
    public static void write(Path file, Picture picture) {
        write(file, picture.width(), picture.height(), picture.argb());
    }

    /** The bytes of the file. */
    public static byte[] encode(int width, int height, int[] argb) {
        boolean opaque = true;
        for (int pixel : argb) {
            opaque &= pixel >>> 24 == 0xFF;
        }
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new PictureFailure("This Java installation has no PNG encoder");
            }
        } catch (IOException e) {
            throw new PictureFailure("The picture could not be encoded as PNG", e);
        }
        return bytes.toByteArray();
    }
}
