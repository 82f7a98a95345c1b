package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own. */
class MainTest {

    @TempDir
    Path folder;

    private int run(Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return process.exitValue();
    }

    @Test
    void countingLoadsNeitherTheEngineNorTheToolkit() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");

        assertEquals(0, run(log, "cost", "resnet18", "--by", "total"));

        assertTrue(Files.readString(folder.resolve("out")).contains("1,814,073,344"), "the published count");
        List<String> loaded = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" org.nd4j.")
                        || line.contains(" org.bytedeco.")
                        || line.contains(" javafx.")
                        || line.contains(" java.awt."))
                .toList();
        assertEquals(List.of(), loaded);
    }

    @Test
    void theStatusReachesTheShell() throws IOException, InterruptedException {
        assertEquals(2, run(folder.resolve("classes.log"), "cost", "nothing-of-that-name"));
        assertEquals(1, Files.readAllLines(folder.resolve("err")).size());
        assertEquals(0, Files.size(folder.resolve("out")));
    }
}
