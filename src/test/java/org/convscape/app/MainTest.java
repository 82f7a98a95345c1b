package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in a process of its own. */
class MainTest {

    @TempDir
    Path folder;

    private int run(Path log, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), log, arguments);
    }

    private int run(Map<String, String> environment, Path log, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
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

    /** oneDNN would end the process by an assertion where OpenMP gives it fewer threads than it asked for. */
    @ParameterizedTest
    @CsvSource({"OMP_THREAD_LIMIT, 1", "OMP_DYNAMIC, true", "OMP_MAX_ACTIVE_LEVELS, 0"})
    void fewerThreadsThanTheLibraryAsksForAreEnough(String name, String value)
            throws IOException, InterruptedException {
        assertEquals(
                0,
                run(
                        Map.of(name, value),
                        folder.resolve("classes.log"),
                        "run",
                        "conv2d",
                        "--input",
                        "32x32x3",
                        "--picture",
                        "sample:harbour"),
                Files.readString(folder.resolve("err")));
        String out = Files.readString(folder.resolve("out"));
        assertTrue(out.contains("at most 1 thread by " + name + "=" + value), out);
    }

    @Test
    void aNumberOfThreadsThatCannotBeReadIsNamed() throws IOException, InterruptedException {
        assertEquals(
                2,
                run(
                        Map.of("OMP_NUM_THREADS", "4,2"),
                        folder.resolve("classes.log"),
                        "run",
                        "conv2d",
                        "--input",
                        "32x32x3",
                        "--picture",
                        "sample:harbour"));
        List<String> err = Files.readAllLines(folder.resolve("err"));
        assertTrue(err.get(err.size() - 1).contains("OMP_NUM_THREADS=\"4,2\""), err.toString());
    }

    /** Charts and maps are drawn in memory. */
    @Test
    void aDisplayThatIsNamedButNotThereDoesNotMatter() throws IOException, InterruptedException {
        Path maps = folder.resolve("maps");
        assertEquals(
                0,
                run(
                        Map.of("DISPLAY", ":9999"),
                        folder.resolve("classes.log"),
                        "run",
                        "input",
                        "--input",
                        "8x8x3",
                        "--picture",
                        "sample:harbour",
                        "--maps",
                        maps.toString()),
                Files.readString(folder.resolve("err")));
        assertTrue(Files.size(maps.resolve("input.png")) > 0);
    }
}
