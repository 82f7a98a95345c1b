package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convscape.block.BlockLibrary;
import org.convscape.io.FileFailure;
import org.convscape.io.ReadDocument;
import org.convscape.op.OpCatalogue;

/** All kinds of files that a document can be read from. */
public final class Importers {
    private static final List<Importer> STANDARD =
            List.of(new DocumentImporter(), new OnnxImporter(), new KerasImporter());

    private Importers() {}

    /** All of them. */
    public static List<Importer> standard() {
        return STANDARD;
    }

    /**
     * Reads a file as what its name ends with; one that ends with nothing known as a document.
     *
     * @throws FileFailure with a sentence that says what was expected, what was found, and where
     */
    public static ReadDocument read(Path file, OpCatalogue operations, BlockLibrary blocks) {
        return forFile(file).orElse(STANDARD.get(0)).read(file, operations, blocks);
    }

    /** True where a document that is read from this file is saved there again. */
    public static boolean holdsDocuments(Path file) {
        return forFile(file).map(Importer::holdsDocuments).orElse(true);
    }

    /** True where the file holds a network and not weights alone, as far as that can be told. */
    public static boolean holdsNetwork(Path file) {
        return forFile(file).map(importer -> importer.holdsNetwork(file)).orElse(true);
    }

    /** The first that reads files whose names end as this one's. */
    public static Optional<Importer> forFile(Path file) {
        return forName(String.valueOf(file.getFileName()));
    }

    /** True where a document can be read from files whose names end so. */
    public static boolean reads(String name) {
        return forName(name).isPresent();
    }

    private static Optional<Importer> forName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return STANDARD.stream()
                .filter(each -> each.endings().stream().anyMatch(lower::endsWith))
                .findFirst();
    }
}
