package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import org.convscape.block.BlockLibrary;
import org.convscape.io.DocumentFile;
import org.convscape.io.ReadDocument;
import org.convscape.op.OpCatalogue;

/** A document that was saved here. */
final class DocumentImporter implements Importer {
    @Override
    public String id() {
        return "convscape";
    }

    @Override
    public String label() {
        return "Convscape documents";
    }

    @Override
    public List<String> endings() {
        return List.of(DocumentFile.ENDING);
    }

    @Override
    public ReadDocument read(Path file, OpCatalogue operations, BlockLibrary blocks) {
        return DocumentFile.open(file, operations, blocks);
    }
}
