package org.convscape.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.analysis.Convention;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Point;
import org.convscape.graph.Graph;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.OpLibrary;
import org.convscape.scene.CanvasScene;
import org.convscape.testing.DenseNets;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks of the catalogue with every group opened, as the window arranges them. */
class NetworkLayoutTest {

    /** All but the two deepest, which are drawn in columns: so many cards are seen as plain rectangles only. */
    static List<String> networks() {
        return NetworkLibrary.standard().networks().stream()
                .map(Network::id)
                .filter(id -> !Set.of("cifar-resnet1202", "cifar-preresnet1001").contains(id))
                .toList();
    }

    private static CanvasScene opened(String network) {
        return opened(NetworkLibrary.standard().find(network).orElseThrow().build());
    }

    private static CanvasScene opened(Graph graph) {
        return CanvasScene.of(
                Document.of("network", graph),
                Convention.MACS,
                new Inventory(OpLibrary.standard(), BlockLibrary.standard()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noConnectionRunsThroughACardAndNoCardLiesOnAnother(String network) {
        assertClear(opened(network));
    }

    @Test
    void denseBlocksAreDrawnAtOnceWithALaneForEveryOutput() {
        for (Graph graph : List.of(DenseNets.of(12), DenseNets.of(24), DenseNets.densenet121())) {
            assertClear(opened(graph));
        }
        CanvasScene scene = opened(DenseNets.of(24));
        assertFalse(AutomaticLayout.layered(scene.view()), "a line for each connection would take seconds");
        Set<String> taken = scene.view().links().stream().map(Link::from).collect(Collectors.toSet());
        Set<Double> levels = scene.places().routes().values().stream()
                .flatMap(List::stream)
                .map(Point::y)
                .filter(y -> scene.places().cards().values().stream().noneMatch(box -> box.y() <= y))
                .collect(Collectors.toSet());
        assertTrue(levels.size() <= taken.size(), () -> levels.size() + " lanes");
        assertTrue(levels.size() >= 23, () -> levels.size() + " lanes");
    }

    private static void assertClear(CanvasScene scene) {
        Map<String, Box> cards = scene.places().cards();
        List<String> through = new ArrayList<>();
        scene.places().routes().forEach((link, route) -> {
            for (int i = 0; i + 1 < route.size(); i++) {
                Box piece = Box.around(List.of(point(route.get(i)), point(route.get(i + 1))));
                cards.forEach((path, box) -> {
                    Box inside = new Box(box.x() + 2, box.y() + 2, box.width() - 4, box.height() - 4);
                    if (inside.meets(piece)) {
                        through.add(link.from() + " > " + link.to() + " through " + path);
                    }
                });
            }
        });
        assertEquals(List.of(), through);
        List<Box> boxes = new ArrayList<>(cards.values());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(boxes.get(i).meets(boxes.get(j)), boxes.get(i) + " lies on " + boxes.get(j));
            }
        }
    }

    private static Box point(Point at) {
        return new Box(at.x(), at.y(), 0, 0);
    }

    @Test
    void modulesThatAreEnteredHigherThanTheyAreLeftStandInLevelRowsAndNotOnAStaircase() {
        Set<Double> tops = opened("googlenet-paper").places().groups().entrySet().stream()
                .filter(group -> group.getKey().name().startsWith("inception"))
                .map(group -> (double) Math.round(group.getValue().y()))
                .collect(Collectors.toSet());
        assertTrue(tops.size() <= 4, () -> "nine modules begin at " + tops);
    }
}
