package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hugging Face's safetensors: the length of the header, the header, the numbers row by row. (The format and its limits:
 * the README of huggingface/safetensors.)
 */
final class Safetensors {
    private static final int LENGTH = Long.BYTES;
    private static final long MOST_HEADER = 100_000_000;
    private static final int MOST_ARRAYS = 1_000_000;
    private static final int MOST_DIMENSIONS = 64;

    private static final Map<String, ElementType> TYPES = Map.of(
            "F64", ElementType.F64,
            "F32", ElementType.F32,
            "F16", ElementType.F16,
            "BF16", ElementType.BF16,
            "I64", ElementType.I64,
            "I32", ElementType.I32,
            "I16", ElementType.I16,
            "I8", ElementType.I8,
            "U8", ElementType.U8,
            "BOOL", ElementType.BOOL);

    /** An array's bytes, counted from the end of the header. */
    private record Range(StoredArray array, long begin, long end) {}

    private final FileBytes file;
    private final HeaderText header;
    private final long dataAt;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private Safetensors(FileBytes file) {
        this.file = file;
        long length = file.bytes(0, LENGTH, "the length of the header").getLong();
        long left = file.size() - LENGTH;
        if (length < 0 || length > left || length > MOST_HEADER) {
            throw file.complaint("the header was expected to have up to " + Math.min(left, MOST_HEADER)
                    + " bytes, and claims to have " + Long.toUnsignedString(length));
        }
        this.header = new HeaderText(
                file, file.bytes(LENGTH, (int) length, "the header").array());
        this.dataAt = LENGTH + length;
    }

    static ArrayFile.Contents read(FileBytes file) {
        return new Safetensors(file).read();
    }

    private ArrayFile.Contents read() {
        Set<String> names = new HashSet<>();
        header.expect('{');
        if (!header.accept('}')) {
            do {
                String name = header.string();
                if (!names.add(name)) {
                    throw header.complaint("two arrays are called " + name);
                }
                header.expect(':');
                if (name.equals("__metadata__")) {
                    readTexts();
                } else {
                    ranges.add(entry(name));
                }
                if (ranges.size() > MOST_ARRAYS) {
                    throw header.complaint("there are more than " + MOST_ARRAYS + " arrays");
                }
            } while (header.accept(','));
            header.expect('}');
        }
        header.expectEnd();
        checkRanges();
        ArrayFile.Contents contents = new ArrayFile.Contents(Format.SAFETENSORS);
        contents.metadata.putAll(metadata);
        for (Range range : ranges) {
            contents.add(range.array, Placed.plain(file, dataAt + range.begin, range.array));
        }
        return contents;
    }

    private void readTexts() {
        header.expect('{');
        if (header.accept('}')) {
            return;
        }
        do {
            String name = header.string();
            header.expect(':');
            metadata.put(name, header.string());
        } while (header.accept(','));
        header.expect('}');
    }

    private Range entry(String name) {
        ElementType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        header.expect('{');
        do {
            String key = header.string();
            header.expect(':');
            if (key.equals("dtype") && type == null) {
                type = type(name, header.string());
            } else if (key.equals("shape") && shape == null) {
                shape = numbers(MOST_DIMENSIONS);
            } else if (key.equals("data_offsets") && offsets == null) {
                offsets = numbers(2);
            } else {
                throw header.complaint(
                        "dtype, shape and data_offsets were expected once each for " + name + ", found " + key);
            }
        } while (header.accept(','));
        header.expect('}');
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw header.complaint("dtype, shape and two data_offsets were expected for " + name);
        }
        return range(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private Range range(String name, ElementType type, List<Long> shape, long begin, long end) {
        if (Extent.elements(shape, Math.max(type.bytes(), Float.BYTES)).isEmpty()) {
            throw file.complaint("the array " + name + " claims to be " + shape + ", which overflows");
        }
        StoredArray array = new StoredArray(name, shape, type);
        if (begin > end || end > file.size() - dataAt) {
            throw file.complaint("the array " + name + " is said to stand at bytes " + begin + " to " + end + " of "
                    + (file.size() - dataAt));
        }
        if (end - begin != array.elements() * type.bytes()) {
            throw file.complaint("the array " + name + " (" + array.shapeText() + ", " + type.label()
                    + ") was expected to have " + array.elements() * type.bytes() + " bytes, and has " + (end - begin));
        }
        return new Range(array, begin, end);
    }

    private ElementType type(String name, String text) {
        ElementType type = TYPES.get(text);
        if (type == null) {
            throw header.complaint("the array " + name + " has the type " + text + ", which is not read; it was"
                    + " expected to be one of "
                    + TYPES.keySet().stream().sorted().toList());
        }
        return type;
    }

    private List<Long> numbers(int most) {
        List<Long> numbers = new ArrayList<>();
        header.expect('[');
        if (header.accept(']')) {
            return numbers;
        }
        do {
            numbers.add(header.number());
            if (numbers.size() > most) {
                throw header.complaint("a list was expected to have up to " + most + " numbers");
            }
        } while (header.accept(','));
        header.expect(']');
        return numbers;
    }

    /** One behind the other, without holes, to the end of the file. */
    private void checkRanges() {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::begin).thenComparingLong(Range::end));
        long expected = 0;
        for (Range range : sorted) {
            if (range.begin != expected) {
                throw file.complaint("the array " + range.array.name() + " was expected to begin at byte " + expected
                        + " of the numbers, and begins at " + range.begin
                        + (range.begin < expected ? ": two arrays overlap" : ": bytes are left out"));
            }
            expected = range.end;
        }
        if (expected != file.size() - dataAt) {
            throw file.complaint("the numbers were expected to end with the file at byte " + (dataAt + expected)
                    + ", but it has " + file.size());
        }
    }
}
