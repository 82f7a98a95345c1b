package org.convscape.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.image.Normalisation;
import org.convscape.io.ReadDocument;
import org.convscape.io.keras.KerasImport;
import org.convscape.op.OpCatalogue;

/** A network of Keras with its weights, which stay in that file; such a file may also hold weights alone. */
final class KerasImporter implements Importer {
    @Override
    public String id() {
        return "keras";
    }

    @Override
    public String label() {
        return "Keras models";
    }

    @Override
    public List<String> endings() {
        return KerasImport.ENDINGS;
    }

    @Override
    public boolean holdsDocuments() {
        return false;
    }

    @Override
    public boolean holdsNetwork(Path file) {
        return KerasImport.hasModel(file);
    }

    @Override
    public ReadDocument read(Path file, OpCatalogue operations, BlockLibrary blocks) {
        KerasImport read = KerasImport.read(file);
        Document document = DocumentWeights.from(Document.of(read.title(), read.graph()), file);
        List<String> notes = new ArrayList<>(read.notes());
        if (read.rescales()) {
            document = document.setting(RunSettings.NORMALISATION.name(), Normalisation.RAW.id());
            notes.add("Its first layer rescales pixels, so pictures enter as numbers of 0 to 255");
        }
        return new ReadDocument(document, notes);
    }
}
