package org.convscape.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Attribute;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.RunSettings;
import org.convscape.io.ReadDocument;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.io.onnx.importing.OnnxImport;
import org.convscape.op.OpCatalogue;
import org.convscape.tensor.Shape;
import org.convscape.weights.published.PublishedFile;
import org.convscape.weights.published.PublishedFiles;

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

    /** What a published model does not say itself, its publisher does. */
    private static Document prepared(Document document, Path file) {
        Optional<Shape> input = Analysis.of(document.graph()).nodes().stream()
                .filter(facts -> facts.node().isInput() && facts.known())
                .map(NodeFacts::output)
                .findFirst();
        Optional<PublishedFile> published =
                input.flatMap(shape -> PublishedFiles.standard().recognise(file));
        return published
                .map(known -> RunSettings.on(document, known.pictures().preparation(input.orElseThrow())))
                .orElse(document);
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
        if (!said.containsKey(RunSettings.NORMALISATION.name())) {
            document = prepared(document, file);
        }
        return new ReadDocument(document, read.notes());
    }
}
