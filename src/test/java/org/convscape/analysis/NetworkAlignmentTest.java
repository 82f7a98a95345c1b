package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscape.analysis.NetworkAlignment.By;
import org.convscape.analysis.NetworkAlignment.Row;
import org.convscape.analysis.NetworkAlignment.Tie;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.Multiply;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of two to four networks: by stage, by block, by name, and by hand. */
class NetworkAlignmentTest {

    private static Analysis analysis(String id) {
        Model model = Catalogue.standard().require(id);
        return Analysis.of(model.build(model.defaultInput(), model.schema().defaults()));
    }

    private static List<Analysis> analyses(String... ids) {
        return Arrays.stream(ids).map(NetworkAlignmentTest::analysis).toList();
    }

    private static Row rowOf(NetworkAlignment alignment, int network, String path) {
        return alignment.rows().stream()
                .filter(row -> row.parts().get(network).layers().stream()
                        .anyMatch(facts -> facts.node().path().equals(path)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pathsOf(Row row, int network) {
        return row.parts().get(network).layers().stream()
                .map(facts -> facts.node().path())
                .toList();
    }

    @Test
    void stagesAreThoseOfThePictureHoweverLargeItIsAndWhateverMarginsAreCutOff() {
        NetworkAlignment alignment =
                NetworkAlignment.of(By.STAGE, analyses("resnet50", "inception-v3", "xception", "mobilenet-v1"));

        assertEquals(
                List.of(
                        Stage.maps(0),
                        Stage.maps(1),
                        Stage.maps(2),
                        Stage.maps(3),
                        Stage.maps(4),
                        Stage.maps(5),
                        Stage.HEAD),
                alignment.rows().stream().map(Row::stage).toList());
        assertEquals(6, alignment.common());
        assertEquals(List.of(), alignment.apart());
    }

    @Test
    void squeezedMapsStayInTheStageTheyWeigh() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        String maps = graph.add("conv", Conv2d.of(8, 3, 2, Padding.SAME, false), picture);
        String squeezed = graph.add("squeeze", new GlobalAveragePool(true), maps);
        String weights = graph.add("excite", Conv2d.of(8, 1, 1, Padding.SAME, true), squeezed);
        String weighed = graph.add("weigh", new Multiply(), maps, weights);
        graph.add("pool", new GlobalAveragePool(false), weighed);

        Map<String, Stage> stages = Stage.of(Analysis.of(graph.build()));

        for (String path : List.of("conv", "squeeze", "excite", "weigh")) {
            assertEquals(Stage.maps(1), stages.get(path), path);
        }
        assertEquals(Stage.HEAD, stages.get("pool"));
    }

    static Stream<List<Analysis>> networks() {
        List<Analysis> odd = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            odd.add(Analysis.of(RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, true)));
        }
        return Stream.of(
                analyses("resnet50", "inception-v3", "xception", "mobilenet-v1"),
                analyses("resnet50", "resnet50"),
                analyses("inception-naive", "inception-v1", "residual-basic"),
                odd,
                List.of(Analysis.of(Graph.EMPTY), analysis("resnet18")));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyLayerStandsInOneRowAndInTheOrderOfItsRun(List<Analysis> networks) {
        for (By by : By.values()) {
            NetworkAlignment alignment = NetworkAlignment.of(by, networks);
            for (int network = 0; network < networks.size(); network++) {
                List<String> found = new ArrayList<>();
                for (Row row : alignment.rows()) {
                    found.addAll(pathsOf(row, network));
                }
                List<String> all = networks.get(network).nodes().stream()
                        .map(facts -> facts.node().path())
                        .toList();
                assertEquals(
                        all.stream().sorted().toList(), found.stream().sorted().toList(), by::name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void aNetworkBesideItselfIsTheSameInEveryRow(By by) {
        NetworkAlignment alignment = NetworkAlignment.of(by, analyses("resnet18", "resnet18", "resnet18"));

        for (Row row : alignment.rows()) {
            assertEquals(pathsOf(row, 0), pathsOf(row, 1));
            assertEquals(pathsOf(row, 0), pathsOf(row, 2));
        }
    }

    @Test
    void blocksAreCountedWithinTheirStage() {
        NetworkAlignment alignment = NetworkAlignment.of(By.BLOCK, analyses("resnet50", "resnet101"));

        Row last = rowOf(alignment, 0, "layer4/2/conv3");
        assertEquals("layer4/2", last.parts().get(1).path());
        Row only = rowOf(alignment, 1, "layer3/22/conv1");
        assertTrue(only.parts().get(0).isEmpty());
        assertEquals("layer3/22", only.path());
    }

    @Test
    void whatTwoOthersShareStandsInOneRowThoughTheFirstLacksIt() {
        NetworkAlignment alignment = NetworkAlignment.of(By.NAME, analyses("resnet50", "resnet101", "resnet152"));

        Row row = rowOf(alignment, 1, "layer3/22/conv1");
        assertEquals(List.of(), pathsOf(row, 0));
        assertEquals(List.of("layer3/22/conv1"), pathsOf(row, 2));
    }

    @Test
    void aPairingByHandWinsAndWhatItDisplacesKeepsARowOfItsOwn() {
        List<Analysis> networks = analyses("resnet50", "resnet101");
        Tie tie = new Tie(1, "layer3/22", 0, "layer3/5");

        NetworkAlignment alignment = NetworkAlignment.of(By.BLOCK, networks, List.of(tie));

        Row tied = rowOf(alignment, 0, "layer3/5/conv1");
        assertEquals("layer3/22", tied.parts().get(1).path());
        Row displaced = rowOf(alignment, 1, "layer3/5/conv1");
        assertTrue(displaced.parts().get(0).isEmpty());
        assertEquals(alignment.rows().indexOf(tied) + 1, alignment.rows().indexOf(displaced));
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void layersMayBePairedByHandInEveryManner(By by) {
        Tie tie = new Tie(1, "fc", 0, "conv1");

        NetworkAlignment alignment = NetworkAlignment.of(by, analyses("resnet18", "resnet34"), List.of(tie));

        assertEquals(rowOf(alignment, 0, "conv1"), rowOf(alignment, 1, "fc"));
    }

    @Test
    void aPairingOfWhatIsNotThereIsRefusedInASentence() {
        List<Analysis> networks = analyses("resnet18", "resnet34");

        for (Tie tie : List.of(
                new Tie(1, "nowhere", 0, "conv1"), new Tie(2, "fc", 0, "conv1"), new Tie(0, "fc", 0, "conv1"))) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> NetworkAlignment.of(By.STAGE, networks, List.of(tie)));
            assertTrue(refused.getMessage().contains("etwork"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> NetworkAlignment.of(By.STAGE, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> NetworkAlignment.of(By.STAGE, analyses("relu", "relu", "relu", "relu", "relu")));
    }

    @Test
    void networksWithoutACommonStageStandSideBySide() {
        GraphBuilder vectors = new GraphBuilder();
        String input = vectors.add("features", Input.of(Shape.vector(64)));
        vectors.add("fc", OpLibrary.standard().find("dense").orElseThrow().create(), input);
        Analysis maps = analysis("residual-basic");

        NetworkAlignment alignment = NetworkAlignment.of(By.STAGE, List.of(maps, Analysis.of(vectors.build())));

        assertEquals(0, alignment.common());
        assertEquals(List.of(0, 1), alignment.apart());
        for (Row row : alignment.rows()) {
            assertTrue(row.parts().stream().anyMatch(NetworkAlignment.Part::isEmpty));
        }
    }
}
