package org.convscape.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * Weights that are drawn once, when they are first asked for, and read from a file from then on: those of the largest
 * networks have no room on the heap all at once, and to draw them takes longer than to read them.
 */
public final class WeightFile implements WeightStore, AutoCloseable {
    private static final int PIECE = 1 << 20;

    private record Key(String node, WeightSpec spec) {}

    private final WeightStore drawn;
    private final FileChannel file;
    private final ByteBuffer piece =
            ByteBuffer.allocateDirect(PIECE * Float.BYTES).order(ByteOrder.nativeOrder());
    private final Map<Key, Long> places = new HashMap<>();

    /** Weights of a store; the file must not exist yet. */
    public WeightFile(WeightStore drawn, Path file) throws IOException {
        this.drawn = drawn;
        this.file = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public synchronized Tensor get(String node, WeightSpec spec) {
        Key key = new Key(node, spec);
        try {
            Long place = places.get(key);
            if (place != null) {
                return read(spec, place);
            }
            Tensor weight = drawn.get(node, spec);
            places.put(key, file.size());
            write(weight.values(), file.size());
            return weight;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(float[] values, long place) throws IOException {
        long at = place;
        for (int from = 0; from < values.length; from += PIECE) {
            piece.clear();
            piece.asFloatBuffer().put(values, from, Math.min(PIECE, values.length - from));
            piece.limit(Math.min(PIECE, values.length - from) * Float.BYTES);
            while (piece.hasRemaining()) {
                at += file.write(piece, at);
            }
        }
    }

    private Tensor read(WeightSpec spec, long place) throws IOException {
        float[] values = new float[Math.toIntExact(spec.elements())];
        long at = place;
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            piece.clear().limit(count * Float.BYTES);
            while (piece.hasRemaining()) {
                int read = file.read(piece, at);
                if (read < 0) {
                    throw new IOException("The file of weights ends before its last array");
                }
                at += read;
            }
            piece.flip();
            piece.asFloatBuffer().get(values, from, count);
        }
        return Tensor.of(spec.dimensions().stream().mapToInt(Integer::intValue).toArray(), values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
