package org.convscape.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The list of loaded classes from which a JVM makes an archive, as the JVM has written it. Classes in signed jars are
 * taken out: no JVM archives them, and that of Java 17 fails where a lambda expression is made of one.
 */
final class ClassList {
    private static final String CLASS = ".class";

    private ClassList() {}

    /** What can be archived of a list. The last line is left out: it may not have been written to its end. */
    static List<String> archivable(List<String> lines, Set<String> signed) {
        List<String> kept = new ArrayList<>();
        for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
            if (!names(line, signed)) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** Whether one of the classes stands in a line, by itself or in the types of a lambda expression. */
    private static boolean names(String line, Set<String> classes) {
        String plain = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
        for (String word : plain.split("[ ;()\\[]+")) {
            if (classes.contains(word) || (word.startsWith("L") && classes.contains(word.substring(1)))) {
                return true;
            }
        }
        return false;
    }

    /** The classes of all signed jars in a class path, with what the manifests of its jars add to it. */
    static Set<String> signed(List<Path> jars) {
        Set<String> found = new HashSet<>();
        Set<Path> seen = new HashSet<>();
        List<Path> rest = new ArrayList<>(jars);
        while (!rest.isEmpty()) {
            Path jar = rest.remove(rest.size() - 1);
            if (jar.toFile().isFile() && seen.add(jar)) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    rest.addAll(named(file.getManifest(), jar));
                    if (file.stream().anyMatch(ClassList::isSignature)) {
                        file.stream()
                                .map(JarEntry::getName)
                                .filter(name -> name.endsWith(CLASS))
                                .forEach(name -> found.add(name.substring(0, name.length() - CLASS.length())));
                    }
                } catch (IOException e) {
                    // The JVM will not read it either.
                    System.getLogger(ClassList.class.getName()).log(System.Logger.Level.DEBUG, "Unreadable: " + jar, e);
                }
            }
        }
        return found;
    }

    private static boolean isSignature(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/") && name.indexOf('/', 9) < 0 && name.endsWith(".SF");
    }

    private static List<Path> named(Manifest manifest, Path jar) {
        String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        List<Path> found = new ArrayList<>();
        if (more != null) {
            for (String each : more.trim().split(" +")) {
                found.add(Path.of(jar.toUri().resolve(each)));
            }
        }
        return found;
    }
}
