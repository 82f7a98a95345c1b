package org.convscape.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The archive of classes for one JVM and one build of the program, and the files around it. The JVM itself refuses an
 * archive whose jars have changed; the name says beforehand for what it was made.
 *
 * @param folder where archives are kept; it need not exist yet, and nobody need be able to write there
 * @param key what the archive is for, as a part of a file's name
 */
record Archive(Path folder, String key) {
    static final String PREFIX = "start-";
    /** Fowler, Noll and Vo's hash function FNV-1a with 64 bits. */
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    /** The archive for what is started so, by this JVM. */
    static Archive of(Path folder, Invocation invocation) {
        return new Archive(folder, key(thisJvm(), invocation.options(), invocation.jars()));
    }

    private static String thisJvm() {
        return String.join(
                "\n",
                System.getProperty("java.home"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("os.arch"));
    }

    /** A short name for a JVM with what it was told of its memory, and for jars with their sizes and times. */
    static String key(String jvm, List<String> options, List<Path> jars) {
        StringBuilder text = new StringBuilder(jvm);
        for (String option : options) {
            if (option.startsWith("-X")) {
                text.append('\n').append(option);
            }
        }
        for (Path jar : jars) {
            text.append('\n').append(jar);
            text.append('\n').append(jar.toFile().length());
            text.append('\n').append(jar.toFile().lastModified());
        }
        // A sum that needs none of the JVM's security providers, which take longer to load than all else here.
        long sum = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FNV_PRIME;
        }
        return Long.toHexString(sum);
    }

    Path file() {
        return named(".jsa");
    }

    /** Which classes a process has loaded, from which the archive is made. */
    Path list(long process) {
        return named("-".concat(Long.toString(process)).concat(".classes"));
    }

    /** There when the archive could not be made, or was refused again after it had been made anew. */
    Path failed() {
        return named(".failed");
    }

    private Path refused() {
        return named(".refused");
    }

    Path named(String ending) {
        return folder.resolve(PREFIX.concat(key).concat(ending));
    }

    /**
     * The flags with which a process uses the archive; or else, where there is none yet and it can be made, those with
     * which the process notes what belongs into it.
     */
    List<String> flags(long process) {
        List<String> flags = new ArrayList<>();
        if (file().toFile().isFile()) {
            flags.add("-XX:SharedArchiveFile=".concat(file().toString()));
            // Sums over the whole file: what is damaged is refused, instead of ending the process later.
            flags.add("-XX:+VerifySharedSpaces");
            flags.add(Started.said(Started.ARCHIVE, key));
        } else if (!failed().toFile().exists() && writable()) {
            String list = list(process).toString();
            flags.add("-XX:DumpLoadedClassList=".concat(list));
            flags.add(Started.said(Started.LIST, list));
            flags.add(Started.said(Started.ARCHIVE, key));
        }
        return flags;
    }

    private boolean writable() {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes the archive away because a JVM would not have it. The second time none is made again. */
    void refuse() {
        try {
            Files.deleteIfExists(file());
            Files.createFile(refused());
        } catch (FileAlreadyExistsException e) {
            giveUp();
        } catch (IOException e) {
            // A start without an archive is only slower.
            System.getLogger(Archive.class.getName()).log(System.Logger.Level.DEBUG, "The archive stays", e);
        }
    }

    /** No further process tries to make this archive. */
    void giveUp() {
        try {
            Files.createFile(failed());
        } catch (IOException e) {
            System.getLogger(Archive.class.getName()).log(System.Logger.Level.DEBUG, "The next start tries again", e);
        }
    }
}
