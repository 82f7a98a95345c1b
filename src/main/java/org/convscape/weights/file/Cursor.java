package org.convscape.weights.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a part of a file from its beginning to its end, a window at a time. Numbers are little-endian. */
final class Cursor {
    private static final int WINDOW = 1 << 16;

    private final FileBytes file;
    private final String part;
    private final long end;
    private long windowAt;
    private ByteBuffer window = ByteBuffer.allocate(0);

    /**
     * Stands at the beginning of a part.
     *
     * @param part what it is, for complaints: "the pickle"
     */
    Cursor(FileBytes file, String part, long begin, long end) {
        if (begin < 0 || end < begin || end > file.size()) {
            throw file.complaint(
                    part + " was expected at bytes " + begin + " to " + end + ", but the file ends at " + file.size());
        }
        this.file = file;
        this.part = part;
        this.end = end;
        this.windowAt = begin;
    }

    /** The place in the file. */
    long at() {
        return windowAt + window.position();
    }

    long left() {
        return end - at();
    }

    /** What is wrong, with the place. */
    WeightFileFailure complaint(String what) {
        return file.complaint(part + ", byte " + at() + ": " + what);
    }

    int u8() {
        return need(1).get() & 0xFF;
    }

    int u16() {
        return need(2).getShort() & 0xFFFF;
    }

    int i32() {
        return need(4).getInt();
    }

    long i64() {
        return need(8).getLong();
    }

    /** A number of Protocol Buffers: seven bits in each byte, the lowest first. */
    long varint() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = u8();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw complaint("a number was expected to end within ten bytes");
    }

    /** A double as pickles have it, the only number that is big-endian there. */
    double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(i64()));
    }

    /** That many bytes; they are there before room is made for them. */
    byte[] bytes(long count, String what) {
        if (count < 0 || count > left() || count > Integer.MAX_VALUE - 8) {
            throw complaint(what + " was expected to have " + count + " bytes, but " + left() + " are left");
        }
        byte[] bytes = new byte[(int) count];
        int from = Math.min(bytes.length, window.remaining());
        window.get(bytes, 0, from);
        if (from < bytes.length) {
            long next = at();
            file.fill(next, ByteBuffer.wrap(bytes, from, bytes.length - from));
            moveTo(next + bytes.length - from);
        }
        return bytes;
    }

    /** Goes on behind that many bytes. */
    void skip(long count, String what) {
        if (count < 0 || count > left()) {
            throw complaint(what + " was expected to have " + count + " bytes, but " + left() + " are left");
        }
        if (count <= window.remaining()) {
            window.position(window.position() + (int) count);
        } else {
            moveTo(at() + count);
        }
    }

    private void moveTo(long place) {
        windowAt = place;
        window = ByteBuffer.allocate(0);
    }

    private ByteBuffer need(int count) {
        if (window.remaining() < count) {
            if (left() < count) {
                throw complaint("it ends in the middle");
            }
            long next = at();
            ByteBuffer fresh =
                    ByteBuffer.allocate((int) Math.min(WINDOW, left())).order(ByteOrder.LITTLE_ENDIAN);
            file.fill(next, fresh);
            windowAt = next;
            window = fresh.flip();
        }
        return window;
    }
}
