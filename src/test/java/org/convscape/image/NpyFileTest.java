package org.convscape.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("a.npy");
    }

    private Path written(String header, int valueBytes) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + valueBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
        return Files.write(file(), bytes.array());
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastBit() {
        Random random = new Random(3);
        float[] values = new float[40 * 50 * 37];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        NpyFile.write(file(), Tensor.of(new int[] {40, 50, 37}, values));
        Tensor read = NpyFile.read(file());
        assertArrayEquals(new int[] {40, 50, 37}, read.dimensions());
        for (int i = 0; i < values.length; i++) {
            assertEquals(Float.floatToIntBits(values[i]), Float.floatToIntBits(read.values()[i]));
        }
    }

    @Test
    void theFileIsWhatNumPyWrites() throws IOException {
        NpyFile.write(file(), Tensor.of(new int[] {2}, new float[] {1, -2.5f}));
        byte[] bytes = Files.readAllBytes(file());
        // numpy.save of numpy.array([1, -2.5], dtype='<f4'), format 1.0.
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        assertEquals(128 + 8, bytes.length);
        assertEquals(header, new String(bytes, 10, header.length(), StandardCharsets.US_ASCII));
        assertEquals(118, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8));
        assertEquals('\n', bytes[127]);
        assertArrayEquals(
                new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0x20, (byte) 0xC0},
                java.util.Arrays.copyOfRange(bytes, 128, 136));
    }

    @Test
    void doublesAreReadAsFloats() throws IOException {
        Path file = written("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }\n", 16);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 8, 0.1);
        Files.write(file, bytes);
        assertArrayEquals(new float[] {0, 0.1f}, NpyFile.read(file).values());
    }

    @Test
    void anActivationMayHaveOneToThreeDimensionsOrABatchOfOne() {
        for (int[] dimensions : new int[][] {{12}, {3, 4}, {2, 3, 2}, {1, 2, 3, 2}}) {
            NpyFile.write(file(), Tensor.zeros(dimensions));
            String expected = dimensions.length == 1 ? "12" : dimensions.length == 2 ? "3×4×1" : "2×3×2";
            assertEquals(expected, NpyFile.readActivation(file()).shape().toString());
        }
        NpyFile.write(file(), Tensor.zeros(3, 2, 2, 1));
        assertEquals(
                file() + " holds a batch of 3 arrays, one was expected: height × width × channels",
                assertThrows(PictureFailure.class, () -> NpyFile.readActivation(file()))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'descr': '>f4', 'fortran_order': False, 'shape': (2,), }  | holds values of type >f4; little-endian floats of 32 or 64 bits (<f4, <f8) were expected
            {'descr': '<i8', 'fortran_order': False, 'shape': (2,), }  | holds values of type <i8; little-endian floats of 32 or 64 bits (<f4, <f8) were expected
            {'descr': '<f4', 'fortran_order': True, 'shape': (2,), }   | is stored column by column (fortran_order); save it with numpy.ascontiguousarray
            {'descr': '<f4', 'fortran_order': False, 'shape': (), }    | has the shape (); one to four dimensions were expected
            {'descr': '<f4', 'fortran_order': False, 'shape': (1,2,3,4,5), } | has the shape (1,2,3,4,5); one to four dimensions were expected
            {'descr': '<f4', 'fortran_order': False, 'shape': (0, 3), } | has the shape (0, 3); every extent must be 1 to 999999999
            {'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999), } | holds more values than one array may have here (2147483639)
            {'descr': '<f4', 'fortran_order': False, 'shape': (500000000,), } | is incomplete: its header promises 500000000 values, 2 are there
            {'descr': '<f4', 'fortran_order': False, }                 | is damaged: its header names no plain array with a shape
            """)
    void otherArraysAreRefusedWithTheirReason(String header, String sentence) throws IOException {
        Path file = written(header, 8);
        assertEquals(
                file + " " + sentence,
                assertThrows(PictureFailure.class, () -> NpyFile.read(file)).getMessage());
    }

    @Test
    void whatIsNoArrayGetsItsSentence() throws IOException {
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, "PNG is not an array at all".getBytes(StandardCharsets.US_ASCII)}) {
            Files.write(file(), bytes);
            String message = assertThrows(PictureFailure.class, () -> NpyFile.read(file()))
                    .getMessage();
            assertTrue(message.endsWith("is not a NumPy array: a .npy file with a whole header was expected"), message);
        }
        assertEquals(
                folder + " is a folder; a .npy file was expected",
                assertThrows(PictureFailure.class, () -> NpyFile.read(folder)).getMessage());
        Path missing = folder.resolve("missing.npy");
        assertEquals(
                "There is no file " + missing,
                assertThrows(PictureFailure.class, () -> NpyFile.read(missing)).getMessage());
    }

    @Test
    void aFolderThatIsMissingIsNamedWhenWriting() {
        Path file = folder.resolve("no/such/a.npy");
        String message = assertThrows(PictureFailure.class, () -> NpyFile.write(file, Tensor.zeros(1)))
                .getMessage();
        assertTrue(message.contains(file.toString()), message);
    }
}
