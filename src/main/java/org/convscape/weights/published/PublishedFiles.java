package org.convscape.weights.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/**
 * A catalogue of published weights.
 *
 * @param complaints what could not be read of it, in sentences
 */
public record PublishedFiles(List<PublishedFile> files, List<String> complaints) {
    private static final String BUILT_IN = "/org/convscape/assets/weights/published.tsv";

    /** Keeps unmodifiable copies. */
    public PublishedFiles {
        files = List.copyOf(files);
        complaints = List.copyOf(complaints);
    }

    /** Read when it is first asked for. */
    private static final class Known {
        static final PublishedFiles STANDARD = builtIn();
    }

    /** The catalogue that is part of this program. */
    public static PublishedFiles standard() {
        return Known.STANDARD;
    }

    private static PublishedFiles builtIn() {
        try (InputStream stream = PublishedFiles.class.getResourceAsStream(BUILT_IN)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue of weights is not part of this program");
            }
            return read(
                    "published.tsv",
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of weights cannot be read", e);
        }
    }

    /** A catalogue of that name, from its lines. */
    public static PublishedFiles read(String name, List<String> lines) {
        return CatalogueLines.read(name, lines);
    }

    /** This catalogue with the files of another one, which take the place of those with the same id or name. */
    public PublishedFiles with(PublishedFiles own) {
        Set<String> ids = own.files.stream().map(PublishedFile::id).collect(Collectors.toSet());
        Set<String> names = own.files.stream().map(PublishedFile::file).collect(Collectors.toSet());
        List<PublishedFile> all = new ArrayList<>(own.files);
        files.stream()
                .filter(file -> !ids.contains(file.id()) && !names.contains(file.file()))
                .forEach(all::add);
        List<String> both = new ArrayList<>(complaints);
        both.addAll(own.complaints);
        return new PublishedFiles(all, both);
    }

    /** The file with an id. */
    public Optional<PublishedFile> find(String id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** The files for a network, in their order. */
    public List<PublishedFile> of(String network) {
        return files.stream().filter(file -> file.network().equals(network)).toList();
    }

    /**
     * Which published file this is: by name and size where no hash is published, else by its contents, which are looked
     * at only where name or size are those of one. Reads the whole file then.
     */
    public Optional<PublishedFile> recognise(Path path) {
        return recognise(path, new HashMap<>());
    }

    /**
     * The same for a file whose SHA-256 is known: it is not read again for that.
     *
     * @param sha256 all of its digits
     */
    public Optional<PublishedFile> recognise(Path path, String sha256) {
        return recognise(path, new HashMap<>(Map.of(FileHash.Kind.SHA256.algorithm(), sha256)));
    }

    /** @param digits those that are known, by algorithm */
    private Optional<PublishedFile> recognise(Path path, Map<String, String> digits) {
        try {
            String name = String.valueOf(path.getFileName());
            long size = Files.size(path);
            for (PublishedFile file : files) {
                boolean named = name.equals(file.file()) || name.equals(lastPart(file));
                boolean sized = file.size().bytes().isPresent() && file.size().suits(size);
                if (!file.hash().known()) {
                    if (name.equals(file.file()) && file.size().suits(size)) {
                        return Optional.of(file);
                    }
                } else if (named || sized) {
                    String algorithm = file.hash().kind().algorithm();
                    if (!digits.containsKey(algorithm)) {
                        digits.put(algorithm, file.hash().digitsOf(path, Progress.NONE, new Cancellation()));
                    }
                    if (file.hash().agrees(digits.get(algorithm))) {
                        return Optional.of(file);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // Whoever opens the file for its weights says what the matter with it is.
            return Optional.empty();
        }
    }

    private static String lastPart(PublishedFile file) {
        String path = file.address().getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
