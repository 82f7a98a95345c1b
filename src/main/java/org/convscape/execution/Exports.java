package org.convscape.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Attribute;
import org.convscape.document.Document;
import org.convscape.io.onnx.OnnxCaption;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.weights.WeightStore;

/** Documents as other programs take them: with the weights that their runs have, and with how they are run. */
public final class Exports {
    private Exports() {}

    /**
     * A document as an ONNX model.
     *
     * @param analysis of the document's graph, complete
     * @param allMaps whether the model gives the output of every layer besides its results
     * @param source where the weights come from, in words
     */
    public static OnnxExport onnx(
            Document document, Analysis analysis, boolean allMaps, WeightStore weights, String source) {
        RunSettings settings = RunSettings.of(document);
        Map<String, String> properties = new LinkedHashMap<>();
        for (Attribute<?> attribute : RunSettings.SCHEMA.attributes()) {
            properties.put(attribute.name(), settings.values().format(attribute));
        }
        properties.put("weights", source);
        return new OnnxExport(analysis, weights, path -> allMaps, new OnnxCaption(document.title(), properties));
    }
}
