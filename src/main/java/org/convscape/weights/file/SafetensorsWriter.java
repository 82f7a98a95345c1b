package org.convscape.weights.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/**
 * A safetensors file that is written: the length of the header, the header, and then one array after the other, so that
 * no more than the largest of them is in memory.
 */
public final class SafetensorsWriter {
    private static final int PIECE = 1 << 14;

    /** The numbers begin at a multiple of that, as the format's own library has it. */
    private static final int ALIGNMENT = 8;

    /**
     * One array of 32-bit floats.
     *
     * @param values gives as many numbers as the dimensions say, row by row; asked once, when they are written
     */
    public record Outgoing(String name, List<Long> dimensions, Supplier<float[]> values) {

        /** Keeps an unmodifiable copy. */
        public Outgoing {
            dimensions = List.copyOf(dimensions);
        }

        private long bytes() {
            return dimensions.stream().reduce((long) Float.BYTES, Math::multiplyExact);
        }
    }

    private final Map<String, String> metadata;
    private final List<Outgoing> arrays;
    private final byte[] header;

    /**
     * A file that says this of itself and has these arrays, in that order.
     *
     * @throws IllegalArgumentException where two arrays have one name
     */
    public SafetensorsWriter(Map<String, String> metadata, List<Outgoing> arrays) {
        if (arrays.stream().map(Outgoing::name).distinct().count() != arrays.size()) {
            throw new IllegalArgumentException("Two arrays of a safetensors file have one name");
        }
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.arrays = List.copyOf(arrays);
        this.header = header();
    }

    /** How many arrays there are. */
    public int size() {
        return arrays.size();
    }

    /** How many numbers all arrays have. */
    public long numbers() {
        return dataBytes() / Float.BYTES;
    }

    private long dataBytes() {
        return arrays.stream().mapToLong(Outgoing::bytes).reduce(0, Math::addExact);
    }

    /** How long the file becomes. */
    public long bytes() {
        return Long.BYTES + header.length + dataBytes();
    }

    private byte[] header() {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{");
        json.append(metadata.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(",")));
        json.append('}');
        long at = 0;
        for (Outgoing each : arrays) {
            long end = Math.addExact(at, each.bytes());
            json.append(',')
                    .append(quoted(each.name()))
                    .append(":{\"dtype\":\"F32\",\"shape\":[")
                    .append(each.dimensions().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .append("],\"data_offsets\":[")
                    .append(at)
                    .append(',')
                    .append(end)
                    .append("]}");
            at = end;
        }
        json.append('}');
        int length = json.toString().getBytes(StandardCharsets.UTF_8).length;
        json.append(" ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As JSON has it (RFC 8259, section 7). */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }

    /**
     * Writes the file; the progress counts bytes of arrays.
     *
     * @throws java.util.concurrent.CancellationException between two arrays, when a stop was asked for
     */
    public void writeTo(OutputStream out, Progress progress, Cancellation cancellation) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(piece.putLong(header.length).array(), 0, Long.BYTES);
        out.write(header);
        long total = dataBytes();
        long done = 0;
        for (Outgoing each : arrays) {
            cancellation.check();
            progress.report(done, total, each.name());
            write(each, piece, out);
            done += each.bytes();
        }
        progress.report(total, total, "");
    }

    private static void write(Outgoing array, ByteBuffer piece, OutputStream out) throws IOException {
        float[] values = array.values().get();
        if ((long) values.length * Float.BYTES != array.bytes()) {
            throw new IllegalStateException(
                    array.name() + " has " + values.length + " numbers where " + array.dimensions() + " were declared");
        }
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            piece.clear().asFloatBuffer().put(values, from, count);
            out.write(piece.array(), 0, count * Float.BYTES);
        }
    }
}
