package org.convscape.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.convscape.labels.Labels;

/**
 * Names of classes in files that people have: one a line, a table whose last column has the names, a JSON list, or a
 * JSON object from number to name, or to a list whose last entry is the name.
 */
public final class LabelFile {
    private static final long LARGEST = 16L << 20;

    private LabelFile() {}

    /**
     * Reads a file.
     *
     * @throws FileFailure with a sentence for the user
     */
    public static Labels read(Path file) {
        String text = text(file).strip();
        List<String> names = text.startsWith("[") || text.startsWith("{") ? json(file, text) : lines(text);
        if (names.isEmpty()) {
            throw new FileFailure(file + " holds no names of classes");
        }
        return new Labels(String.valueOf(file.getFileName()), names);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new FileFailure(file + " is too large for names of classes: at most 16 MB were expected, "
                        + Files.size(file) / 1_000_000 + " MB found");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new FileFailure("There is no file " + file);
        } catch (CharacterCodingException e) {
            throw new FileFailure(file + " is no text in UTF-8");
        } catch (IOException e) {
            throw new FileFailure(file + " could not be read");
        }
    }

    private static List<String> lines(String text) {
        List<String> names = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] cells = line.split("\t", -1);
            names.add(unquoted(cells.length > 1 ? cells[cells.length - 1] : afterNumber(line)));
        }
        return names;
    }

    /** A name may have commas, as {@code tench, Tinca tinca} has: only a number in front is a column. */
    private static String afterNumber(String line) {
        return line.replaceFirst("^\\s*\\d+\\s*[,;:]\\s*", "");
    }

    private static String unquoted(String cell) {
        String bare = cell.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"")
                : bare;
    }

    private static List<String> json(Path file, String text) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            List<String> names = new ArrayList<>();
            if (root.isArray()) {
                root.forEach(each -> names.add(name(each)));
                return names;
            }
            TreeMap<Integer, String> byNumber = new TreeMap<>();
            root.fields().forEachRemaining(entry -> {
                if (!entry.getKey().matches("\\d{1,8}")) {
                    throw new FileFailure(file + ": numbers of classes were expected as names of the object, \""
                            + entry.getKey() + "\" was found");
                }
                byNumber.put(Integer.parseInt(entry.getKey()), name(entry.getValue()));
            });
            if (!byNumber.isEmpty() && byNumber.lastKey() != byNumber.size() - 1) {
                throw new FileFailure(file + ": the classes 0 to " + byNumber.lastKey() + " were expected, "
                        + byNumber.size() + " of them were found");
            }
            return List.copyOf(byNumber.values());
        } catch (JsonProcessingException e) {
            throw new FileFailure(file + " is no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static String name(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.get(node.size() - 1).asText() : node.asText();
    }
}
