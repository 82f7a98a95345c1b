package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.nd4j.Engines;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.execution.DocumentWeights;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.io.DocumentFile;
import org.convscape.io.onnx.OnnxExport;
import org.convscape.op.library.OpLibrary;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;

/** A name is not a seed: whatever its layers and blocks are called, a network computes the same, to the bit. */
class RenamingTest {
    private static final Document NETWORK = Document.of("resnet18", Networks.named("resnet18"));

    /** Every group, the innermost first, and every layer under another name, some under names that others had. */
    private static Document renamed(Document document) {
        Document after = document;
        List<String> groups = document.graph().groups().stream()
                .map(group -> group.path().text())
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        List<String> nodes = document.graph().nodes().stream().map(Node::path).toList();
        for (String node : nodes) {
            after = rename(after, node, GroupPath.nameOf(node) + "'");
        }
        for (String group : groups) {
            after = rename(after, group, GroupPath.nameOf(group) + " renamed");
        }
        after = rename(after, "conv1'", "bn1");
        return rename(after, "bn1'", "conv1");
    }

    private static Document rename(Document document, String path, String name) {
        return new Edit.Rename(path, name).apply(document);
    }

    private static ForwardRequest request(Document document, PlanOptions options) {
        ForwardRequest seeded = Networks.request(document.graph(), path -> true);
        return new ForwardRequest(
                seeded.analysis(),
                seeded.pictures(),
                DocumentWeights.of(document, seeded.analysis()),
                path -> true,
                options);
    }

    /** The map of every layer, by the origin of the layer. */
    private static Map<String, float[]> maps(Engine engine, Document document) {
        Map<String, float[]> maps = new LinkedHashMap<>();
        try (Activations run = engine.run(request(document, PlanOptions.FRESH), Progress.NONE)
                .result()
                .join()) {
            document.graph()
                    .nodes()
                    .forEach(
                            node -> maps.put(node.origin(), run.get(node.path()).values()));
        }
        return maps;
    }

    @Test
    void renamingEveryLayerOfResnet18LeavesEveryMapBitIdentical() {
        try (Engine engine = Engines.nd4j()) {
            Document renamed = renamed(NETWORK);
            Map<String, float[]> before = maps(engine, NETWORK);
            Map<String, float[]> after = maps(engine, renamed);

            assertTrue(renamed.graph().nodes().stream()
                    .allMatch(node -> !node.path().equals(node.origin())));
            assertEquals(before.keySet(), after.keySet());
            before.forEach((origin, map) -> assertArrayEquals(map, after.get(origin), origin));
            assertEquals(69, before.size());
        }
    }

    @Test
    void aRenamedNetworkIsFoundAgainAndNothingIsComputedAnew() {
        Document small = new Edit.SetFolded(Set.of("layer2"), true).apply(NETWORK);
        try (Engine engine = Engines.nd4j()) {
            engine.run(request(small, PlanOptions.ALL), Progress.NONE)
                    .result()
                    .join()
                    .close();
            try (Activations again = engine.run(request(renamed(small), PlanOptions.ALL), Progress.NONE)
                    .result()
                    .join()) {
                assertEquals(1, again.steps().done(), "only the picture is taken over anew");
            }
        }
    }

    @Test
    void foldingARenamedNetworkFoldsTheSameNumbers() {
        Document foldedFirst = renamed(new Edit.SetFolded(Set.of(), true).apply(NETWORK));
        Document foldedLast = new Edit.SetFolded(Set.of(), true).apply(renamed(NETWORK));

        assertEquals(everyArray(foldedFirst).size(), everyArray(foldedLast).size());
        everyArray(foldedFirst)
                .forEach((name, array) -> assertArrayEquals(
                        array.values(), everyArray(foldedLast).get(name).values(), name));
    }

    /** What the first convolutions of a document are computed with, by origin and name. */
    private static Map<String, Tensor> everyArray(Document document) {
        Analysis analysis = Analysis.of(document.graph());
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        analysis.nodes().stream().limit(6).forEach(facts -> facts.weights()
                .forEach(spec -> arrays.put(
                        facts.node().origin() + "." + spec.name(),
                        DocumentWeights.of(document, analysis).get(facts.node().origin(), spec))));
        return arrays;
    }

    @Test
    void aFileKeepsWhereALayerWasMadeOnlyWhereItWasRenamed() {
        Document renamed = rename(NETWORK, "conv1", "stem");
        String text = DocumentFile.text(renamed);

        assertFalse(DocumentFile.text(NETWORK).contains("\"origin\""));
        assertEquals(1, text.split("\"origin\"", -1).length - 1);
        Document read = DocumentFile.parse(
                text.getBytes(StandardCharsets.UTF_8), "renamed", OpLibrary.standard(), BlockLibrary.standard());
        assertEquals("conv1", read.graph().node("stem").origin());
        assertEquals(renamed, read);
    }

    @Test
    void anExportAsksForTheArraysOfEveryLayerByItsOrigin() throws IOException {
        List<String> asked = new ArrayList<>();
        List<String> askedRenamed = new ArrayList<>();
        export(NETWORK, asked);
        export(renamed(NETWORK), askedRenamed);

        assertEquals(asked, askedRenamed);
        assertTrue(Stream.of("conv1", "layer1/0/conv1", "fc").allMatch(asked::contains), asked::toString);
    }

    private static void export(Document document, List<String> asked) throws IOException {
        SeededWeights weights = new SeededWeights(1);
        OnnxExport export = new OnnxExport(
                Analysis.of(document.graph()),
                (origin, spec) -> {
                    asked.add(origin);
                    return weights.get(origin, spec);
                },
                path -> false);
        export.writeTo(new ByteArrayOutputStream());
    }
}
