package org.convscape.labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of classes, in the order of a network's outputs.
 *
 * @param title what the set is called
 */
public record Labels(String title, List<String> names) {
    private static final String FOLDER = "/org/convscape/assets/labels/";
    private static final String BACKGROUND = "background";

    /** Read when they are first asked for, and never again: a screen asks with every map that it shows. */
    private static final class Known {
        static final Labels IMAGENET = new Labels(
                "ImageNet",
                lines("imagenet-1k.tsv").stream()
                        .map(line -> line.substring(line.indexOf('\t') + 1))
                        .toList());
        static final Labels CIFAR_10 = new Labels("CIFAR-10", lines("cifar-10.txt"));
    }

    /** Keeps an unmodifiable copy. */
    public Labels {
        names = List.copyOf(names);
    }

    /** The 1,000 classes of ImageNet, sorted by their numbers in WordNet. */
    public static Labels imagenet() {
        return Known.IMAGENET;
    }

    /** The ten classes of CIFAR-10. */
    public static Labels cifar10() {
        return Known.CIFAR_10;
    }

    /**
     * The set that networks with so many outputs are usually trained on: ImageNet for 1,000, or for 1,001 with a class
     * for everything else in front. Ten may be anything, so there is none for them.
     */
    public static Optional<Labels> usual(int classes) {
        Labels imagenet = imagenet();
        if (classes == imagenet.names.size()) {
            return Optional.of(imagenet);
        }
        if (classes == imagenet.names.size() + 1) {
            List<String> names = new ArrayList<>(List.of(BACKGROUND));
            names.addAll(imagenet.names);
            return Optional.of(new Labels(imagenet.title, names));
        }
        return Optional.empty();
    }

    /**
     * The set that a network was made for, or is usually trained on; numbers where nobody knows.
     *
     * @param network the id of the network that it was built as, if any
     */
    public static Labels suiting(Optional<String> network, int classes) {
        Labels ten = cifar10();
        boolean cifar = classes == ten.names.size()
                && network.map(id -> id.startsWith("cifar-")).orElse(false);
        return cifar ? ten : usual(classes).orElseGet(() -> numbers(classes));
    }

    /** Classes that have numbers only. */
    public static Labels numbers(int classes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add("class " + i);
        }
        return new Labels("numbers", names);
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Labels.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not part of this program");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
