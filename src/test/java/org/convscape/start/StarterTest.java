package org.convscape.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that start themselves once more, in jars of their own. */
class StarterTest {
    private static final int MINUTES = 2;

    @TempDir
    Path folder;

    /** What is started: says what it was told, makes the archive at once, and ends with the status it was told. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Started.up();
            Path caches = Path.of(System.getProperty("caches"));
            OptionalInt status = Starter.again(Program.class, caches, arguments);
            if (status.isPresent()) {
                System.exit(status.getAsInt());
            }
            System.out.println(System.getProperty("java.vm.info").contains("sharing") + " "
                    + (System.getProperty(Started.LIST) != null) + " " + Started.isThis() + " "
                    + ProcessHandle.current().pid() + " " + String.join("|", arguments));
            System.out.write(System.in.readAllBytes());
            System.out.flush();
            Started.atLeisure(caches);
            if (arguments.length > 1) {
                Thread.sleep(TimeUnit.MINUTES.toMillis(MINUTES));
            }
            System.exit(Integer.parseInt(arguments[0]));
        }
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("program.jar");
        if (Files.notExists(jar)) {
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out)) {
                for (Class<?> each : List.of(
                        Program.class,
                        Starter.class,
                        Started.class,
                        Archive.class,
                        ArchiveMaker.class,
                        ClassList.class,
                        Invocation.class)) {
                    String name = each.getName().replace('.', '/') + ".class";
                    entries.putNextEntry(new ZipEntry(name));
                    try (var in = each.getResourceAsStream("/" + name)) {
                        in.transferTo(entries);
                    }
                }
            }
        }
        return jar;
    }

    private Process start(Path caches, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Invocation.java()));
        command.addAll(options);
        command.addAll(List.of("-Dcaches=" + caches, "-cp", jar().toString(), Program.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What the started process says: shared classes, notes them, is a second process, which one, its arguments. */
    private static List<String> end(Process process, String input, int status)
            throws IOException, InterruptedException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES));
        assertEquals(status, process.exitValue(), said);
        return said.lines().toList();
    }

    private static Path made(Path caches) throws IOException, InterruptedException {
        for (int i = 0; i < MINUTES * 600; i++) {
            try (var files = Files.list(caches)) {
                var archive =
                        files.filter(file -> file.toString().endsWith(".jsa")).findAny();
                if (archive.isPresent()) {
                    return archive.get();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No archive was made");
    }

    @Test
    void argumentsInputAndStatusArePassedOnAndTheNextStartHasAnArchive() throws Exception {
        Path caches = folder.resolve("caches");

        List<String> first = end(start(caches, List.of(), "7"), "some\nlines", 7);
        assertTrue(first.get(0).startsWith("true true true "), first::toString);
        assertTrue(first.get(0).endsWith(" 7"), first::toString);
        assertEquals(List.of("some", "lines"), first.subList(1, 3));

        Path archive = made(caches);
        List<String> second = end(start(caches, List.of(), "0"), "", 0);
        assertTrue(second.get(0).startsWith("true false true "), second::toString);

        // A byte in the middle is another: the JVM refuses it, the start goes on, and the file is gone.
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        List<String> third = end(start(caches, List.of(), "3"), "", 3);
        assertTrue(third.get(0).startsWith("false false true "), third::toString);
        assertFalse(Files.exists(archive));

        List<String> fourth = end(start(caches, List.of(), "0"), "", 0);
        assertTrue(fourth.get(0).startsWith("true true true "), fourth::toString);
        made(caches);
        Files.write(archive, List.of("no archive at all"));
        assertTrue(end(start(caches, List.of(), "4"), "", 4).get(0).contains(" true "));
    }

    @Test
    void twoAtOnceBothStart() throws Exception {
        Path caches = folder.resolve("caches");
        Process one = start(caches, List.of(), "1");
        Process two = start(caches, List.of(), "2");

        assertTrue(end(one, "", 1).get(0).startsWith("true true true "));
        assertTrue(end(two, "", 2).get(0).startsWith("true true true "));
        made(caches);
        assertTrue(end(start(caches, List.of(), "0"), "", 0).get(0).startsWith("true false true "));
    }

    @Test
    void whoeverGivesFlagsOrHasNoFolderIsStartedAllTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertTrue(
                end(start(file.resolve("below"), List.of(), "5"), "", 5).get(0).startsWith("true false true "));
        assertTrue(end(start(folder, List.of("-XX:+UseSerialGC"), "6"), "", 6)
                .get(0)
                .startsWith("true false false "));
        assertTrue(end(start(folder, List.of("-Djava.io.tmpdir=" + file), "8"), "", 8)
                .get(0)
                .startsWith("true false false "));
    }

    @Test
    void whatIsStartedEndsWithWhoeverStartedIt() throws Exception {
        for (boolean kill : List.of(false, true)) {
            Process process = start(folder.resolve("caches"), List.of(), "0", "stays");
            process.getOutputStream().close();
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            ProcessHandle started =
                    ProcessHandle.of(Long.parseLong(line.split(" ")[3])).orElseThrow();
            assertTrue(started.isAlive());
            if (kill) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES));
            started.onExit().get(MINUTES, TimeUnit.MINUTES);
        }
    }
}
