package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.convscape.io.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code weights check} says what a file holds, in every format, or why it cannot be read. */
class WeightsCheckCommandTest {

    @TempDir
    private Path folder;

    private static byte[] safetensors() {
        byte[] header = ("{\"conv.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                        + "\"seen\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[24,32]}}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        for (float value : new float[] {1, 2, 3, 4, Float.NaN, -2.5f}) {
            bytes.putFloat(value);
        }
        return bytes.putLong(1234).array();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void arraysAreListedWithShapesTypesAndValues() throws IOException {
        Path file = Files.write(folder.resolve("net.safetensors"), safetensors());

        List<String> lines =
                Invocation.of("weights", "check", file.toString()).out().lines().toList();
        assertTrue(lines.get(0).startsWith("net.safetensors: safetensors, 164 B, 2 arrays, 7 numbers"), lines.get(0));
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("conv\\.weight +2×3 +float32 +6")),
                () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.matches("seen +scalar +int64 +1")));

        JsonNode json = new ObjectMapper()
                .readTree(Invocation.of("weights", "check", "--values", file.toString(), "--format", "json")
                        .out());
        JsonNode kernel = json.get("arrays").get(0);
        assertEquals(7.5, kernel.get("sum").doubleValue());
        assertEquals(-2.5, kernel.get("least").doubleValue());
        assertEquals(4, kernel.get("largest").doubleValue());
        assertEquals(1, kernel.get("notFinite").intValue());
        assertEquals(
                "One value of conv.weight is no number or infinite",
                json.get("remarks").get(0).textValue());
    }

    @Test
    void theSameNumberStandsInEveryFormat() throws IOException {
        Path file = Files.write(folder.resolve("net.safetensors"), safetensors());
        for (TableFormat format : TableFormat.values()) {
            Invocation said = Invocation.of("weights", "check", "--values", file.toString(), "--format", format.id());
            assertEquals(0, said.status(), said.err());
            assertTrue(said.out().contains("1234"), said.out());
            assertTrue(said.out().contains("conv.weight"), said.out());
        }
    }

    @Test
    void theHashInTheNameIsCompared() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = safetensors();
        String hash = sha256(bytes);
        assertSays(
                "SHA-256 " + hash + ", which the name agrees with (" + hash.substring(0, 8) + ")",
                "net-" + hash.substring(0, 8) + ".pth");
        assertSays("this is not the file that was published", "net-00000000.pth");
        assertSays("SHA-256 " + hash + "\n", "net.pth");
        assertSays("SHA-256 " + hash + "\n", "net-20241231.pth");
    }

    private void assertSays(String text, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), safetensors());
        Invocation said = Invocation.of("weights", "check", file.toString());
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains(text), said.out());
    }

    @Test
    void whatCannotBeReadGetsOneSentence() throws IOException {
        byte[] cut = Arrays.copyOf(safetensors(), 100);
        Path file = Files.write(folder.resolve("cut.safetensors"), cut);
        for (List<String> line : List.of(
                List.of("weights", "check", file.toString()),
                List.of("weights", "check", folder.resolve("absent.pth").toString()),
                List.of("weights", "check", folder.toString()),
                List.of("weights", "check", "n".repeat(100_000)),
                List.of("weights", "check", "*.pth"),
                List.of("weights", "check"),
                List.of("weights", "nosuch"),
                List.of("weights"))) {
            Invocation said = Invocation.of(line.toArray(String[]::new));
            assertEquals(2, said.status(), said.err());
            assertEquals("", said.out());
            assertEquals(1, said.err().lines().count(), said.err());
            assertTrue(said.err().length() < 1000, said.err());
        }
    }
}
