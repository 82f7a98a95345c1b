package org.convscape.start;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes an archive of classes, in a process of its own: it takes seconds, and a JVM that only does this. */
public final class ArchiveMaker {
    /** More builds and JVMs than these are not in use at a time; an archive takes some 70 MB. */
    private static final int KEPT = 4;

    private static final Duration ABANDONED = Duration.ofDays(1);

    private ArchiveMaker() {}

    /** Folder, key, list of classes, class path, and then the options of the JVM that the archive is for. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Archive archive = new Archive(Path.of(arguments[0]), arguments[1]);
        Path list = Path.of(arguments[2]);
        try {
            make(archive, list, arguments[3], Arrays.asList(arguments).subList(4, arguments.length));
        } finally {
            Files.deleteIfExists(list);
        }
    }

    /** Makes it, where no other process does; false where there is none afterwards. */
    static boolean make(Archive archive, Path list, String classPath, List<String> options)
            throws IOException, InterruptedException {
        try (FileChannel channel =
                        FileChannel.open(archive.named(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || Files.exists(archive.file()) || Files.exists(archive.failed())) {
                return Files.exists(archive.file());
            }
            tidy(archive);
            List<Path> jars = new ArrayList<>();
            for (String each : classPath.split(File.pathSeparator)) {
                jars.add(Path.of(each));
            }
            Files.write(list, ClassList.archivable(Files.readAllLines(list), ClassList.signed(jars)));
            Path made = archive.named("-" + ProcessHandle.current().pid() + ".new");
            Files.deleteIfExists(made);
            if (dump(archive, list, made, classPath, options) == 0 && Files.exists(made)) {
                // Whoever starts now finds all of it under this name, or nothing.
                Files.move(made, archive.file(), StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            Files.deleteIfExists(made);
            archive.giveUp();
            return false;
        }
    }

    private static int dump(Archive archive, Path list, Path made, String classPath, List<String> options)
            throws IOException, InterruptedException {
        Path report = archive.named("-" + ProcessHandle.current().pid() + ".crash");
        List<String> command = new ArrayList<>(List.of(
                Invocation.java(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + made,
                "-XX:ErrorFile=" + report));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        try {
            return new ProcessBuilder(command)
                    .directory(archive.folder().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } finally {
            Files.deleteIfExists(report);
        }
    }

    /** Deletes the oldest archives, and what processes that were ended have left behind. */
    static void tidy(Archive archive) throws IOException {
        List<Path> archives;
        List<Path> others;
        try (Stream<Path> files = Files.list(archive.folder())) {
            List<Path> all = files.filter(file -> file.getFileName().toString().startsWith(Archive.PREFIX))
                    .toList();
            archives = all.stream()
                    .filter(ArchiveMaker::isArchive)
                    .sorted(Comparator.comparing(ArchiveMaker::time).reversed())
                    .toList();
            others = all.stream().filter(file -> !isArchive(file)).toList();
        }
        FileTime abandoned = FileTime.from(Instant.now().minus(ABANDONED));
        for (Path old : archives.subList(Math.min(KEPT - 1, archives.size()), archives.size())) {
            Files.deleteIfExists(old);
        }
        for (Path other : others) {
            boolean own = other.getFileName().toString().startsWith(Archive.PREFIX + archive.key());
            if (!own && time(other).compareTo(abandoned) < 0) {
                Files.deleteIfExists(other);
            }
        }
    }

    private static boolean isArchive(Path file) {
        return file.toString().endsWith(".jsa");
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // Another process has deleted it.
            return FileTime.fromMillis(0);
        }
    }
}
