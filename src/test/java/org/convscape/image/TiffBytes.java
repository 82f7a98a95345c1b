package org.convscape.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes TIFF files of 32-bit floats, which ImageIO cannot. */
final class TiffBytes {
    private static final short SHORT = 3;
    private static final short LONG = 4;

    private TiffBytes() {}

    /** An uncompressed file of red, green and blue floats that claims the given size and holds the given values. */
    static byte[] rgbFloats(int width, int height, float[] values) {
        int entries = 10;
        int directory = 8;
        int extra = directory + 2 + 12 * entries + 4;
        ByteBuffer file = ByteBuffer.allocate(extra + 12 + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', '*', 0}).putInt(directory).putShort((short) entries);
        entry(file, 256, LONG, 1, width);
        entry(file, 257, LONG, 1, height);
        entry(file, 258, SHORT, 3, extra);
        entry(file, 259, SHORT, 1, 1);
        entry(file, 262, SHORT, 1, 2);
        entry(file, 273, LONG, 1, extra + 12);
        entry(file, 277, SHORT, 1, 3);
        entry(file, 278, LONG, 1, height);
        entry(file, 279, LONG, 1, 4 * values.length);
        entry(file, 339, SHORT, 3, extra + 6);
        file.putInt(0);
        for (int sample : new int[] {32, 32, 32, 3, 3, 3}) {
            file.putShort((short) sample);
        }
        for (float value : values) {
            file.putFloat(value);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, short type, int count, int value) {
        file.putShort((short) tag).putShort(type).putInt(count).putInt(value);
    }
}
