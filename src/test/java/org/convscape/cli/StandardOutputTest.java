package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convscape.engine.PlannedEngine;
import org.convscape.op.library.OpLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {

    /** Takes so many bytes and fails after them. */
    private static OutputStream failing(int bytes, String reason) {
        return new OutputStream() {
            private int taken;

            @Override
            public void write(int one) throws IOException {
                if (++taken > bytes) {
                    throw new IOException(reason);
                }
            }
        };
    }

    private static String run(int status, OutputStream out, String line) {
        StringWriter err = new StringWriter();
        Session session = Session.of(OpLibrary.standard(), PlannedEngine::ofPlainLoops);
        assertEquals(status, Cli.run(List.of(line.split(" ")), session, out, new PrintWriter(err)), line);
        return err.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --format json",
                "cost resnet18",
                "cost resnet18 --format csv",
                "cost resnet18 --format json",
                "cost resnet18 --format markdown",
                "cost resnet18 --format latex",
                "cost resnet18 --explain total",
                "run input --input 8x8x3 --picture sample:harbour",
                "run input --input 8x8x3 --picture sample:harbour --format csv",
                "--help",
                "cost --help",
                "--version"
            })
    void aFullDiskIsNoSuccess(String line) {
        assertEquals(
                "The output could not be written: no space left on device",
                run(Cli.REFUSED, failing(0, "No space left on device"), line));
    }

    @Test
    void whatFailsHalfwayIsNoSuccess() {
        run(Cli.REFUSED, failing(9000, "Input/output error"), "list --format json");
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
    void aReaderThatHasSeenEnoughIsNoFailure(String reason) {
        assertEquals("", run(Cli.SUCCESS, failing(100, reason), "list --format json"));
    }

    @Test
    void aRefusalStaysOneWhereNobodyReads() {
        run(Cli.REFUSED, failing(0, "Broken pipe"), "cost nothing-of-that-name");
    }

    @Test
    void whatIsWrittenIsUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertEquals("", run(Cli.SUCCESS, out, "cost conv2d --input 8x8x3"));
        assertEquals(true, out.toString(StandardCharsets.UTF_8).contains("8×8×3"));
    }
}
