package org.convscape.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The Python of this machine, where there is one. Tests that need it are skipped, saying so, where there is not. */
public final class Python {
    private Python() {}

    /** Skips the test where these modules cannot be imported. */
    public static void require(String... modules) {
        boolean there;
        try {
            there = process(List.of(
                            "-c", "import sys" + (modules.length == 0 ? "" : ", " + String.join(", ", modules))))
                    .isEmpty();
        } catch (IOException | AssertionError e) {
            there = false;
        }
        Assumptions.assumeTrue(there, "Skipped: no python3 here with " + List.of(modules));
    }

    /** Runs it, without leaving compiled files behind; what it printed. */
    public static String run(List<String> arguments) {
        try {
            return process(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String process(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-B"));
        command.addAll(arguments);
        Path printed = Files.createTempFile("python", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            int status = process.waitFor();
            String text = Files.readString(printed, StandardCharsets.UTF_8);
            assertEquals(0, status, text);
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(printed);
        }
    }
}
