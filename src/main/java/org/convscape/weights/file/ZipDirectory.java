package org.convscape.weights.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the entries of a zip archive stand in the file, so that they can be read in place. (PKWARE, APPNOTE 6.3.10: 4.3
 * and 4.5.3.) The classes of the platform tell what is in an entry, but not where it is.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int END64_LENGTH = 56;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final long UNSET = 0xFFFF_FFFFL;
    private static final int MOST_ENTRIES = 1_000_000;

    /** An entry as the directory describes it; the data begins behind the local header. */
    private record Header(String name, int flags, int method, long stored, long size, long local) {}

    /** An entry's data: stored as it is, between two bytes of the file. */
    record Part(long begin, long end) {
        long size() {
            return end - begin;
        }
    }

    private final FileBytes file;
    private final Map<String, Header> headers = new LinkedHashMap<>();
    private long directoryAt;

    ZipDirectory(FileBytes file) {
        this.file = file;
        read();
    }

    /** The names of all entries. */
    List<String> names() {
        return List.copyOf(headers.keySet());
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    /** Where an entry's data stands; complains where there is none or it is not stored as it is. */
    Part part(String name) {
        Header header = headers.get(name);
        if (header == null) {
            throw file.complaint("the archive was expected to have an entry " + name + ", and has none");
        }
        if ((header.flags & 1) != 0) {
            throw file.complaint("the entry " + name + " is encrypted");
        }
        if (header.method != 0 || header.stored != header.size) {
            throw file.complaint("the entry " + name + " of the archive is compressed (method " + header.method + ", "
                    + header.stored + " of " + header.size + " bytes); it was expected to be stored as it is, which is"
                    + " how the program that saves such files writes it");
        }
        String what = "the entry " + name;
        ByteBuffer local = file.bytes(header.local, LOCAL_LENGTH, what);
        if (local.getInt(0) != LOCAL_SIGNATURE) {
            throw file.complaint(what + " was expected to begin at byte " + header.local + ", and does not");
        }
        long begin = header.local + LOCAL_LENGTH + unsigned(local, 26) + unsigned(local, 28);
        if (header.size > directoryAt - begin) {
            throw file.complaint(what + " was expected to have " + header.size + " bytes from byte " + begin
                    + ", but the directory of the archive begins at " + directoryAt);
        }
        return new Part(begin, begin + header.size);
    }

    private void read() {
        long end = endRecord();
        ByteBuffer record = file.bytes(end, END_LENGTH, "the end of the archive");
        long count = unsigned(record, 10);
        long length = record.getInt(12) & UNSET;
        long at = record.getInt(16) & UNSET;
        if (count == 0xFFFF || length == UNSET || at == UNSET) {
            ByteBuffer large = end64(end);
            count = large.getLong(32);
            length = large.getLong(40);
            at = large.getLong(48);
        }
        if (at < 0 || length < 0 || at > end || length > end - at) {
            throw file.complaint("the directory of the archive was expected before byte " + end
                    + ", and is said to have " + length + " bytes from byte " + at);
        }
        if (count < 0 || count > length / ENTRY_LENGTH || count > MOST_ENTRIES) {
            throw file.complaint(
                    "the archive claims to have " + count + " entries in a directory of " + length + " bytes");
        }
        directoryAt = at;
        Cursor cursor = new Cursor(file, "the directory of the archive", at, at + length);
        for (long i = 0; i < count; i++) {
            add(cursor);
        }
        checkOverlaps();
    }

    /** The record may be followed by a remark of up to 65,535 bytes. */
    private long endRecord() {
        int most = (int) Math.min(file.size(), END_LENGTH + 0xFFFF);
        ByteBuffer tail = file.bytes(file.size() - most, most, "the end of the archive");
        for (int i = most - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE && i + END_LENGTH + unsigned(tail, i + 20) == most) {
                return file.size() - most + i;
            }
        }
        throw file.complaint("it begins like a zip archive, but the directory at its end is missing; it was cut off"
                + " at byte " + file.size());
    }

    private ByteBuffer end64(long end) {
        ByteBuffer locator = file.bytes(end - LOCATOR64_LENGTH, LOCATOR64_LENGTH, "the place of the directory");
        long at = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR64_SIGNATURE || at < 0) {
            throw file.complaint("the place of the directory of the archive was expected at byte "
                    + (end - LOCATOR64_LENGTH) + ", and is not there");
        }
        ByteBuffer large = file.bytes(at, END64_LENGTH, "the end of the archive");
        if (large.getInt(0) != END64_SIGNATURE) {
            throw file.complaint("the end of the archive was expected at byte " + at + ", and is not there");
        }
        return large;
    }

    private void add(Cursor cursor) {
        if (cursor.i32() != ENTRY_SIGNATURE) {
            throw cursor.complaint("an entry was expected to begin 4 bytes before");
        }
        cursor.skip(4, "an entry");
        int flags = cursor.u16();
        int method = cursor.u16();
        cursor.skip(8, "an entry");
        long stored = cursor.i32() & UNSET;
        long size = cursor.i32() & UNSET;
        int nameLength = cursor.u16();
        int extraLength = cursor.u16();
        int remarkLength = cursor.u16();
        cursor.skip(8, "an entry");
        long local = cursor.i32() & UNSET;
        String name = new String(cursor.bytes(nameLength, "the name of an entry"), StandardCharsets.UTF_8);
        ByteBuffer extra = ByteBuffer.wrap(cursor.bytes(extraLength, "the details of the entry " + name))
                .order(ByteOrder.LITTLE_ENDIAN);
        cursor.skip(remarkLength, "the remark on the entry " + name);
        // What does not fit into 32 bits follows in this order, and only that.
        ByteBuffer wide = large(extra);
        size = size == UNSET ? next(wide, name) : size;
        stored = stored == UNSET ? next(wide, name) : stored;
        local = local == UNSET ? next(wide, name) : local;
        if (local < 0 || size < 0 || stored < 0 || local > directoryAt || stored > directoryAt - local) {
            throw cursor.complaint("the entry " + name + " is said to have " + stored + " bytes from byte " + local
                    + ", beyond the directory at " + directoryAt);
        }
        if (headers.putIfAbsent(name, new Header(name, flags, method, stored, size, local)) != null) {
            throw cursor.complaint("there are two entries called " + name);
        }
    }

    private static ByteBuffer large(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == 1) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private long next(ByteBuffer wide, String name) {
        if (wide.remaining() < 8) {
            throw file.complaint("the entry " + name + " of the archive says neither its size nor its place");
        }
        return wide.getLong();
    }

    /** Entries that share bytes are how a small archive pretends to hold much. */
    private void checkOverlaps() {
        List<Header> sorted = new ArrayList<>(headers.values());
        sorted.sort(Comparator.comparingLong(Header::local));
        for (int i = 1; i < sorted.size(); i++) {
            Header before = sorted.get(i - 1);
            Header after = sorted.get(i);
            if (before.stored + LOCAL_LENGTH > after.local - before.local) {
                throw file.complaint("the entries " + before.name + " and " + after.name + " of the archive overlap");
            }
        }
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }
}
