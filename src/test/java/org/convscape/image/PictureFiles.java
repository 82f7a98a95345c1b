package org.convscape.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes picture files in memory for tests. */
final class PictureFiles {
    private PictureFiles() {}

    static Picture decode(String name, byte[] bytes) {
        return PictureReader.read(name, bytes, PictureLimits.STANDARD);
    }

    /** Encodes with one of ImageIO's writers. */
    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, format, output)) {
                throw new IOException("No writer for " + format);
            }
        }
        return bytes.toByteArray();
    }

    /** 48 × 32 pixels: red, green, blue and yellow quarters, from the upper left clockwise to the lower left. */
    static BufferedImage quarters() {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < 32; row++) {
            for (int column = 0; column < 48; column++) {
                int colour = row < 16 ? column < 24 ? 0xFF0000 : 0x00FF00 : column < 24 ? 0xFFFF00 : 0x0000FF;
                image.setRGB(column, row, colour);
            }
        }
        return image;
    }

    /** A JPEG file with one more segment after its start mark. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + data.length + 4);
        file.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (data.length + 2));
        return file.put(data).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** An EXIF segment's data that says how the camera was held. */
    static byte[] exif(int orientation) {
        ByteBuffer data = ByteBuffer.allocate(32);
        data.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        data.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return data.array();
    }

    /** A colour profile as JPEG files carry it, in one segment. */
    static byte[] profileSegment(byte[] profile) {
        ByteBuffer data = ByteBuffer.allocate(14 + profile.length);
        return data.put("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 1)
                .put(profile)
                .array();
    }
}
