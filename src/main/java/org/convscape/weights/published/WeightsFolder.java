package org.convscape.weights.published;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The folder where files of published weights are kept, fetched or put there by hand. A {@code catalogue.tsv} in it
 * adds files of one's own to the catalogue.
 */
public record WeightsFolder(Path path) {

    /** The variable of the environment that names it. */
    public static final String VARIABLE = "CONVSCAPE_WEIGHTS";

    /** The name of a catalogue of one's own. */
    public static final String OWN_CATALOGUE = "catalogue.tsv";

    /** The name under which a choice of it is remembered. */
    public static final String SETTING = "folder.published";

    private static final String USUAL = "convscape-weights";
    private static final long MOST_CATALOGUE_BYTES = 4_000_000;

    /** The folder of that name; where that is empty or none, the usual one. */
    public static WeightsFolder chosen(String name) {
        try {
            return name.isBlank() ? usual() : new WeightsFolder(Path.of(name));
        } catch (InvalidPathException e) {
            return usual();
        }
    }

    /** The folder that the environment names; else one in the home of this user. */
    public static WeightsFolder usual() {
        return usual(System.getenv(), System.getProperty("user.home"));
    }

    static WeightsFolder usual(Map<String, String> environment, String home) {
        try {
            String named = environment.getOrDefault(VARIABLE, "");
            return new WeightsFolder(named.isBlank() ? Path.of(home, USUAL) : Path.of(named));
        } catch (InvalidPathException e) {
            // A home whose name the language settings cannot say.
            return new WeightsFolder(Path.of(System.getProperty("java.io.tmpdir"), USUAL));
        }
    }

    /** Where a published file lies, or would lie. */
    public Path of(PublishedFile file) {
        return path.resolve(file.file());
    }

    /** Whether a published file is there, as its name and size say. */
    public boolean has(PublishedFile file) {
        return otherSize(file).isEmpty() && Files.isRegularFile(of(file));
    }

    /** The size of what lies there under the name of a published file and cannot be it; empty for none. */
    public OptionalLong otherSize(PublishedFile file) {
        try {
            long size = Files.isRegularFile(of(file))
                    ? Files.size(of(file))
                    : file.size().least();
            return file.size().suits(size) ? OptionalLong.empty() : OptionalLong.of(size);
        } catch (IOException e) {
            // It has just gone.
            return OptionalLong.empty();
        }
    }

    /** The built-in catalogue with that of the folder. */
    public PublishedFiles catalogue() {
        Path own = path.resolve(OWN_CATALOGUE);
        if (!Files.exists(own)) {
            return PublishedFiles.standard();
        }
        return PublishedFiles.standard().with(read(own));
    }

    private static PublishedFiles read(Path own) {
        try {
            if (Files.size(own) > MOST_CATALOGUE_BYTES) {
                return complaint(own + " is no catalogue: it has more than " + MOST_CATALOGUE_BYTES + " bytes");
            }
            return PublishedFiles.read(own.toString(), Files.readAllLines(own));
        } catch (MalformedInputException e) {
            return complaint(own + " is no catalogue: it is not written in UTF-8");
        } catch (IOException e) {
            return complaint(own + " cannot be read; the system says: " + e.getMessage());
        }
    }

    private static PublishedFiles complaint(String sentence) {
        return new PublishedFiles(List.of(), List.of(sentence));
    }

    /** How to come by a file without this program. */
    public String byHand(PublishedFile file) {
        return "it can be fetched elsewhere from " + file.address() + " and put there as " + of(file);
    }
}
