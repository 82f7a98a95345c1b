package org.convscape.io.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.TensorProto;
import org.convscape.analysis.Analysis;
import org.convscape.op.OpType;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.OperationCases;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.convscape.testing.OnnxRuntimeLoad;
import org.convscape.weights.SeededWeights;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime loads what is exported and has nothing to say about it. */
class OnnxWarningsTest {
    private static final List<String> NETWORKS = List.of(
            "first-look",
            "cifar-resnet20",
            "resnet18",
            "keras-resnet50v2",
            "resnet50",
            "googlenet",
            "inception-v3",
            "inception-resnet-v1",
            "xception",
            "mobilenet-v1",
            "nin");

    @TempDir
    Path folder;

    @Test
    void networksAndEveryOperationOverItsAttributesLoadWithoutAWarning() throws Exception {
        Set<OpType<?>> covered = new HashSet<>();
        for (String id : NETWORKS) {
            Analysis analysis =
                    Analysis.of(NetworkLibrary.standard().find(id).orElseThrow().build());
            write(id, new OnnxExport(analysis, new SeededWeights(1), path -> false));
        }
        int number = 0;
        for (OperationCase operation : OperationCases.all()) {
            if (!(operation.operation() instanceof Input)) {
                Map<String, Tensor> weights = operation.weightValues(3);
                Analysis analysis = Analysis.of(
                        CaseGraph.of(operation, operation.inputValues(3)).graph());
                write(
                        "case" + number++,
                        new OnnxExport(analysis, (node, spec) -> weights.get(spec.name()), path -> true));
                covered.add(operation.operation().type());
            }
        }

        OnnxRuntimeLoad.Said said = OnnxRuntimeLoad.in(folder);

        assertEquals("", said.warnings());
        assertEquals(0, said.status());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(files.count(), said.loaded().size(), "all of them were loaded");
        }
        Set<OpType<?>> all = OpLibrary.standard().types().stream()
                .filter(type -> type != Input.TYPE)
                .collect(Collectors.toSet());
        assertEquals(all, covered);
    }

    private void write(String name, OnnxExport export) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".onnx"))) {
            export.writeTo(out);
        }
    }

    @Test
    void whatIsWrongAboutAModelWouldBeHeard() throws Exception {
        Path file = folder.resolve("flawed.onnx");
        write(
                "flawed",
                new OnnxExport(
                        Analysis.of(NetworkLibrary.standard()
                                .find("cifar-resnet20")
                                .orElseThrow()
                                .build()),
                        new SeededWeights(1),
                        path -> false));
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        model.getGraphBuilder()
                .addInitializer(TensorProto.newBuilder()
                        .setName("nobody takes this")
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .addDims(1)
                        .addFloatData(1));
        Files.write(file, model.build().toByteArray());

        OnnxRuntimeLoad.Said said = OnnxRuntimeLoad.in(folder);

        assertTrue(said.warnings().contains("nobody takes this"), said.warnings());
    }
}
