package org.convscape.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.convscape.tensor.Tensor;

/**
 * NumPy's file format for one array ({@code .npy}, format version 1.0): writes 32-bit floats, row-major, the channel
 * last; reads 32- and 64-bit floats in little-endian row-major order (NumPy's default), of at most four dimensions.
 */
public final class NpyFile {
    private static final int BLOCK = 1 << 16;

    private NpyFile() {}

    /**
     * Writes a tensor under its own dimensions: height × width × channels for maps.
     *
     * @throws PictureFailure with a sentence when the file cannot be written
     */
    public static void write(Path file, Tensor tensor) {
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(output, tensor);
        } catch (IOException e) {
            throw new PictureFailure(
                    "The array " + file + " could not be written; is its folder there and writable?", e);
        }
    }

    /** Writes the contents of such a file. */
    public static void write(OutputStream output, Tensor tensor) throws IOException {
        output.write(header(tensor.dimensions()));
        ByteBuffer block = ByteBuffer.allocate(4 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = tensor.values();
        for (int from = 0; from < values.length; from += BLOCK) {
            block.clear();
            block.asFloatBuffer().put(values, from, Math.min(BLOCK, values.length - from));
            output.write(block.array(), 0, 4 * Math.min(BLOCK, values.length - from));
        }
    }

    private static byte[] header(int[] dimensions) {
        String shape = Arrays.stream(dimensions)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "(", dimensions.length == 1 ? ",)" : ")"));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        // The values begin at a multiple of 64 bytes, as the format asks.
        int padding = Math.floorMod(-(10 + text.length() + 1), 64);
        String line = text + " ".repeat(padding) + "\n";
        ByteBuffer header = ByteBuffer.allocate(10 + line.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) line.length());
        return header.put(line.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    /**
     * The array of a file under the file's own dimensions.
     *
     * @throws PictureFailure with a sentence when it is missing, no such array, or shorter than its header says
     */
    public static Tensor read(Path file) {
        if (Files.isDirectory(file)) {
            throw new PictureFailure(file + " is a folder; a .npy file was expected");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(file, channel);
            return Tensor.of(header.dimensions(), values(file, channel, header));
        } catch (NoSuchFileException e) {
            throw new PictureFailure("There is no file " + file, e);
        } catch (IOException e) {
            throw new PictureFailure(file + " could not be read from its disk", e);
        }
    }

    /**
     * The array of a file as one activation: one dimension is a vector, two are one map, three are height × width ×
     * channels; a leading dimension of 1 (a batch of one) is left out.
     *
     * @throws PictureFailure as {@link #read}, and for a batch of several
     */
    public static Tensor readActivation(Path file) {
        Tensor tensor = read(file);
        int[] dimensions = tensor.dimensions();
        return switch (dimensions.length) {
            case 1, 3 -> tensor;
            case 2 -> tensor.reshaped(dimensions[0], dimensions[1], 1);
            default -> {
                if (dimensions[0] != 1) {
                    throw new PictureFailure(file + " holds a batch of " + dimensions[0]
                            + " arrays, one was expected: height × width × channels");
                }
                yield tensor.reshaped(dimensions[1], dimensions[2], dimensions[3]);
            }
        };
    }

    private static float[] values(Path file, FileChannel channel, NpyHeader header) throws IOException {
        float[] values = new float[header.elements()];
        ByteBuffer block = ByteBuffer.allocate(header.bytesPerValue() * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            int count = Math.min(BLOCK, values.length - from);
            block.clear().limit(count * header.bytesPerValue());
            while (block.hasRemaining()) {
                if (channel.read(block) < 0) {
                    throw new PictureFailure(file + " ended while it was read");
                }
            }
            block.flip();
            for (int i = 0; i < count; i++) {
                values[from + i] = header.bytesPerValue() == 4 ? block.getFloat() : (float) block.getDouble();
            }
        }
        return values;
    }
}
