package org.convscape.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files chunk by chunk, so that tests can have every kind, and broken ones. */
final class PngBytes {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGBA = 6;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private PngBytes() {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    static PngBytes of(int width, int height, int bits, int kind) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) bits).put((byte) kind).put((byte) 0).put((byte) 0).put((byte) 0);
        return new PngBytes().chunk("IHDR", header.array());
    }

    PngBytes chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        return this;
    }

    /** The rows of the picture, each without its filter byte, and the end of the file. */
    byte[] rows(int[]... rows) throws java.io.IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (int[] row : rows) {
            raw.write(0);
            for (int value : row) {
                raw.write(value);
            }
        }
        return chunk("IDAT", deflated(raw.toByteArray()))
                .chunk("IEND", new byte[0])
                .file
                .toByteArray();
    }

    byte[] withoutPixels() {
        return file.toByteArray();
    }

    static byte[] deflated(byte[] data) throws java.io.IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(data);
        }
        return packed.toByteArray();
    }
}
