package org.convscape.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {

    @TempDir
    Path folder;

    @Test
    void whatIsSignedIsLeftOutWhereverItIsNamed() {
        List<String> lines = List.of(
                "java/lang/Object",
                "a/Signed",
                "b/Plain",
                "@lambda-proxy b/Plain run (La/Signed;)Ljava/lang/Runnable; ()V REF_invokeStatic b/Plain f (La/Signed;)V ()V",
                "@lambda-proxy b/Plain run ()Ljava/lang/Runnable; ()V REF_invokeStatic b/Plain g ()V ()V",
                "@lambda-form-invoker [SPECIES_RESOLVE] java.lang.invoke.BoundMethodHandle$Species_L",
                "b/Cu");

        assertEquals(
                List.of(lines.get(0), lines.get(2), lines.get(4), lines.get(5)),
                ClassList.archivable(lines, Set.of("a/Signed")));
    }

    @Test
    void anEmptyListStaysEmpty() {
        assertEquals(List.of(), ClassList.archivable(List.of(), Set.of()));
    }

    @Test
    void jarsThatAManifestNamesAreLookedThrough() throws IOException {
        Path main = jar("main.jar", "lib/signed.jar lib/missing.jar", "org/Main.class");
        Files.createDirectories(folder.resolve("lib"));
        jar("lib/signed.jar", null, "META-INF/SOMEBODY.SF", "a/Signed.class", "a/Signed$1.class");
        Path noJar = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertEquals(Set.of("a/Signed", "a/Signed$1"), ClassList.signed(List.of(main, noJar)));
    }

    private Path jar(String name, String classPath, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.closeEntry();
            }
        }
        return file;
    }
}
