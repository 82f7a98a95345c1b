package org.convscape.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG file that ImageIO's decoder leaves aside. */
final class PngChunks {
    private static final int LARGEST_PROFILE = 8 << 20;

    private PngChunks() {}

    /** Whether the file holds a film besides its still picture. */
    static boolean animated(byte[] file) {
        return find(file, "acTL") != null;
    }

    /** What the camera noted, or null; unlike the others, this chunk may stand behind the pixels. */
    static byte[] exif(byte[] file) {
        return find(file, "eXIf");
    }

    /** The colour profile that the pixels are in, or null where the file has none or a damaged one. */
    static byte[] profile(byte[] file) {
        byte[] chunk = find(file, "iCCP");
        if (chunk == null) {
            return null;
        }
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        // The name, its end, and the number of the only way to compress stand before the profile.
        int from = Math.min(chunk.length, start + 2);
        try (InflaterInputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(chunk, from, chunk.length - from))) {
            return inflated.readNBytes(LARGEST_PROFILE);
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] find(byte[] file, String wanted) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        int at = 8;
        while (at + 12 <= file.length) {
            int length = chunks.getInt(at);
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > file.length - at - 12) {
                return null;
            }
            if (type.equals(wanted)) {
                return Arrays.copyOfRange(file, at + 8, at + 8 + length);
            }
            at += 12 + length;
        }
        return null;
    }
}
