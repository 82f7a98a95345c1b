package org.convscape.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    Path folder;

    @Test
    void theKeyIsThatOfTheJvmItsMemoryAndTheJars() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "a");
        List<Path> jars = List.of(jar);
        String key = Archive.key("17", List.of(), jars);

        assertEquals(key, Archive.key("17", List.of("-Dconvscape.timing=true"), jars));
        assertNotEquals(key, Archive.key("17.0.1", List.of(), jars));
        assertNotEquals(key, Archive.key("17", List.of("-Xmx40g"), jars));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        String later = Archive.key("17", List.of(), jars);
        assertNotEquals(key, later);
        Files.writeString(jar, "aa");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        assertNotEquals(later, Archive.key("17", List.of(), jars));
    }

    @Test
    void thereIsNothingToUseWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertEquals(List.of(), new Archive(file.resolve("below"), "k").flags(1));
    }

    @Test
    void whatIsMissingIsNotedAndWhatIsThereIsUsed() throws IOException {
        Archive archive = new Archive(folder.resolve("new"), "k");
        assertTrue(archive.flags(7).get(0).startsWith("-XX:DumpLoadedClassList="), archive.flags(7)::toString);

        Files.writeString(archive.file(), "");
        assertTrue(archive.flags(7).contains("-XX:SharedArchiveFile=" + archive.file()));
    }

    @Test
    void whatIsRefusedIsMadeOnceMoreAndThenNever() throws IOException {
        Archive archive = new Archive(folder, "k");
        Files.writeString(archive.file(), "");

        archive.refuse();
        assertFalse(Files.exists(archive.file()));
        assertFalse(archive.flags(7).isEmpty(), "made anew");

        Files.writeString(archive.file(), "");
        archive.refuse();
        assertEquals(List.of(), archive.flags(7), "given up");
    }

    @Test
    void onlyTheNewestArchivesAreKept() throws IOException {
        for (int i = 0; i < 6; i++) {
            Path file = Files.writeString(folder.resolve("start-" + i + ".jsa"), "");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * (i + 1)));
        }
        Path left = Files.writeString(folder.resolve("start-0-12.new"), "");
        Files.setLastModifiedTime(left, FileTime.fromMillis(1_000));
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "");

        ArchiveMaker.tidy(new Archive(folder, "k"));

        assertTrue(Files.exists(folder.resolve("start-3.jsa")), "the third newest");
        assertFalse(Files.exists(folder.resolve("start-2.jsa")), "the fourth, for whose place another comes");
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void modulesOfTheToolkitGoToTheClassPathAndFoldersToItsEnd() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "a");
        Path module = Files.writeString(folder.resolve("m.jar"), "m");
        String path = folder + File.pathSeparator + jar;
        List<String> options = List.of(
                "--module-path=" + module, "--add-modules=javafx.base,javafx.controls", "-Dname=value", "-Xmx1g");

        Invocation invocation = Invocation.of(options, path, "Main", List.of("a b"));

        assertEquals(List.of("-Dname=value", "-Xmx1g"), invocation.options());
        assertEquals(List.of(module, jar), invocation.jars());
        assertTrue(invocation.leavesFlagsOpen());
        assertFalse(
                Invocation.of(List.of("-XX:+UseG1GC"), path, "Main", List.of()).leavesFlagsOpen());
        List<String> command = invocation.with(List.of("-Xshare:auto"));
        assertEquals(
                List.of(
                        "-Xshare:auto",
                        "-Dname=value",
                        "-Xmx1g",
                        "-cp",
                        String.join(File.pathSeparator, module.toString(), jar.toString(), folder.toString()),
                        "Main",
                        "a b"),
                command.subList(1, command.size()));
    }
}
