package org.convscape.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first line of a NumPy array file says: its dimensions and how wide each value is. */
record NpyHeader(int[] dimensions, int elements, int bytesPerValue) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LONGEST_TEXT = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']{1,40})'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

    /** Reads the header and leaves the channel at the first value; allocates nothing the file cannot fill. */
    static NpyHeader read(Path file, FileChannel channel) throws IOException {
        String text = text(file, channel);
        String type = find(file, DESCR, text, "a type");
        int bytesPerValue =
                switch (type) {
                    case "<f4" -> 4;
                    case "<f8" -> 8;
                    default ->
                        throw new PictureFailure(file + " holds values of type " + type
                                + "; little-endian floats of 32 or 64 bits (<f4, <f8) were expected");
                };
        if (find(file, FORTRAN, text, "an order").equals("True")) {
            throw new PictureFailure(
                    file + " is stored column by column (fortran_order); save it with numpy.ascontiguousarray");
        }
        int[] dimensions = dimensions(file, find(file, SHAPE, text, "a shape"));
        long elements = elements(file, dimensions);
        long present = (channel.size() - channel.position()) / bytesPerValue;
        if (present < elements) {
            throw new PictureFailure(
                    file + " is incomplete: its header promises " + elements + " values, " + present + " are there");
        }
        return new NpyHeader(dimensions, Math.toIntExact(elements), bytesPerValue);
    }

    private static String text(Path file, FileChannel channel) throws IOException {
        byte[] start = bytes(file, channel, 8);
        for (int i = 0; i < MAGIC.length; i++) {
            if (start[i] != MAGIC[i]) {
                throw notNpy(file);
            }
        }
        boolean wide = start[6] >= 2;
        ByteBuffer length = ByteBuffer.wrap(bytes(file, channel, wide ? 4 : 2)).order(ByteOrder.LITTLE_ENDIAN);
        long size = wide ? length.getInt() & 0xFFFFFFFFL : length.getShort() & 0xFFFF;
        if (size > LONGEST_TEXT) {
            throw new PictureFailure(file + " has a header of " + size + " bytes; at most " + LONGEST_TEXT
                    + " are expected of a .npy file");
        }
        return new String(bytes(file, channel, (int) size), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Path file, FileChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw notNpy(file);
            }
        }
        return buffer.array();
    }

    private static PictureFailure notNpy(Path file) {
        return new PictureFailure(file + " is not a NumPy array: a .npy file with a whole header was expected");
    }

    private static String find(Path file, Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new PictureFailure(file + " is damaged: its header names no plain array with " + what);
        }
        return matcher.group(1);
    }

    private static int[] dimensions(Path file, String text) {
        String[] parts = text.replaceAll("\\s", "").split(",");
        if (text.isBlank() || parts.length > 4) {
            throw new PictureFailure(
                    file + " has the shape (" + text.strip() + "); one to four dimensions were expected");
        }
        int[] dimensions = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            boolean sane = parts[i].matches("\\d{1,9}") && Integer.parseInt(parts[i]) > 0;
            if (!sane) {
                throw new PictureFailure(
                        file + " has the shape (" + text.strip() + "); every extent must be 1 to 999999999");
            }
            dimensions[i] = Integer.parseInt(parts[i]);
        }
        return dimensions;
    }

    private static long elements(Path file, int[] dimensions) {
        long elements = 1;
        for (int dimension : dimensions) {
            elements *= dimension;
            if (elements > Integer.MAX_VALUE - 8) {
                throw new PictureFailure(
                        file + " holds more values than one array may have here (" + (Integer.MAX_VALUE - 8) + ")");
            }
        }
        return elements;
    }
}
