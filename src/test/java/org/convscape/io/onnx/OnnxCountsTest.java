package org.convscape.io.onnx;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onnx.OnnxMl.ModelProto;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Padding;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.Add;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.OnnxCounter;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of all networks, counted without anything of this program, against the analysis and the published totals.
 */
class OnnxCountsTest {
    @TempDir
    Path folder;

    static List<String> ids() {
        return NetworkLibrary.standard().networks().stream().map(Network::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theFileHoldsWhatTheAnalysisCounts(String id, TestReporter reporter) throws IOException {
        Analysis analysis =
                Analysis.of(NetworkLibrary.standard().find(id).orElseThrow().build());
        CostTable.Row ours = CostTable.of(analysis, Convention.MACS, CostTable.Grouping.TOTAL)
                .total();
        Path file = folder.resolve(id + ".onnx");
        OnnxExport export = new OnnxExport(analysis, (node, spec) -> zeros(spec), path -> false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.writeTo(out);
        }

        ModelProto model = OnnxCounter.parse(file);
        OnnxCounter theirs = OnnxCounter.of(model);

        reporter.publishEntry(
                id,
                theirs.nodesByPath().size() + " layers as " + model.getGraph().getNodeCount()
                        + " nodes; trainable, total," + " multiply-adds " + totals(theirs));
        assertAll(
                () -> assertEquals(nodes(analysis), theirs.nodesByPath(), "nodes"),
                () -> assertEquals(ours.total(), theirs.parameters(), "parameters"),
                () -> assertEquals(ours.trainable(), theirs.trainable(), "trainable parameters"),
                () -> assertEquals(ours.count(), theirs.multiplyAdds(), "multiply-adds"),
                () -> assertEquals(List.of(), theirs.faults()),
                () -> assertEquals(Files.size(file), export.bytes()),
                () -> assertEquals(
                        published().getOrDefault(id, totals(theirs)), totals(theirs), "against the published totals"));
    }

    private static Tensor zeros(WeightSpec spec) {
        return Tensor.zeros(
                spec.dimensions().stream().mapToInt(Integer::intValue).toArray());
    }

    private static String totals(OnnxCounter counter) {
        return counter.trainable() + "," + counter.parameters() + "," + counter.multiplyAdds();
    }

    /** Trainable, total, multiply-adds by id; another test holds them to the public table. */
    private static Map<String, String> published() throws IOException {
        Map<String, String> totals = new LinkedHashMap<>();
        try (InputStream file = Network.class.getResourceAsStream("network-totals.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",", 3);
                        totals.put(cells[0], cells[2]);
                    });
        }
        return totals;
    }

    private static Map<String, Integer> nodes(Analysis analysis) {
        Map<String, Integer> nodes = new LinkedHashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            if (!(facts.node().operation() instanceof Input)) {
                nodes.put(facts.node().path(), nodes(facts));
            }
        }
        return nodes;
    }

    /** How many ONNX nodes one of ours becomes. */
    private static int nodes(NodeFacts facts) {
        Operation operation = facts.node().operation();
        Shape in = facts.inputs().get(0);
        if (operation instanceof Add) {
            return facts.inputs().size() - 1;
        } else if (operation instanceof GlobalAveragePool pool) {
            return pool.keepDimensions() ? 3 : 2;
        } else if (operation instanceof Flatten) {
            return in.positions() > 1 ? 2 : 1;
        } else if (operation instanceof AveragePool pool) {
            return pool.countPadding() && !pool.padding().equals(Padding.VALID) ? 2 : 1;
        }
        return 1;
    }
}
