package org.convscape.io;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one place where text from a person or the environment becomes the path of a file. */
public final class PathText {
    private PathText() {}

    /**
     * The path of that text.
     *
     * @throws FileFailure with a sentence where it is empty, or a name that this system's files cannot have
     */
    public static Path of(String text) {
        if (text.isBlank()) {
            throw new FileFailure("The name of a file or folder was expected, found nothing");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new FileFailure("\"" + text + "\" is no name that files can have here" + reason(text), e);
        }
    }

    /** As {@link #of}, for a file that is read: a pattern that no shell has filled in is told from a name. */
    public static Path existing(String text) {
        Path path = of(text);
        if (text.matches(".*[*?].*") && !Files.exists(path)) {
            throw new FileFailure("There is no file " + text
                    + ", and patterns are not filled in here; name the files one by one, or a folder");
        }
        return path;
    }

    private static String reason(String text) {
        boolean foreign = text.chars().anyMatch(character -> character > 127);
        return foreign
                ? ": the language settings of this system (" + names() + ") know no such characters; a locale in UTF-8,"
                        + " such as LC_ALL=C.UTF-8, would let the name be read"
                : "";
    }

    private static String names() {
        return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    }
}
