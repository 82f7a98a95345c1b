package org.convscape.io.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.ValueInfoProto;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.ReferenceMath;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.Softmax;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.convscape.testing.Differences;
import org.convscape.testing.OnnxRuntimeSession;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExportTest {
    private static final double BOUND = 1e-4;

    @ParameterizedTest
    @MethodSource("org.convscape.op.library.OperationCases#stream")
    void onnxRuntimeComputesWhatThePlainLoopsCompute(OperationCase operation) throws IOException {
        List<Tensor> given = operation.inputValues(7);
        if (given.isEmpty()) {
            return; // A picture is declared, not computed.
        }
        CaseGraph graph = CaseGraph.of(operation, given);
        Map<String, Tensor> weights = operation.weightValues(7);

        Tensor theirs =
                export(Analysis.of(graph.graph()), weights, graph.pictures()).get("result");
        Tensor ours = operation.operation().forward(new ReferenceMath(), given, OperationCase.asWeights(weights));

        assertTrue(Differences.relative(ours, theirs) < BOUND, () -> "off by " + Differences.relative(ours, theirs));
    }

    private static Map<String, Tensor> export(
            Analysis analysis, Map<String, Tensor> weights, Map<String, Tensor> pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new OnnxExport(analysis, (node, spec) -> weights.get(spec.name()), path -> true).writeTo(bytes);
        try (OnnxRuntimeSession session = new OnnxRuntimeSession(bytes.toByteArray())) {
            return session.run(pictures);
        }
    }

    @Test
    void valuesAndNodesAreNamedByOurPaths() throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(4, 4, 3)));
        String stage = builder.group(
                "stage",
                picture,
                source -> builder.add("conv", Conv2d.of(2, 3, 1, org.convscape.attribute.Padding.SAME, true), source));
        builder.add("drop", new Dropout(0.5), stage);
        Analysis analysis = Analysis.of(builder.build());

        ModelProto model = zeros(analysis, new OnnxCaption("small", Map.of("seed", "7")));

        List<String> names =
                model.getGraph().getNodeList().stream().map(n -> n.getName()).toList();
        assertEquals(List.of("stage/conv", "drop"), names, "a node of ours that computes nothing still has its name");
        assertEquals(
                List.of("stage/conv.kernel", "stage/conv.bias"),
                model.getGraph().getInitializerList().stream()
                        .map(t -> t.getName())
                        .toList());
        assertEquals("drop", model.getGraph().getOutput(0).getName());
        long parameters = model.getGraph().getInitializerList().stream()
                .mapToLong(t -> t.getDimsList().stream().reduce(1L, (a, b) -> a * b))
                .sum();
        assertEquals(
                analysis.nodes().stream().mapToLong(NodeFacts::totalParameters).sum(), parameters);
    }

    private static ModelProto zeros(Analysis analysis, OnnxCaption caption) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OnnxExport export =
                new OnnxExport(analysis, (node, spec) -> Tensor.zeros(dimensions(spec)), path -> false, caption);
        export.writeTo(bytes);
        assertEquals(export.bytes(), bytes.size(), "the length that is said before is that of the file");
        return ModelProto.parseFrom(bytes.toByteArray());
    }

    private static int[] dimensions(org.convscape.op.WeightSpec spec) {
        return spec.dimensions().stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void theModelSaysWhatItIsAndWhatGoesIn() throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(4, 6, 3)));
        String conv = builder.add("conv", Conv2d.of(2, 3, 1, org.convscape.attribute.Padding.SAME, true), picture);
        builder.add("flat", new Flatten(), conv);

        ModelProto model = zeros(Analysis.of(builder.build()), new OnnxCaption("small", Map.of("seed", "7")));

        assertEquals("Convscape", model.getProducerName());
        assertEquals("small", model.getGraph().getName());
        assertTrue(
                model.getDocString()
                        .startsWith(
                                "small for pictures of 4×6×3, batch 1: 56 parameters, of which 56 are trained; 1,296"
                                        + " multiply-adds (convention macs)."),
                model.getDocString());
        Map<String, String> properties = new LinkedHashMap<>();
        model.getMetadataPropsList().forEach(each -> properties.put(each.getKey(), each.getValue()));
        assertEquals("7", properties.get("seed"));
        assertEquals("1296", properties.get("multiply-adds (macs)"));
        assertEquals(List.of(1L, 3L, 4L, 6L), shape(model.getGraph().getInput(0)));
        assertEquals(List.of(1L, 2L, 4L, 6L), shape(model.getGraph().getValueInfo(0)));
        assertEquals(List.of(1L, 48L), shape(model.getGraph().getOutput(0)));
        assertEquals("Convolution, 3×3", model.getGraph().getNode(0).getDocString());
    }

    private static List<Long> shape(ValueInfoProto value) {
        return value.getType().getTensorType().getShape().getDimList().stream()
                .map(dimension -> dimension.getDimValue())
                .toList();
    }

    @Test
    void pathsThatLookLikeNamesOfTheExportKeepTheirNames() throws IOException {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("conv.kernel", Input.of(Shape.maps(4, 4, 3)));
        String conv = builder.add("conv", Conv2d.of(2, 3, 1, org.convscape.attribute.Padding.SAME, false), picture);
        String mean = builder.add("mean", new GlobalAveragePool(false), conv);
        builder.add("mean#0", new Softmax(), mean);
        Analysis analysis = Analysis.of(builder.build());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new OnnxExport(analysis, new SeededWeights(1), path -> true).writeTo(bytes);

        try (OnnxRuntimeSession session = new OnnxRuntimeSession(bytes.toByteArray())) {
            assertEquals(
                    Set.of("conv", "mean", "mean#0"),
                    session.run(Map.of("conv.kernel", Tensor.zeros(4, 4, 3))).keySet());
        }
    }

    @Test
    void aModelBeyondTheFormatIsRefusedWithTheFiguresBeforeAnyWeightIsDrawn() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(1, 1, 30_000)));
        String flat = builder.add("flat", new Flatten(), picture);
        builder.add("large", new Dense(30_000, true), flat);
        OnnxExport export = new OnnxExport(
                Analysis.of(builder.build()),
                (node, spec) -> {
                    throw new AssertionError("drawn");
                },
                path -> false,
                new OnnxCaption("wide", Map.of()));

        assertEquals(
                "As ONNX, wide would take 3.60 GB for its 900,030,000 parameters; an ONNX file holds at most 2.15 GB",
                export.refusal().orElseThrow());
        assertThrows(IllegalStateException.class, () -> export.writeTo(new ByteArrayOutputStream()));
    }

    @Test
    void anUnfinishedGraphIsRefusedWithTheReason() {
        GraphBuilder builder = new GraphBuilder();
        builder.add("conv", Conv2d.TYPE.create(), Node.OPEN);
        Analysis analysis = Analysis.of(builder.build());

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new OnnxExport(analysis, (n, s) -> null, p -> false));

        assertTrue(refused.getMessage().contains("conv: The input is not connected yet"), refused.getMessage());
    }
}
