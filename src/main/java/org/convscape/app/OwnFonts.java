package org.convscape.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The faces that come with the program, for systems that have no fonts at all, such as small containers: there JavaFX
 * does not start, although this program brings the two faces that it draws with. JavaFX was built to run on devices,
 * and takes a folder of fonts in place of the system's where it is told so before it starts.
 */
final class OwnFonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final int DEEPEST = 8;

    /** Where fonts stand in the jar, by weight. */
    private record Face(String family, String regular, String bold) {}

    private static final Face WORDS = new Face("Inter", "inter/Inter-Regular.otf", "inter/Inter-Bold.otf");
    private static final Face FIGURES = new Face(
            "JetBrains Mono", "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static final Map<String, Face> LOGICAL = Map.of("sans", WORDS, "serif", WORDS, "monospace", FIGURES);

    private OwnFonts() {}

    /**
     * Must come before the toolkit; does nothing where the system has fonts, or settings of its own say where they are.
     */
    static void useWhereThereAreNone() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!system.contains("linux") || System.getProperty("prism.fontdir") != null) {
            return;
        }
        try {
            if (!systemHasSome(System.getenv(), System.getProperty("user.home"))) {
                Path folder = StateFolder.here().resolve("fonts");
                unpack(folder);
                System.setProperty("prism.useFontConfig", "false");
                System.setProperty("prism.embeddedfonts", "true");
                System.setProperty("prism.fontdir", folder.toString());
            }
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            System.err.println(
                    "The system has no fonts, and those of the program could not be put to use: " + e.getMessage());
        }
    }

    /** Whether a font lies where fontconfig looks without settings; with settings of a person's own it is believed. */
    static boolean systemHasSome(Map<String, String> environment, String home) {
        if (environment.containsKey("FONTCONFIG_FILE") || environment.containsKey("FONTCONFIG_PATH")) {
            return true;
        }
        List<Path> folders = new ArrayList<>();
        String data = environment.getOrDefault("XDG_DATA_DIRS", "");
        for (String each : (data.isEmpty() ? "/usr/local/share:/usr/share" : data).split(":")) {
            folders.add(Path.of(each, "fonts"));
        }
        String own = environment.getOrDefault("XDG_DATA_HOME", "");
        folders.add(own.isEmpty() ? Path.of(home, ".local", "share", "fonts") : Path.of(own, "fonts"));
        folders.add(Path.of(home, ".fonts"));
        folders.add(Path.of("/usr/X11R6/lib/X11/fonts"));
        return folders.stream().anyMatch(OwnFonts::holdsFont);
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(
                    file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|otf|ttc|otc|pfb)"));
        } catch (IOException | UncheckedIOException e) {
            // A folder that may not be read in part has something in it: fontconfig knows better.
            return true;
        }
    }

    /** Writes the faces, and the list by which the toolkit finds them, to a folder. */
    static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder list = new StringBuilder();
        for (String logical : List.of("sans", "serif", "monospace")) {
            Face face = LOGICAL.get(logical);
            for (String style : List.of("regular", "bold", "italic", "bolditalic")) {
                boolean bold = style.startsWith("bold");
                String file = copy(bold ? face.bold : face.regular, folder);
                String key = logical + "." + style + ".0.";
                list.append(key).append("font=").append(face.family).append(bold ? " Bold\n" : " Regular\n");
                list.append(key).append("file=").append(file).append('\n');
            }
        }
        Files.writeString(folder.resolve("logicalfonts.properties"), list);
    }

    private static String copy(String resource, Path folder) throws IOException {
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        try (InputStream in = OwnFonts.class.getResourceAsStream(FOLDER + resource)) {
            if (in == null) {
                throw new IOException("the face " + name + " is missing from this build of the program");
            }
            Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return name;
    }
}
