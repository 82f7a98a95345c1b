package org.convscape.weights.file;

import java.nio.charset.StandardCharsets;

/**
 * The fields of a message in Protocol Buffers' encoding, one after the other, without reading what is passed over.
 * (protobuf.dev, Encoding.)
 */
final class Message {
    private static final int VARINT = 0;
    private static final int EIGHT = 1;
    private static final int LENGTH = 2;
    private static final int FOUR = 5;

    private final FileBytes file;
    private final Cursor in;
    private int wire;
    private long value;
    private long end = -1;

    Message(FileBytes file, String part, long begin, long end) {
        this.file = file;
        this.in = new Cursor(file, part, begin, end);
    }

    WeightFileFailure complaint(String what) {
        return in.complaint(what);
    }

    /** Goes on to the next field, over what was not read of the last one; its number, or 0 at the end. */
    int next() {
        if (end >= 0) {
            in.skip(end - in.at(), "a field");
            end = -1;
        }
        if (in.left() == 0) {
            return 0;
        }
        long tag = in.varint();
        int number = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        if (tag >>> 3 != number || number <= 0) {
            throw complaint("a field of a message was expected, found the number " + (tag >>> 3));
        }
        switch (wire) {
            case VARINT -> {}
            case EIGHT -> end = in.at() + 8;
            case FOUR -> end = in.at() + 4;
            case LENGTH -> {
                long length = in.varint();
                if (length < 0 || length > in.left()) {
                    throw complaint("a field of " + Long.toUnsignedString(length) + " bytes was expected, but "
                            + in.left() + " are left");
                }
                end = in.at() + length;
            }
            default -> throw complaint("a field of a message was expected, found the kind " + wire);
        }
        if (wire == VARINT) {
            value = in.varint();
        }
        return number;
    }

    /** A whole number. */
    long number() {
        if (wire != VARINT) {
            throw complaint("a whole number was expected");
        }
        return value;
    }

    /** Where the contents of the field begin, which is a message, text or many numbers. */
    long begin() {
        if (wire != LENGTH) {
            throw complaint("a message or text was expected");
        }
        return in.at();
    }

    long end() {
        begin();
        return end;
    }

    /** Whether the field has a length: a message, text or many numbers. */
    boolean many() {
        return wire == LENGTH;
    }

    /** What stands in the field, which has a length. */
    Cursor cursor(String what) {
        return new Cursor(file, what, begin(), end());
    }

    /** A text of up to 64 kB. */
    String text() {
        long begin = begin();
        if (end - begin > 1 << 16) {
            throw complaint("a name was expected, found " + (end - begin) + " bytes");
        }
        return new String(in.bytes(end - begin, "a text"), StandardCharsets.UTF_8);
    }

    /** A message inside this one. */
    Message inner(String what) {
        return new Message(file, what, begin(), end());
    }
}
