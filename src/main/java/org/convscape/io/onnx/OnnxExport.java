package org.convscape.io.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.OperatorSetIdProto;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.weights.WeightStore;

/**
 * A graph with its weights as an ONNX model: operator set 13, batch 1, channels first. The values are named by our paths,
 * the initializers by path and weight ({@code layer1/0/conv1.kernel}).
 */
public final class OnnxExport {
    /** ONNX's operator set that is written. */
    public static final int OPERATOR_SET = 13;

    /** The version of the file format that goes with it. */
    private static final int IR_VERSION = 7;

    private final Analysis analysis;
    private final WeightStore weights;
    private final Predicate<String> alsoOutput;

    /**
     * An export of a whole graph.
     *
     * @param analysis of the graph; it must be {@link Analysis#complete() complete}
     * @param alsoOutput the paths whose values the model gives besides its results
     */
    public OnnxExport(Analysis analysis, WeightStore weights, Predicate<String> alsoOutput) {
        if (!analysis.complete()) {
            throw new IllegalArgumentException("Only a graph whose shapes are all known can be exported: "
                    + analysis.diagnostics().get(0).node() + ": "
                    + analysis.diagnostics().get(0).message());
        }
        this.analysis = analysis;
        this.weights = weights;
        this.alsoOutput = alsoOutput;
    }

    /** Writes the model. */
    public void writeTo(OutputStream out) throws IOException {
        model().writeTo(out);
    }

    ModelProto model() {
        OnnxGraphWriter writer = new OnnxGraphWriter();
        OnnxMath math = new OnnxMath(writer);
        Map<String, OnnxValue> values = new HashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            values.put(path, facts.inputs().isEmpty() ? picture(writer, facts) : step(writer, math, facts, values));
            boolean isResult = analysis.graph().outgoing(path).isEmpty();
            if (isResult || (alsoOutput.test(path) && !facts.inputs().isEmpty())) {
                writer.output(path, facts.output());
            }
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Convscape")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(writer.build("convscape"))
                .build();
    }

    private static OnnxValue picture(OnnxGraphWriter writer, NodeFacts facts) {
        writer.input(facts.node().path(), facts.output());
        return OnnxValue.activation(facts.node().path(), facts.output());
    }

    private OnnxValue step(OnnxGraphWriter writer, OnnxMath math, NodeFacts facts, Map<String, OnnxValue> values) {
        Node node = facts.node();
        List<OnnxValue> inputs = node.inputs().stream().map(values::get).toList();
        writer.begin(node.path());
        return writer.end(node.operation().forward(math, inputs, weightsOf(facts)));
    }

    private Weights<OnnxValue> weightsOf(NodeFacts facts) {
        String path = facts.node().path();
        return name -> {
            WeightSpec spec = facts.weights().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(path + " declares no weight \"" + name + "\""));
            return OnnxValue.weight(path + "." + name, weights.get(path, spec));
        };
    }
}
