package org.convscape.io.onnx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.StringStringEntryProto;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.figures.Figures;
import org.convscape.tensor.Shape;

/** What a model says of itself to a person who opens it elsewhere, and to programs, as properties. */
final class OnnxDescription {
    private final OnnxCaption caption;
    private final CostTable costs;

    OnnxDescription(Analysis analysis, OnnxCaption caption) {
        this.caption = caption;
        this.costs = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.TOTAL);
    }

    void addTo(ModelProto.Builder head) {
        String version = OnnxDescription.class.getPackage().getImplementationVersion();
        if (version != null) {
            head.setProducerVersion(version);
        }
        head.setDocString(sentences());
        properties()
                .forEach((name, value) -> head.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(name).setValue(value)));
    }

    private String inputs() {
        return costs.inputs().stream().map(Shape::toString).collect(Collectors.joining(", "));
    }

    private String sentences() {
        CostTable.Row total = costs.total();
        return caption.title() + " for pictures of " + inputs() + ", batch 1: " + Figures.whole(total.total())
                + " parameters, of which " + Figures.whole(total.trainable()) + " are trained; "
                + Figures.whole(total.count()) + " " + costs.unit() + " (convention " + costs.convention()
                + "). Values are channels first: batch, channels, height, width. A node has the path of its operation;"
                + " where an operation takes several nodes, the last one has the path, and those before it the path"
                + " with a number.";
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("title", caption.title());
        properties.put("input", inputs());
        properties.put("trainable parameters", Long.toString(costs.total().trainable()));
        properties.put("total parameters", Long.toString(costs.total().total()));
        properties.put(
                costs.unit() + " (" + costs.convention() + ")",
                Long.toString(costs.total().count()));
        properties.putAll(caption.properties());
        return properties;
    }
}
