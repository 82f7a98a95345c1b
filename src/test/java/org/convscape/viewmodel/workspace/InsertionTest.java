package org.convscape.viewmodel.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Point;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Inventory;
import org.convscape.op.Work;
import org.convscape.op.library.OpLibrary;
import org.junit.jupiter.api.Test;

class InsertionTest {
    private static final String BOTTLENECK = "block:residual-bottleneck";

    private final Workspace workspace = new Workspace(Document.EMPTY);
    private final Insertion insertion =
            new Insertion(workspace, new Inventory(OpLibrary.standard(), BlockLibrary.standard()), surroundings());

    private Insertion.Surroundings surroundings() {
        return new Insertion.Surroundings() {
            @Override
            public Point freePlace(String anchor) {
                return null;
            }

            @Override
            public String resultOf(String path) {
                return graph().find(path).isPresent()
                        ? path
                        : graph().group(new GroupPath(path)).map(Group::exit).orElse("");
            }
        };
    }

    private Graph graph() {
        return workspace.document().graph();
    }

    @Test
    void whatIsDroppedLiesWhereItWasDroppedUnderAFreeNameAndIsSelected() {
        assertTrue(insertion.insert("op:conv2d", new Point(10, 20)));
        assertTrue(insertion.insert("op:conv2d", new Point(30, 40)));

        assertEquals(
                Optional.of(new Point(30, 40)), workspace.document().layout().position("conv2d-2"));
        assertEquals(Set.of("conv2d-2"), workspace.selection());
        assertEquals("Add Convolution", workspace.undoLabelProperty().get());
    }

    @Test
    void aBlockExpandsIntoNodesOfItsOwnGroup() {
        assertTrue(insertion.insert(BOTTLENECK, new Point(0, 0)));

        assertEquals(
                "residual-bottleneck",
                graph().group(new GroupPath("residual-bottleneck"))
                        .orElseThrow()
                        .template());
        assertEquals(Set.of("residual-bottleneck"), workspace.selection());
    }

    @Test
    void anUnknownItemChangesNothingAndSaysSo() {
        assertFalse(insertion.insert("op:convolution", new Point(0, 0)));

        assertEquals(Document.EMPTY, workspace.document());
        assertTrue(workspace.noticeProperty().get().contains("op:convolution"));
    }

    @Test
    void atAFreePlaceAnItemTakesTheOutputOfTheSelectionInOneStep() {
        insertion.insertAtFreePlace("op:input");
        insertion.insertAtFreePlace("op:conv2d");
        insertion.insertAtFreePlace(BOTTLENECK);
        insertion.insertAtFreePlace("op:global-average-pool");

        assertEquals(List.of("input"), graph().node("conv2d").inputs(), () -> graph().edges()
                .toString());
        GroupPath block = new GroupPath("residual-bottleneck");
        assertTrue(
                graph().edges().stream().anyMatch(edge -> edge.from().equals("conv2d") && block.contains(edge.to())),
                "the block takes the convolution");
        assertEquals(
                List.of(graph().group(block).orElseThrow().exit()),
                graph().node("global-average-pool").inputs(),
                "what follows the block's exit stands after the block");
        workspace.undo();
        assertTrue(graph().find("global-average-pool").isEmpty(), "one step is undone as one");
        assertTrue(graph().group(block).isPresent());
    }

    @Test
    void aPictureEntersTheOpenInputOfTheSelectedBlock() {
        insertion.insertAtFreePlace(BOTTLENECK);
        insertion.insertAtFreePlace("op:input");

        GroupPath block = new GroupPath("residual-bottleneck");
        assertTrue(graph().group(block).orElseThrow().entries().stream()
                .allMatch(entry ->
                        graph().node(entry.node()).inputs().get(entry.index()).equals("input")));
    }

    @Test
    void aMergeJoinsEverythingThatIsSelected() {
        insertion.insert("op:input", new Point(0, 0));
        insertion.insert("op:relu", new Point(0, 100));
        insertion.insert("op:relu", new Point(0, 200));
        workspace.select("relu", "relu-2");
        insertion.insertAtFreePlace("op:add");

        assertEquals(List.of("relu", "relu-2"), graph().node("add").inputs());
    }

    @Test
    void anItemDroppedOnAConnectionStandsBetweenItsEnds() {
        insertion.insertAtFreePlace("op:input");
        insertion.insertAtFreePlace("op:relu");
        assertTrue(insertion.insertInto(List.of(new Edge("input", "relu", 0)), BOTTLENECK));

        Group block = graph().group(new GroupPath("residual-bottleneck")).orElseThrow();
        assertEquals(List.of(block.exit()), graph().node("relu").inputs());
        assertTrue(block.entries().stream()
                .allMatch(entry ->
                        graph().node(entry.node()).inputs().get(entry.index()).equals("input")));
    }

    @Test
    void aPictureCannotStandInAConnection() {
        insertion.insertAtFreePlace("op:input");
        insertion.insertAtFreePlace("op:relu");
        Document before = workspace.document();

        assertFalse(insertion.insertInto(List.of(new Edge("input", "relu", 0)), "op:input"));
        assertEquals(before, workspace.document());
        assertTrue(workspace.noticeProperty().get().contains("cannot stand between"));
    }

    @Test
    void aBlockThatIsPutOnALayerFitsIt() {
        insertion.insert("op:input", new Point(0, 0));
        insertion.insertAtFreePlace("op:conv2d");
        String convolution = workspace.selected().orElseThrow();
        for (String block : List.of("block:inception-naive", "block:inception-v1", "block:residual-preactivation")) {
            workspace.select(convolution);
            assertTrue(insertion.insertAtFreePlace(block));
        }

        assertTrue(
                workspace.analysis().complete(),
                () -> workspace.analysis().diagnostics().toString());
        long naive = multiplyAdds("inception-naive");
        long reduced = multiplyAdds("inception-v1");
        assertTrue(reduced < naive, () -> naive + " naive, " + reduced + " reduced");
        assertEquals(
                64,
                workspace
                        .analysis()
                        .shape("residual-preactivation/add")
                        .orElseThrow()
                        .channels());
    }

    @Test
    void aBlockThatIsPutIntoAConnectionFitsWhatEntersIt() {
        insertion.insert("op:input", new Point(0, 0));
        insertion.insertAtFreePlace("op:conv2d");
        workspace.select("input");
        assertTrue(insertion.insertInto(graph().outgoing("input"), "block:residual-preactivation"));

        assertTrue(
                workspace.analysis().complete(),
                () -> workspace.analysis().diagnostics().toString());
        assertTrue(
                graph().find("residual-preactivation/shortcut").isPresent(), "three channels cannot be added to 256");
    }

    private long multiplyAdds(String group) {
        return workspace.analysis().nodesIn(new GroupPath(group)).stream()
                .mapToLong(facts -> facts.cost().of(Work.MULTIPLY_ADD))
                .sum();
    }
}
