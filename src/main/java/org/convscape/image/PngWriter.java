package org.convscape.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as PNG files of 8 bits per channel. */
public final class PngWriter {
    /** ImageIO's setting for the most thorough compression. */
    private static final float SMALLEST = 0;

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

    /**
     * The bytes of the file: one grey channel where all pixels are grey, else three, or four where one is not opaque.
     */
    public static byte[] encode(int width, int height, int[] argb) {
        BufferedImage image = image(width, height, argb);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(SMALLEST);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new PictureFailure("The picture could not be encoded as PNG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(int width, int height, int[] argb) {
        boolean opaque = true;
        boolean grey = true;
        for (int pixel : argb) {
            opaque &= pixel >>> 24 == 0xFF;
            grey &= (pixel & 0xFF) * 0x010101 == (pixel & 0xFFFFFF);
        }
        if (opaque && grey) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            // Written as samples: setting colours would pass them through Java's linear grey.
            image.getRaster().setSamples(0, 0, width, height, 0, levels(argb));
            return image;
        }
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    private static int[] levels(int[] argb) {
        int[] levels = new int[argb.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = argb[i] & 0xFF;
        }
        return levels;
    }
}
