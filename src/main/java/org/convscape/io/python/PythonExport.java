package org.convscape.io.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.figures.Figures;
import org.convscape.graph.Node;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.tensor.Shape;
import org.convscape.weights.WeightStore;
import org.convscape.weights.file.SafetensorsWriter;

/**
 * A graph with its weights as a source file of Python and a file of safetensors beside it: groups become modules of
 * PyTorch or functions of Keras, and layers keep their names. The weights are asked for one by one while they are
 * written.
 */
public final class PythonExport {
    private final PythonLibrary library;
    private final Analysis analysis;
    private final WeightStore weights;
    private final PythonCaption caption;
    private final PythonMath math;
    private final List<Step> steps = new ArrayList<>();
    private final List<SourceFile.Given> inputs = new ArrayList<>();
    private final Map<String, PyValue> values = new HashMap<>();
    private String refusal;

    /**
     * An export of a whole graph.
     *
     * @param analysis of the graph; it must be {@link Analysis#complete() complete}
     */
    public PythonExport(PythonLibrary library, Analysis analysis, WeightStore weights, PythonCaption caption) {
        if (!analysis.complete()) {
            throw new IllegalArgumentException("Only a graph whose shapes are all known can be exported: "
                    + analysis.diagnostics().get(0).node() + ": "
                    + analysis.diagnostics().get(0).message());
        }
        this.library = library;
        this.analysis = analysis;
        this.weights = weights;
        this.caption = caption;
        this.math = library.math();
        for (NodeFacts facts : analysis.nodes()) {
            try {
                write(facts);
            } catch (Unwritable e) {
                refusal = library.label() + " has " + e.getMessage() + ", as \""
                        + facts.node().path() + "\" needs it";
                return;
            }
        }
        checkNames();
    }

    private void write(NodeFacts facts) {
        Node node = facts.node();
        String path = node.path();
        if (node.isInput()) {
            inputs.add(new SourceFile.Given(path, facts.output()));
            values.put(path, PyValue.of(Text.value(path), true, facts.output()));
            return;
        }
        Operation operation = node.operation();
        math.begin(path);
        PyValue result =
                operation.forward(math, node.inputs().stream().map(values::get).toList(), weightsOf(facts));
        if (analysis.graph().outgoing(path).isEmpty()) {
            result = math.natural(result);
        }
        if (isValue(result)) {
            values.put(path, result);
            return;
        }
        String words = operation.type().label() + (operation.badge().isEmpty() ? "" : ", " + operation.badge());
        steps.add(math.end(result, words));
        values.put(path, PyValue.of(Text.value(path), true, facts.output()).ordered(result.maps()));
    }

    private static boolean isValue(PyValue value) {
        List<String> paths = Text.valuesIn(value.text());
        return paths.size() == 1 && Text.value(paths.get(0)).equals(value.text());
    }

    private Weights<PyValue> weightsOf(NodeFacts facts) {
        return name -> {
            WeightSpec spec = facts.weights().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(facts.node().path() + " declares no weight \"" + name + "\""));
            return PyValue.weight(
                    spec.dimensions(),
                    () -> weights.get(facts.node().origin(), spec).values());
        };
    }

    private void checkNames() {
        Map<String, Long> counted = math.arrays().stream()
                .collect(Collectors.groupingBy(
                        SafetensorsWriter.Outgoing::name, LinkedHashMap::new, Collectors.counting()));
        counted.forEach((name, count) -> {
            if (count > 1) {
                refusal = library.label() + " would call two arrays \"" + name + "\"; another name for one of the two"
                        + " layers would work";
            }
        });
    }

    /** Why the network cannot be written for that library, as a sentence; empty where it can. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The arrays under the names that the source gives them, in the library's layouts. */
    List<SafetensorsWriter.Outgoing> arrays() {
        return math.arrays();
    }

    /** The file of the arrays. */
    public SafetensorsWriter weights(Map<String, String> metadata) {
        return new SafetensorsWriter(metadata, math.arrays());
    }

    /**
     * The source.
     *
     * @param weightsFile the name of the file with the weights, which lies beside the source
     */
    public String source(String weightsFile) {
        if (refusal != null) {
            throw new IllegalStateException(refusal);
        }
        List<String> results = new ArrayList<>();
        for (NodeFacts facts : analysis.outputs()) {
            results.add(Text.valuesIn(values.get(facts.node().path()).text()).get(0));
        }
        Part network = Parts.of(
                analysis.graph(),
                steps,
                inputs.stream().map(SourceFile.Given::path).toList(),
                results);
        return docstring(weightsFile) + "\n" + library.source(network, inputs, caption.title(), weightsFile);
    }

    private String docstring(String weightsFile) {
        CostTable costs = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.TOTAL);
        CostTable.Row total = costs.total();
        Map<String, String> lines = new LinkedHashMap<>(caption.remarks());
        lines.put(
                "Input",
                costs.inputs().stream().map(Shape::toString).collect(Collectors.joining(", "))
                        + " (height, width, channels)");
        lines.put(
                "Parameters",
                Figures.whole(total.total()) + ", of which " + Figures.whole(total.trainable()) + " are trained");
        lines.put(
                costs.unit().substring(0, 1).toUpperCase(Locale.ROOT)
                        + costs.unit().substring(1),
                Figures.whole(total.count()) + " (convention " + costs.convention() + ")");
        lines.put("Weights in", weightsFile);
        StringBuilder text = new StringBuilder("\"\"\"")
                .append(plain(caption.title()))
                .append(" for ")
                .append(library.label())
                .append(", written by Convscape.\n\n");
        lines.forEach((heading, what) ->
                text.append(heading).append(": ").append(plain(what)).append('\n'));
        return text.append("\"\"\"\n").toString();
    }

    /** Nothing that would end the text. */
    private static String plain(String text) {
        return text.replace('\\', '/').replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }
}
