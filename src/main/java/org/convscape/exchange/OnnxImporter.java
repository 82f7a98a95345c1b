package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.Attribute;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.io.ReadDocument;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.io.onnx.importing.OnnxImport;
import org.convscape.op.OpCatalogue;

/** A network of another program with its weights, which stay in that file. */
final class OnnxImporter implements Importer {
    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String label() {
        return "ONNX models";
    }

    @Override
    public List<String> endings() {
        return List.of(OnnxFile.ENDING);
    }

    @Override
    public boolean holdsDocuments() {
        return false;
    }

    @Override
    public ReadDocument read(Path file, OpCatalogue operations, BlockLibrary blocks) {
        OnnxImport read = OnnxImport.read(file);
        Document document = DocumentWeights.from(Document.of(read.title(), read.graph()), file);
        Map<String, String> said = read.properties();
        for (Attribute<?> attribute : RunSettings.SCHEMA.attributes()) {
            if (said.containsKey(attribute.name())) {
                document = document.setting(attribute.name(), said.get(attribute.name()));
            }
        }
        return new ReadDocument(document, read.notes());
    }
}
