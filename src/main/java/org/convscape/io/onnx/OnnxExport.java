package org.convscape.io.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.OperatorSetIdProto;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Bounded;
import org.convscape.analysis.NodeFacts;
import org.convscape.figures.Figures;
import org.convscape.graph.Node;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.weights.WeightStore;

/**
 * A graph with its weights as an ONNX model: operator set 13, batch 1, channels first. The values are named by our
 * paths, the initializers by path and weight ({@code layer1/0/conv1.kernel}). The weights are asked for one by one
 * while the model is written, so that a large network takes no more memory than its largest layer.
 */
public final class OnnxExport {
    /** ONNX's operator set that is written. */
    public static final int OPERATOR_SET = 13;

    /** The version of the file format that goes with it. */
    private static final int IR_VERSION = 7;

    /** Protocol buffers count the bytes of a message in 31 bits. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private final Analysis analysis;
    private final WeightStore weights;
    private final Predicate<String> alsoOutput;
    private final OnnxCaption caption;
    private final OnnxModel model;

    /**
     * An export of a whole graph.
     *
     * @param analysis of the graph; it must be {@link Analysis#complete() complete}
     * @param alsoOutput the paths whose values the model gives besides its results
     */
    public OnnxExport(Analysis analysis, WeightStore weights, Predicate<String> alsoOutput) {
        this(analysis, weights, alsoOutput, new OnnxCaption("convscape", Map.of()));
    }

    /** As above, with what the model says of itself. */
    public OnnxExport(Analysis analysis, WeightStore weights, Predicate<String> alsoOutput, OnnxCaption caption) {
        if (!analysis.complete()) {
            throw new IllegalArgumentException("Only a graph whose shapes are all known can be exported: "
                    + analysis.diagnostics().get(0).node() + ": "
                    + analysis.diagnostics().get(0).message());
        }
        this.analysis = analysis;
        this.weights = weights;
        this.alsoOutput = alsoOutput;
        this.caption = caption;
        this.model = model();
    }

    /** How many ONNX nodes there are. */
    public int nodes() {
        return model.graph().getNodeCount();
    }

    /** How many parameters there are, trained or kept. */
    public long parameters() {
        return analysis.nodes().stream().mapToLong(NodeFacts::totalParameters).reduce(0, Bounded::plus);
    }

    /** How long the file becomes. */
    public long bytes() {
        return model.bytes();
    }

    /** Why the model cannot be written, as a sentence; empty where it can. */
    public Optional<String> refusal() {
        return bytes() <= MOST_BYTES
                ? Optional.empty()
                : Optional.of("As ONNX, " + caption.title() + " would take " + Figures.bytes(bytes()) + " for its "
                        + Figures.whole(parameters()) + " parameters; an ONNX file holds at most "
                        + Figures.bytes(MOST_BYTES));
    }

    /** Writes the model. */
    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, Progress.NONE, new Cancellation());
    }

    /**
     * Writes the model; the progress counts bytes of weights.
     *
     * @throws java.util.concurrent.CancellationException between two weights, when a stop was asked for
     */
    public void writeTo(OutputStream out, Progress progress, Cancellation cancellation) throws IOException {
        refusal().ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
        model.writeTo(out, progress, cancellation);
    }

    private OnnxModel model() {
        OnnxGraphWriter writer = new OnnxGraphWriter(
                analysis.nodes().stream().map(facts -> facts.node().path()).collect(Collectors.toSet()));
        OnnxMath math = new OnnxMath(writer);
        Map<String, OnnxValue> values = new HashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            boolean given = facts.node().isInput();
            values.put(path, given ? picture(writer, facts) : step(writer, math, facts, values));
            if (analysis.graph().outgoing(path).isEmpty() || (alsoOutput.test(path) && !given)) {
                writer.output(path, facts.output(), described(facts));
            } else if (!given) {
                writer.inside(path, facts.output());
            }
        }
        ModelProto.Builder head = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Convscape")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET));
        new OnnxDescription(analysis, caption).addTo(head);
        return new OnnxModel(head.build(), writer.build(caption.title()), writer.initializers());
    }

    private static OnnxValue picture(OnnxGraphWriter writer, NodeFacts facts) {
        writer.input(facts.node().path(), facts.output(), described(facts));
        return OnnxValue.activation(facts.node().path(), facts.output());
    }

    private static String described(NodeFacts facts) {
        return facts.output() + ", channels first";
    }

    private OnnxValue step(OnnxGraphWriter writer, OnnxMath math, NodeFacts facts, Map<String, OnnxValue> values) {
        Node node = facts.node();
        Operation operation = node.operation();
        List<OnnxValue> inputs = node.inputs().stream().map(values::get).toList();
        writer.begin(node.path());
        String words = operation.type().label() + (operation.badge().isEmpty() ? "" : ", " + operation.badge());
        return writer.end(operation.forward(math, inputs, weightsOf(facts)), words);
    }

    private Weights<OnnxValue> weightsOf(NodeFacts facts) {
        String path = facts.node().path();
        String origin = facts.node().origin();
        return name -> {
            WeightSpec spec = facts.weights().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(path + " declares no weight \"" + name + "\""));
            return OnnxValue.weight(path + "." + name, new Numbers(spec.dimensions(), () -> weights.get(origin, spec)));
        };
    }
}
